import Dispatch
import Domain
import Storage
import Sync

extension OfficeLine {
  /// Why it does not go on by itself; nil while it does.
  var stop: Failure? {
    guard case .stopped(let why) = link.state else { return nil }
    switch why {
    case .turnedAway: return Failure(.turnedAway, subject: client.address.text, detail: "")
    case .parted, .forked, .otherOffice:
      return Failure(.parted, subject: file.path, detail: why.rawValue)
    }
  }

  /// When the office was last heard of, by this process or an earlier one; nil before the first time.
  var lastHeard: Timestamp? {
    do { return try file.lastSync() } catch { return nil }
  }

  /// Whether the office answers, and nothing that was done here waits for it.
  var isIdle: Bool { link.state == .live && file.state.waiting == 0 }

  /// Of a clock that nobody sets.
  static var milliseconds: Int64 { Int64(DispatchTime.now().uptimeNanoseconds / 1_000_000) }
  var milliseconds: Int64 { Self.milliseconds }
}
