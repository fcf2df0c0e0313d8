import Domain
import Foundation
import Verbs

/// Asks for something that must not be seen: on the terminal without an echo, else one line of standard input.
enum SecretPrompt {
  private static let longest = 64

  /// The words typed; nil when it was broken off or nothing came.
  static func ask(_ question: String, _ output: Output) -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return line() }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var silent = before
    // Without signals too: whoever breaks it off must not be left with a terminal that shows nothing.
    silent.c_lflag &= ~UInt32(ECHO | ICANON | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { return nil }
    output.ask(question)
    defer {
      _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      output.endAsking()
    }
    var typed: [UInt8] = []
    while let byte = byte() {
      switch byte {
      case 0x0A, 0x0D: return String(decoding: typed, as: UTF8.self)
      case 0x03, 0x04, 0x1B: return nil
      case 0x08, 0x7F: _ = typed.popLast()
      case 0x15: typed = []
      default: if typed.count < longest { typed.append(byte) }
      }
    }
    return nil
  }

  private static func line() -> String? {
    var typed: [UInt8] = []
    var isThere = false
    while let byte = byte() {
      isThere = true
      if byte == 0x0A { break }
      if typed.count < longest { typed.append(byte) }
    }
    return isThere ? String(decoding: typed, as: UTF8.self) : nil
  }

  private static func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}
