import Domain
import Foundation

/// The certificates that a console trusts at its office, in a file of its own beside the database; without it, those
/// that the system trusts.
enum TrustFile {
  static func path(of database: String) -> String { database + ".ca" }

  /// Keeps a copy of a file of certificates.
  static func keep(_ source: String, beside database: String) throws(Failure) {
    guard let text = TextFile.read(source) else {
      throw Failure(.cannotRead, subject: source, detail: "the certificates that are trusted")
    }
    try WholeFile.write(text, to: path(of: database))
  }

  /// The file, should there be one.
  static func find(beside database: String) -> String? {
    let path = path(of: database)
    return access(path, F_OK) == 0 ? path : nil
  }
}
