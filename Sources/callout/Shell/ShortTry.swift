import Dispatch
import Domain
import Foundation
import Storage
import TUI

/// Asks the office for so short a time that nobody minds: a command of the shell that waits for it is sent at once where
/// it answers.
struct ShortTry {
  private static let milliseconds = 1_000
  /// Whoever has just waited for nothing does not wait again: seconds until the next try.
  private static let pause = 30
  /// A try that took no time costs the next command none.
  private static let noticed = 0.3
  private static let setting = "office.unanswered"

  let file: OfficeFile

  /// Sends what waits and takes in what comes of it, as far as that goes within the time. What goes wrong is no fault of
  /// the command's: it waits.
  func run() {
    if isLatelySilent || isKnownAway { return }
    let began = DispatchTime.now()
    var line: OfficeLine
    do { line = try OfficeLine.open(file) } catch { return }
    line.hurry(until: began + .milliseconds(Self.milliseconds))
    _ = line.run()
    let taken = Double(DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1e9
    if file.state.waiting == 0 || taken < Self.noticed { return }
    note(time(nil))
  }

  private var isLatelySilent: Bool {
    do {
      guard let last = try file.setting(Self.setting).flatMap({ Int($0) }) else { return false }
      return (0..<Self.pause).contains(time(nil) - last)
    } catch {
      return false
    }
  }

  /// Whether a window of this console keeps the line and does not reach the office. What one that is gone by now has
  /// written last says nothing.
  private var isKnownAway: Bool {
    switch LineNote.read(beside: file.path) {
    case .offline, .stopped, .full: isLineHeld
    case .live, .behind, nil: false
    }
  }

  /// Where that cannot be told the office is asked.
  private var isLineHeld: Bool { do { return try file.isLineHeld() } catch { return false } }

  /// Where it cannot be noted the next command tries again.
  private func note(_ seconds: Int) {
    do { try file.set(Self.setting, to: String(seconds)) } catch { return }
  }
}
