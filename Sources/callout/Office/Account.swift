import Foundation

/// Accounts of this machine.
enum Account {
  /// The name of the account that this process runs as; its number where it has none.
  static var own: String { name(geteuid()) ?? "\(geteuid())" }

  /// The name of an account by its number; nil where there is none.
  static func name(_ number: UInt32) -> String? { field(number) { $0.pw_name } }

  /// The home of an account by its number, as the system keeps it; nil where there is none.
  static func home(_ number: UInt32) -> String? { field(number) { $0.pw_dir } }

  private static func field(_ number: UInt32, _ pick: (passwd) -> UnsafeMutablePointer<CChar>?) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 1 << 14)
    let status = getpwuid_r(number, &entry, &room, room.count, &found)
    guard status == 0, found != nil, let name = pick(entry) else { return nil }
    return String(cString: name)
  }
}
