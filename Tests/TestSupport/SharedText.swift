#if canImport(Glibc)
  import Glibc
#endif

/// Files of hostile and odd text that lie outside the repository; tests that need them are skipped without them.
public enum SharedText {
  /// Why a test is skipped, for `.enabled(if:_:)`.
  public static let absence =
    "Set CALLOUT_TEST_DATA to the folder that holds data/text, or put it beside the package."

  /// The folder: `text` in `CALLOUT_TEST_DATA`, else in `shared/data` beside the package.
  public static let folder: String? = {
    if let root = getenv("CALLOUT_TEST_DATA") { return "\(String(cString: root))/text" }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let beside = "/\(package)/../shared/data/text"
    return access(beside, R_OK) == 0 ? beside : nil
  }()

  public static var isThere: Bool { folder.map { access($0, R_OK) == 0 } ?? false }

  /// The bytes of a file of the folder; empty when there is none.
  public static func bytes(of name: String) -> [UInt8] {
    guard let folder, let file = fopen("\(folder)/\(name)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return bytes
  }
}
