public import Domain

/// What a console asks an office for, by the path that both know it by.
public enum OfficeRoute: String, Hashable, Sendable, CaseIterable {
  case join, pull, snapshot, older, push, live, calls, consoles
  case enrolAnew = "enrol-anew"
  case lackingFiles = "files/lacking"

  /// How messages are written: whoever writes them otherwise asks elsewhere, and is not served.
  public static let version = 2

  /// Without the slash before it.
  public var path: String { "v\(Self.version)/\(rawValue)" }

  /// Where a file is that an order has, by its hash or by the name of a parameter.
  public static func file(_ name: String) -> String { "v\(version)/files/\(name)" }

  /// A piece of a file from one of its bytes on, where so many are wanted at most.
  public static func piece(of sha256: Digest, from start: Int, atMost bytes: Int? = nil) -> String {
    "\(file("\(sha256)"))?from=\(start)" + (bytes.map { "&bytes=\($0)" } ?? "")
  }
}
