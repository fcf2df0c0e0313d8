import Domain
import Foundation

/// The token that a console gets with its new id, kept beside the database until that says that it has the id.
enum NextToken {
  private static func path(of database: String) -> String { database + ".token.next" }

  static func write(_ token: String, of console: ConsoleID, beside database: String) throws(Failure) {
    try WholeFile.write("\(console) \(token)\n", to: path(of: database))
  }

  /// Puts it in the old one's place where the file is that console by now, and throws it away where it is not.
  static func settle(_ console: ConsoleID, beside database: String) throws(Failure) {
    guard let text = TextFile.read(path(of: database)) else { return }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 2, words[0] == console.description {
      try TokenFile.write(words[1], beside: database)
    }
    unlink(path(of: database))
  }
}
