import Glibc
import Testing

/// Somebody whom rights stop, which they do not whoever is root: this thread acts on files as him meanwhile.
enum OtherUser {
  static let nobody: UInt32 = 65_534

  static func act(_ body: () throws -> Void) throws {
    let name = try #require(dlsym(nil, "setfsuid"))
    let actAs = unsafeBitCast(name, to: (@convention(c) (UInt32) -> Int32).self)
    let before = actAs(nobody)
    defer { _ = actAs(UInt32(bitPattern: before)) }
    try body()
  }
}
