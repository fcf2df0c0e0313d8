import Domain
import Exchange
import Foundation

/// The file of an import's refused rows: line, reason, and the row as it stood.
struct RefusedRows {
  let path: String
  /// False in a dry run, which writes nothing.
  let isKept: Bool
  var header: DelimitedRow?
  private var lines: [String] = []
  private var hasBegun = false

  init(path: String, isKept: Bool) {
    self.path = path
    self.isKept = isKept
  }

  mutating func add(_ row: DelimitedRow, _ reason: String) {
    guard isKept else { return }
    lines.append(DelimitedWriter.line([String(row.line), reason] + row.fields))
  }

  /// Writes what was collected; nil when nothing was refused.
  mutating func finish() throws(ShellError) -> String? {
    guard !lines.isEmpty else { return nil }
    let head = DelimitedWriter.line(["line", "reason"] + (header?.fields ?? []))
    do { try WholeFile.write(head + lines.joined(), to: path) } catch { throw .failed(error) }
    return path
  }
}
