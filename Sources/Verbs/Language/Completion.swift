/// A word that could stand where the cursor is.
public struct Completion: Hashable, Sendable {
  /// What to put in place of `range`, quoted where it must be.
  public let text: String
  /// The part of the line that it replaces, in characters.
  public let range: Range<Int>
  /// What it is, in a few words.
  public let help: String

  public init(text: String, range: Range<Int>, help: String) {
    self.text = text
    self.range = range
    self.help = help
  }
}

extension Verbs {
  /// What could stand at the cursor, best first, at most two hundred.
  public static func completions(of line: String, at cursor: Int, in context: VerbContext) -> [Completion] {
    guard line.utf8.count <= WordLine.longest else { return [] }
    let before = line.prefix(max(0, cursor))
    let cut = WordLine(before)
    let isInside = cut.openQuote != nil || !(before.last?.isWhitespace ?? true)
    let partial = isInside ? cut.words.last : nil
    let words = partial == nil ? cut.words : cut.words.dropLast()
    let range = partial?.range ?? before.count..<before.count
    let typed = partial?.text ?? ""
    let offers = offers(after: Array(words), typed: typed, in: context)
    return offers.prefix(200).map { offer in
      Completion(text: quoted(offer.text), range: range, help: offer.help)
    }
  }

  private static func offers(after words: [Word], typed: String, in context: VerbContext) -> [Offer] {
    guard let first = words.first else {
      return groups.filter { $0.hasPrefix(typed.lowercased()) }.map { Offer($0, help(ofGroup: $0)) }
    }
    let found: (verb: any Verb.Type, count: Int)
    do { found = try find(words: words) } catch {
      guard words.count == 1 else { return [] }
      let members = catalogue.filter { $0.words.count == 2 && $0.words[0].hasPrefix(first.text.lowercased()) }
      return members.filter { $0.words[1].hasPrefix(typed.lowercased()) }.map { Offer($0.words[1], $0.help) }
    }
    var filling = Filling(found.verb.parameters)
    for word in words.dropFirst(found.count) {
      do { try filling.take(word) } catch { return [] }
    }
    let members =
      words.count == 1 && found.count == 1
      ? catalogue.filter {
        $0.words.count == 2 && $0.words[0] == found.verb.words[0] && $0.words[1].hasPrefix(typed)
      } : []
    return Offers(context: context, filling: filling, typed: typed).all
      + members.map { Offer($0.words[1], $0.help) }
  }

  private static func help(ofGroup group: String) -> String {
    if let alone = catalogue.first(where: { $0.words == [group] }) { return alone.help }
    return catalogue.filter { $0.words[0] == group }.map { $0.words[1] }.joined(separator: ", ")
  }

  /// In quotes where white space or a quote would otherwise part it.
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "'" }) else { return text }
    var escaped = ""
    for character in text {
      if character == "\"" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return "\"" + escaped + "\""
  }
}
