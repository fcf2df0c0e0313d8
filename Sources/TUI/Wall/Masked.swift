/// What a wall must not show, although somebody has written it into a text.
enum Masked {
  static let words = "(hidden)"

  /// The text with every telephone number in it, and every place where a secret stands, hidden.
  ///
  /// A number is taken for one by its digits: seven or more, in groups joined by one blank, dot, dash or slash, that
  /// begin as numbers do, are short, or are one long run. Order numbers beside each other are none, nor are dates.
  static func numbers(in text: String, and secret: String? = nil) -> String {
    var shown = ""
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix(while: isPart)
      if run.isEmpty {
        shown.append(first)
        rest.removeFirst()
        continue
      }
      let end = run.lastIndex { $0.isWholeNumber || $0 == ")" }.map { run.index(after: $0) } ?? run.startIndex
      let lead = run[..<end].prefix { !$0.isWholeNumber && $0 != "+" && $0 != "(" }
      let number = run[lead.endIndex..<max(lead.endIndex, end)]
      shown += lead + (isTelephone(number) ? words[...] : number) + run[max(lead.endIndex, end)...]
      rest = rest[run.endIndex...]
    }
    guard let secret, secret.count >= 3 else { return shown }
    return shown.replacing(secret, with: words)
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isWholeNumber || " .-/()+".contains(character)
  }

  private static func isTelephone(_ run: Substring) -> Bool {
    let groups = run.split { !$0.isWholeNumber }
    guard groups.reduce(0, { $0 + $1.count }) >= 7 else { return false }
    if let begin = run.first, "+(0".contains(begin) { return true }
    let counts = groups.map(\.count)
    if counts.count == 3, counts == [4, 2, 2] || counts == [2, 2, 4] { return false }
    return counts.allSatisfy { $0 <= 4 } || counts.contains { $0 >= 7 }
  }
}
