import Foundation
import Synchronization
import Terminal

/// Where a command's answer goes: standard output and standard error, or a window of the console.
///
/// Whole lines, and never a control character that came from outside.
struct Output: Sendable {
  private let said: Said?
  private let broken = Broken()

  /// The first error at which a part of the answer was lost; none where whoever reads is gone, for nobody is left to be
  /// told.
  var loss: Int32? { broken.reason.withLock(\.self) }

  /// Standard output and standard error; or, with somewhere to keep it, nothing reaches them.
  init(to said: Said? = nil) { self.said = said }

  /// Whether somebody looks at the answer on a terminal; what is kept for a window counts as one.
  var isTerminal: Bool { said != nil || isatty(STDOUT_FILENO) == 1 }

  /// The answer.
  func say(_ text: String) { put(Sanitised.text(text) + "\n", STDOUT_FILENO) }

  /// What something came to, in one line: words that came from outside begin no line of their own.
  func tell(_ text: String) { put(Sanitised.line(text) + "\n", STDOUT_FILENO) }

  /// Machine-readable text, whose format escapes what must be escaped.
  func emit(_ text: String) { put(text + "\n", STDOUT_FILENO) }

  /// Text of a format that escapes for itself and ends its own lines.
  ///
  /// A terminal gets it made harmless; a file or a pipe gets every byte.
  func pass(_ text: String) {
    put(said == nil && isatty(STDOUT_FILENO) == 0 ? text : Sanitised.text(text), STDOUT_FILENO)
  }

  /// Progress, warnings and errors, one line each.
  func warn(_ text: String) { put(Sanitised.line(text) + "\n", STDERR_FILENO) }

  /// A line that the next one replaces, on a terminal only.
  func progress(_ text: String) {
    if said == nil, isatty(STDERR_FILENO) == 1 { put("\r\u{1B}[K" + Sanitised.line(text), STDERR_FILENO) }
  }

  /// A question on the terminal, whose answer is typed behind it.
  func ask(_ question: String) { put(Sanitised.line(question), STDERR_FILENO) }

  func endAsking() { put("\n", STDERR_FILENO) }

  func endProgress() {
    if said == nil, isatty(STDERR_FILENO) == 1 { put("\r\u{1B}[K", STDERR_FILENO) }
  }

  private func put(_ text: String, _ descriptor: Int32) {
    if let said { return said.add(text) }
    guard let reason = Self.writeAll(text, descriptor), descriptor == STDOUT_FILENO, reason != EPIPE else {
      return
    }
    broken.reason.withLock { $0 = $0 ?? reason }
  }

  private final class Broken: Sendable {
    let reason = Mutex<Int32?>(nil)
  }

  /// Why not everything could be written; nil where it was.
  private static func writeAll(_ text: String, _ descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count > 0 { sent += count } else if errno != EINTR { return errno }
      }
      return nil
    }
  }
}

/// What a command said, kept for a window.
final class Said: Sendable {
  private let text = Mutex("")

  func add(_ more: String) { text.withLock { $0 += more } }

  var lines: [String] {
    text.withLock { $0 }.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
