public import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Real work orders, days to plan and odd texts. They lie outside the repository, and tests that need them are skipped
/// without them.
public enum PublicData {
  /// Why a test is skipped.
  public static let absence: Comment =
    "skipped: the public data is neither where CALLOUT_TEST_DATA says nor beside the package"

  /// The folder that `CALLOUT_TEST_DATA` names, else `shared/data` beside the package.
  public static let folder: String = {
    if let folder = getenv("CALLOUT_TEST_DATA") { return String(cString: folder) }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(package)/../shared/data"
  }()

  /// The calls of one real day.
  public static let recordedDay = folder + "/workorders/replay_sf_2017-01-05.ndjson"

  public static var hasWorkOrders: Bool { isReadable(folder + "/workorders/README.md") }
  public static var hasTexts: Bool { isReadable(folder + "/text") }
  public static var hasRecordedDay: Bool { isReadable(recordedDay) }

  /// The bytes of a file of the folder; empty when there is none.
  public static func bytes(of name: String) -> [UInt8] { fileBytes(folder + "/" + name) ?? [] }

  private static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }
}
