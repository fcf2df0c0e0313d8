import Domain
import Foundation

/// The token that proves a console to its office, in a file of its own beside the database that nobody else can read.
enum TokenFile {
  static func path(of database: String) -> String { database + ".token" }

  /// Refuses a secret that is not there, or that others than its owner can read.
  static func refuseExposed(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
      throw Failure(.cannotRead, subject: path, detail: String(cString: strerror(errno)))
    }
    guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
      throw Failure(.exposedFile, subject: path, detail: "chmod 600 \(path)")
    }
  }

  static func write(_ token: String, beside database: String) throws(Failure) {
    try WholeFile.write(token + "\n", to: path(of: database))
  }

  /// Refused where others could have read it.
  static func read(beside database: String) throws(Failure) -> String {
    let path = path(of: database)
    guard let text = TextFile.read(path) else {
      throw Failure(.cannotRead, subject: path, detail: "no token")
    }
    try refuseExposed(path)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
