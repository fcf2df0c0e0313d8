import Domain
import Foundation
import Terminal

/// A message as a mail (RFC 5322, MIME): every header is ours alone, what people wrote is in the body, without what
/// would steer the terminal it is read at.
struct MailText {
  let id: OutgoingMessage.ID
  let order: Int
  let office: String
  let from: String?
  let to: String
  let words: String
  let date: Timestamp

  /// The whole text with line feeds, as sendmail wants it.
  var text: String {
    let domain = from.flatMap { $0.split(separator: "@").last }.map(String.init) ?? "callout.invalid"
    var headers = [
      "To: <\(to)>", "Subject: \(Self.encoded("\(office): \(order)"))", "Date: \(Self.date(date))",
      "Message-ID: <\(id)@\(domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"
    ]
    if let from { headers.insert("From: <\(from)>", at: 0) }
    let body = Data((Sanitised.text(words) + "\n").utf8).base64EncodedString(
      options: [.lineLength76Characters, .endLineWithLineFeed])
    return headers.joined(separator: "\n") + "\n\n" + body + "\n"
  }

  /// Whether an address is one that can stand in a header and as a word of a command: letters, digits and signs of
  /// RFC 5322's plain form, one @, no sign first that a program could take for an option.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), (1...189).contains(parts[1].utf8.count)
    else { return false }
    let signs = Set(".!#$%&'*+/=?^_`{|}~-".utf8)
    let isLocal = parts[0].utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isDomain = labels.allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 }
    }
    return isLocal && isDomain && !"-|.".contains(parts[0].first ?? "-") && parts[0].last != "."
      && !parts[0].contains("..")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// A header's words: as they are where they are plain, else in encoded words (RFC 2047) of at most 45 bytes each.
  static func encoded(_ words: String) -> String {
    let plain = words.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
    let line = String(plain)
    if line.utf8.allSatisfy({ (32...126).contains($0) }), !line.contains("=?"), line.utf8.count <= 200 {
      return line
    }
    var pieces: [[UInt8]] = [[]]
    for character in line.prefix(200) {
      let bytes = Array(String(character).utf8).prefix(45)
      if pieces[pieces.count - 1].count + bytes.count > 45 { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }

  private static func date(_ instant: Timestamp) -> String {
    let at = ZoneRules.utc.civil(at: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let seconds = Int(((instant.seconds % 60) + 60) % 60)
    let day = at.date
    return
      "\(day.weekday.short), \(day.day) \(day.monthShort) \(day.year) \(at.time.text):\(two(seconds)) +0000"
  }
}
