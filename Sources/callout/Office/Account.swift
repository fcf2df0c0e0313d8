import Foundation

/// Accounts of this machine.
enum Account {
  /// The name of the account that this process runs as; its number where it has none.
  static var own: String { name(geteuid()) ?? "\(geteuid())" }

  /// The name of an account by its number; nil where there is none.
  static func name(_ number: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 1 << 14)
    let status = getpwuid_r(number, &entry, &room, room.count, &found)
    guard status == 0, found != nil, let name = entry.pw_name else { return nil }
    return String(cString: name)
  }
}
