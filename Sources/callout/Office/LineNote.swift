import Domain
import Foundation
import TUI

/// How the line to the office is, in a file beside the database: the process that keeps the line writes it, the other
/// windows of the console read it.
enum LineNote {
  /// Seconds after which nobody is believed to keep the line: its keeper writes at least once a minute.
  private static let fresh = 90
  /// Bytes of the file, always: it is written over in one piece, so that nobody reads a half.
  private static let size = 512

  private static func path(of database: String) -> String { database + ".line" }

  /// What cannot be written is not told: the others take the line for nobody's then.
  static func write(_ link: OfficeLink, beside database: String) {
    let descriptor = open(path(of: database), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let words = words(link).map { $0.replacingOccurrences(of: "\n", with: " ") }
    var bytes = Array(words.joined(separator: "\n").utf8.prefix(size - 1))
    bytes += [UInt8](repeating: 0x0A, count: size - bytes.count)
    _ = pwrite(descriptor, bytes, size, 0)
  }

  /// Nil where nobody keeps the line, or where he has not been heard of for long.
  static func read(beside database: String) -> OfficeLink? {
    var status = stat()
    guard stat(path(of: database), &status) == 0, time(nil) - status.st_mtim.tv_sec < fresh,
      let text = TextFile.read(path(of: database))
    else { return nil }
    return link(text.split(separator: "\n").map(String.init))
  }

  private static func words(_ link: OfficeLink) -> [String] {
    switch link {
    case .live: ["live"]
    case .behind: ["behind"]
    case .full: ["full"]
    case .offline(let since): ["offline", "\(since.seconds)"]
    case .stopped(let failure):
      ["stopped", failure.code.rawValue, failure.subject, String(failure.detail.prefix(100))]
    }
  }

  private static func link(_ words: [String]) -> OfficeLink? {
    switch (words.first, words.count) {
    case ("live", 1): .live
    case ("behind", 1): .behind
    case ("full", 1): .full
    case ("offline", 2): Int64(words[1]).map { .offline(since: Timestamp(seconds: $0)) }
    case ("stopped", 3...):
      Failure.Code(rawValue: words[1]).map {
        .stopped(Failure($0, subject: words[2], detail: words.count > 3 ? words[3] : ""))
      }
    default: nil
    }
  }
}
