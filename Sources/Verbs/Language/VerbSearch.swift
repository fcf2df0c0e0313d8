extension Verbs {
  /// The verb that the first words name, in full or by an unambiguous beginning, and how many words it took;
  /// a bare number takes none.
  static func find(words: [Word]) throws(UsageFault) -> (verb: any Verb.Type, count: Int) {
    guard let first = words.first else { throw UsageFault("A verb is missing. help lists them.") }
    if words.count == 1, OrderReference.number(first.text) != nil { return (OpenVerb.self, 0) }
    if let words = shortForms[first.text.lowercased()],
      let verb = catalogue.first(where: { $0.words == words })
    {
      return (verb, 1)
    }
    let group = try group(of: first.text)
    let members = catalogue.filter { $0.words.count == 2 && $0.words[0] == group }
    if let alone = catalogue.first(where: { $0.words == [group] }) {
      // Such as message, which goes on with an order unless it goes on with recall.
      let second = words.count > 1 ? words[1].text.lowercased() : ""
      if let member = members.first(where: { $0.words[1] == second }) { return (member, 2) }
      if alone.parameters.isEmpty, let longer = longer(than: group, second) { return (longer, 2) }
      return (alone, 1)
    }
    let choices = members.map { $0.words[1] }
    guard words.count > 1 else {
      throw UsageFault(
        "\(group) goes on with \(choices.joined(separator: ", ")).", word: group)
    }
    let second = words[1].text.lowercased()
    let found =
      members.filter { $0.words[1] == second }.first
      ?? only(members.filter { !second.isEmpty && $0.words[1].hasPrefix(second) })
    guard let found else {
      throw UsageFault(
        "\(group) goes on with \(choices.joined(separator: ", ")), not \"\(words[1].text.clipped(24))\".",
        word: words[1].text, nearest: Nearness.words(to: second, in: choices))
    }
    return (found, 2)
  }

  /// The first words there are, each once, in the order of the catalogue.
  static let groups: [String] = {
    var groups: [String] = []
    for verb in catalogue {
      if let word = verb.words.first, !groups.contains(word) { groups.append(word) }
    }
    return groups
  }()

  /// What people say for a verb besides its own word.
  private static let synonyms = ["new": "log"]

  /// One word for what is said a hundred times a day.
  private static let shortForms = [
    "snooze": ["alert", "snooze"], "own": ["alert", "own"], "ack": ["alert", "own"],
    "resolve": ["alert", "resolve"]
  ]

  private static func group(of word: String) throws(UsageFault) -> String {
    let typed = word.lowercased()
    if groups.contains(typed) { return typed }
    if let meant = synonyms[typed] { return meant }
    let beginning = typed.isEmpty ? [] : groups.filter { $0.hasPrefix(typed) }
    if beginning.count == 1 { return beginning[0] }
    if beginning.count > 1 {
      throw UsageFault(
        "\"\(word.clipped(24))\" could be \(beginning.sorted().joined(separator: ", ")).", word: word,
        nearest: beginning.sorted())
    }
    throw UsageFault(
      "\"\(word.clipped(24))\" is no verb. help lists them.", word: word,
      nearest: Nearness.words(to: typed, in: groups))
  }

  /// `tech ed`: the beginning of a longer word, where the word alone is a verb that nothing may follow.
  private static func longer(than word: String, _ second: String) -> (any Verb.Type)? {
    guard !second.isEmpty else { return nil }
    let found = catalogue.filter { verb in
      verb.words.count == 2 && verb.words[0] != word && verb.words[0].hasPrefix(word)
    }
    return only(found.filter { $0.words[1] == second })
      ?? only(found.filter { $0.words[1].hasPrefix(second) })
  }

  private static func only(_ found: [any Verb.Type]) -> (any Verb.Type)? { found.count == 1 ? found[0] : nil }
}
