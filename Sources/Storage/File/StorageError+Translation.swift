import Domain
import GRDB

extension StorageError {
  /// Any error from below as one of ours.
  init(_ error: any Error, path: String) {
    switch error {
    case let own as StorageError: self = own
    case let error as DatabaseError:
      self = .sqlite(
        code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql, path: path)
    case let error as CompactCodingError: self = .coding(error, path: path)
    default: self = .damaged(path: path, detail: String(describing: error))
    }
  }

  /// Whether the connection cannot be trusted any more: what it reported may or may not have happened.
  var breaksConnection: Bool {
    switch self {
    case .sqlite(let code, _, _, _): [10, 11, 14, 26].contains(code & 0xFF)
    case .system, .officeExists, .noOffice, .exposed, .newerSchema, .damaged, .chainBroken, .clockMismatch,
      .realOffice, .otherDay, .beingPlayed, .coding, .gone, .notAnOffice, .notAFile, .joined, .foreignPage,
      .earlierHistory:
      false
    }
  }
}

/// Runs what may throw anything and throws our own error instead.
func translating<Value>(_ path: String, _ body: () throws -> Value) throws(StorageError) -> Value {
  do { return try body() } catch { throw StorageError(error, path: path) }
}
