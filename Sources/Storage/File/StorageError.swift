public import Domain

/// What broke in or around a console's file, with its evidence.
public enum StorageError: Error, Hashable, Sendable {
  /// SQLite said no; the code is its extended result code.
  case sqlite(code: Int32, message: String, sql: String?, path: String)
  /// A call to the operating system failed, with its errno.
  case system(operation: String, errno: Int32, path: String)
  case officeExists(path: String)
  case noOffice(path: String)
  /// The file that was opened is not at its path any more.
  case gone(path: String)
  /// Others than its owner can reach the file; the mode is the one found, in octal.
  case exposed(path: String, mode: UInt32)
  /// The file was written by a newer version, which alone may change it.
  case newerSchema(path: String, found: Int, known: Int)
  /// It is no office's file, or its content contradicts itself.
  case damaged(path: String, detail: String)
  /// It is no office's file at all, or nothing in it says so.
  case notAnOffice(path: String, detail: String)
  /// What was to be read is a folder, a device or a pipe.
  case notAFile(path: String, detail: String)
  /// The chain of hashes breaks at an entry.
  case chainBroken(path: String, seq: Int, detail: String)
  /// Somebody wants to write under a set clock to a file that lives by the real one.
  case clockMismatch(path: String)
  /// Somebody wants to play a day into a file that is no sandbox.
  case realOffice(path: String)
  /// Somebody wants to play a day into the sandbox of another one.
  case otherDay(path: String, source: String)
  /// Another process plays into the sandbox.
  case beingPlayed(path: String)
  /// What was asked for is done at the office alone, and this console has joined one.
  case joined(path: String)
  /// What the office sent does not continue what is here.
  case foreignPage(path: String, detail: String)
  /// What was asked for happened before what this console took over from its office, of that instant.
  case earlierHistory(path: String, since: Timestamp)
  /// A value could not be written as compact bytes, or was not found as such.
  case coding(CompactCodingError, path: String)
}

extension StorageError {
  /// The same in the terms of the domain, whose words are made elsewhere.
  public var failure: Failure {
    switch self {
    case .sqlite(let code, let message, _, let path):
      Failure(StorageError.failureCode(sqlite: code), subject: path, detail: "\(message) (SQLite \(code))")
    case .system(let operation, let errno, let path):
      Failure(
        StorageError.failureCode(errno: errno), subject: path,
        detail: "\(operation): \(StorageError.words(errno: errno))")
    case .officeExists(let path): Failure(.officeExists, subject: path, detail: "it is there already")
    case .noOffice(let path): Failure(.noOffice, subject: path, detail: "no such file")
    case .gone(let path): Failure(.fileGone, subject: path, detail: "")
    case .exposed(let path, let mode):
      Failure(.exposedFile, subject: path, detail: "mode \(String(mode, radix: 8)): chmod go= \(path)")
    case .newerSchema(let path, let found, let known):
      Failure(.newerFile, subject: path, detail: "schema \(found), this version knows \(known)")
    case .damaged(let path, let detail): Failure(.damaged, subject: path, detail: detail)
    case .notAnOffice(let path, let detail): Failure(.notAnOffice, subject: path, detail: detail)
    case .notAFile(let path, let detail): Failure(.cannotRead, subject: path, detail: detail)
    case .chainBroken(let path, let seq, let detail):
      Failure(.ledgerBroken, subject: path, detail: "entry \(seq): \(detail)")
    case .clockMismatch(let path):
      Failure(.clockMismatch, subject: path, detail: "CALLOUT_NOW writes only to files created with it")
    case .realOffice(let path): Failure(.realOffice, subject: path, detail: "it is no sandbox")
    case .otherDay(let path, let source): Failure(.otherDay, subject: path, detail: source)
    case .beingPlayed(let path): Failure(.beingPlayed, subject: path, detail: "")
    case .joined(let path): Failure(.joined, subject: path, detail: "")
    case .foreignPage(let path, let detail): Failure(.parted, subject: path, detail: detail)
    case .earlierHistory(let path, let since):
      Failure(.earlierHistory, subject: path, detail: since.rfc3339)
    case .coding(.unencodable(let reason), let path): Failure(.cannotWrite, subject: path, detail: reason)
    case .coding(let error, let path):
      Failure(.damaged, subject: path, detail: "a record cannot be read: \(error)")
    }
  }
}
