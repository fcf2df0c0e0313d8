import Domain
import Exchange
import Foundation
import Verbs

/// The file of an import's refused rows: line, reason, and the row as it stood.
struct RefusedRows {
  enum Place {
    /// A file that was named.
    case file(NamedFile)
    /// In the folder of another file, under a name made of the source's that nothing has yet.
    case beside(String, source: String)
  }

  /// Nil where nobody has said where they go.
  let place: Place?
  /// False in a dry run, which writes nothing.
  let isKept: Bool
  var header: DelimitedRow?
  private var lines: [String] = []
  /// Why there is no file of them though there should be one.
  private(set) var notKeptBecause: String?

  init(_ place: Place?, isKept: Bool) {
    self.place = place
    self.isKept = isKept
  }

  mutating func add(_ row: DelimitedRow, _ reason: String) {
    guard isKept else { return }
    lines.append(DelimitedWriter.line([String(row.line), reason] + row.fields))
  }

  /// Writes what was collected; nil when nothing was refused, or when it cannot be written: the import stands.
  mutating func finish() -> String? {
    guard !lines.isEmpty else { return nil }
    guard let file = place?.file else {
      notKeptBecause = "what is piped in has no folder"
      return nil
    }
    let head = DelimitedWriter.line(["line", "reason"] + (header?.fields ?? []))
    do { try file.write(head + lines.joined()) } catch {
      notKeptBecause = "\(file.path): \(error.detail)"
      return nil
    }
    return file.path
  }
}

extension RefusedRows.Place {
  /// The file to write to now: `orders.csv.refused.csv` or, where that is taken, `orders.csv.refused.2.csv`.
  fileprivate var file: NamedFile {
    switch self {
    case .file(let file): return file
    case .beside(let other, let source):
      let folder = other.lastIndex(of: "/").map { String(other[...$0]) } ?? ""
      var path = "\(folder)\(source).refused.csv"
      var number = 2
      while Self.isTaken(path) {
        path = "\(folder)\(source).refused.\(number).csv"
        number += 1
      }
      return NamedFile(path)
    }
  }

  /// Whether the name is there, be it a link that leads nowhere.
  private static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
