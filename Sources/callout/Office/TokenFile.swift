import Domain
import Foundation

/// The token that proves a console to its office, in a file of its own beside the database that nobody else can read.
enum TokenFile {
  static func path(of database: String) -> String { database + ".token" }

  static func write(_ token: String, beside database: String) throws(Failure) {
    try WholeFile.write(token + "\n", to: path(of: database))
  }

  /// Refused where others could have read it.
  static func read(beside database: String) throws(Failure) -> String {
    let path = path(of: database)
    var status = stat()
    guard stat(path, &status) == 0, let text = TextFile.read(path) else {
      throw Failure(.cannotRead, subject: path, detail: "no token")
    }
    guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
      throw Failure(.exposedFile, subject: path, detail: "chmod 600 \(path)")
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
