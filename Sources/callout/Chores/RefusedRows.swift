import Domain
import Exchange
import Foundation

/// The file of an import's refused rows: line, reason, and the row as it stood.
struct RefusedRows {
  /// Nil where nobody has said where they go.
  let path: String?
  /// False in a dry run, which writes nothing.
  let isKept: Bool
  var header: DelimitedRow?
  private var lines: [String] = []
  /// Why there is no file of them though there should be one.
  private(set) var notKeptBecause: String?

  init(path: String?, isKept: Bool) {
    self.path = path
    self.isKept = isKept
  }

  mutating func add(_ row: DelimitedRow, _ reason: String) {
    guard isKept else { return }
    lines.append(DelimitedWriter.line([String(row.line), reason] + row.fields))
  }

  /// Writes what was collected; nil when nothing was refused, or when it cannot be written: the import stands.
  mutating func finish() -> String? {
    guard !lines.isEmpty else { return nil }
    guard let path else {
      notKeptBecause = "what is piped in has no folder"
      return nil
    }
    let head = DelimitedWriter.line(["line", "reason"] + (header?.fields ?? []))
    do { try WholeFile.write(head + lines.joined(), to: path) } catch {
      notKeptBecause = "\(path): \(error.detail)"
      return nil
    }
    return path
  }
}
