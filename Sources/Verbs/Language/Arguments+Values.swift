import Domain

/// The words of a parameter as what they mean, each fault told with the word.
extension Arguments {
  /// The text, nil when it was not said.
  func needed(_ name: String) throws(UsageFault) -> String {
    guard let text = text(name) else { throw UsageFault("\(name) is missing.", word: name) }
    return text
  }

  /// The number that a caller can be reached by; anything else would be kept as one and found by nobody.
  func callersNumber() throws(UsageFault) -> String? {
    guard let words = text("phone") else { return nil }
    if let sentence = Wording.phoneRefusal(words) { throw UsageFault(sentence, word: "phone") }
    return words
  }

  func orders(in context: VerbContext) throws(UsageFault) -> [OrderReference] {
    var references: [OrderReference] = []
    for word in all("order") { references += try context.references(word) }
    if references.isEmpty { throw UsageFault("An order is missing: a number, . or -.", word: "order") }
    return references
  }

  func order(_ name: String = "order", in context: VerbContext) throws(UsageFault) -> OrderReference {
    let references = try context.references(try needed(name))
    guard let first = references.first, references.count == 1 else {
      throw UsageFault("One order at a time: \(references.count) are selected.", word: ".")
    }
    return first
  }

  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _: Value.Type = Value.self
  ) throws(UsageFault)
    -> Value? where Value.RawValue == String
  {
    guard let word = text(name) else { return nil }
    let exact = Value.allCases.first { $0.rawValue.folded == word.folded }
    let beginning = Value.allCases.filter {
      !word.folded.isEmpty && $0.rawValue.folded.hasPrefix(word.folded)
    }
    if let value = exact ?? (beginning.count == 1 ? beginning.first : nil) { return value }
    let all = Value.allCases.map(\.rawValue)
    throw UsageFault(
      "\"\(word.clipped(24))\" is no \(name). It is one of \(all.joined(separator: ", ")).", word: word,
      nearest: Nearness.words(to: word, in: all))
  }

  func neededChoice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Value.Type = Value.self
  )
    throws(UsageFault) -> Value where Value.RawValue == String
  {
    guard let value = try choice(name, type) else { throw UsageFault("\(name) is missing.", word: name) }
    return value
  }

  func priority(_ name: String = "priority") throws(UsageFault) -> Priority? {
    guard let word = text(name) else { return nil }
    guard let priority = Priority(word) else {
      throw UsageFault.isNo("priority", word, but: Examples.priorities)
    }
    return priority
  }

  func instant(
    _ name: String, in context: VerbContext, dayMeans: TimeOfDay? = nil
  ) throws(UsageFault) -> Timestamp? {
    guard let word = text(name) else { return nil }
    guard let instant = TypedTime.ahead(word, in: context, dayMeans: dayMeans) else {
      throw UsageFault.isNo("time", word, but: Examples.times)
    }
    return instant
  }

  func day(_ name: String, in context: VerbContext) throws(UsageFault) -> CivilDate? {
    guard let word = text(name) else { return nil }
    guard let day = TypedTime.day(word, in: context) else {
      throw UsageFault.isNo("day", word, but: Examples.days)
    }
    return day
  }

  /// A length above zero and at most thirty days.
  func length(_ name: String) throws(UsageFault) -> Span? {
    guard let word = text(name) else { return nil }
    guard let span = Span(typed: word), span > .zero, span <= .days(30) else {
      throw UsageFault.isNo("length", word, but: Examples.lengths)
    }
    return span
  }

  func number(_ name: String) throws(UsageFault) -> Int? {
    guard let word = text(name) else { return nil }
    guard let number = Int(word), number >= 0, number <= 1_000_000_000 else {
      throw UsageFault.isNo("count", word, but: Examples.counts)
    }
    return number
  }

  func money(_ name: String) throws(UsageFault) -> Money? {
    guard let word = text(name) else { return nil }
    guard let money = Money(word), money.hundredths >= 0 else {
      throw UsageFault.isNo("amount", word, but: Examples.amounts)
    }
    return money
  }

  func coordinates(_ name: String) throws(UsageFault) -> Coordinates? {
    guard let word = text(name) else { return nil }
    guard let place = Coordinates(word) else {
      throw UsageFault(
        "\"\(word.clipped(24))\" is no place. \(Examples.place) is, up to 90 and 180.", word: word)
    }
    return place
  }

  func hours(_ name: String) throws(UsageFault) -> OpeningHours? {
    guard let word = text(name) else { return nil }
    return try Arguments.hours(word)
  }

  static func hours(_ word: String) throws(UsageFault) -> OpeningHours {
    do { return try OpeningHours(word) } catch {
      throw UsageFault(
        "\"\(word.clipped(32))\" are no hours. \"Mon-Fri 07:00-15:30\" or 24x7 are.", word: word)
    }
  }

  /// `HVAC:3`, `lift:2@2027-01-31` for one whose certificate ends; trades that the office knows.
  func skills(in context: VerbContext) throws(UsageFault) -> [Skill] {
    try context.skills(all("skill"))
  }
}

extension VerbContext {
  func skills(_ words: [String]) throws(UsageFault) -> [Skill] {
    var skills: [Skill] = []
    for word in words.flatMap({ $0.split { $0 == " " || $0 == "," }.map(String.init) }) {
      guard let skill = Skill(word) else {
        throw UsageFault("\"\(word.clipped(24))\" is no skill. HVAC:3 or lift:2@2027-01-31 are.", word: word)
      }
      skills.append(
        Skill(trade: try listedTrade(skill.trade.name), level: skill.level, expiresOn: skill.expiresOn))
    }
    return skills
  }

  /// A trade that the office lists, by its name, the beginning of it, or a word that points to it alone.
  func trade(_ word: String) throws(UsageFault) -> Trade {
    if let known = office.trades.named(word) { return known }
    return try listedTrade(word)
  }

  /// The same by its name or the beginning of it alone: a word that work of a trade is known by is nobody's skill.
  private func listedTrade(_ word: String) throws(UsageFault) -> Trade {
    let trade = Trade(word)
    let names = office.trades.entries.map(\.trade.name)
    if names.contains(trade.name) { return trade }
    let beginning = names.filter { !trade.name.isEmpty && $0.hasPrefix(trade.name) }
    if beginning.count == 1 { return Trade(beginning[0]) }
    let meant = office.trades.named(word).map { [$0.name] } ?? Nearness.words(to: trade.name, in: names)
    let shown = word.clipped(24)
    let typed = shown == word && !word.contains(where: \.isWhitespace) ? word : "NAME"
    throw UsageFault(
      "The office lists no trade \"\(shown)\": office trade \(typed) adds one.", word: word,
      nearest: beginning.isEmpty ? meant : beginning)
  }

  /// What work of a trade is about, from the office's list; a trade without a list takes any word.
  func category(_ word: String, of trade: Trade?) throws(UsageFault) -> String {
    let known = office.trades.categories(of: trade)
    guard office.trades.hasCategories(of: trade) else { return word }
    if let name = office.trades.category(word, of: trade) { return name }
    let names = known.flatMap { [$0.name] + $0.words }
    let nearest = Nearness.words(to: word.trimmed, in: names)
    let near = nearest.isEmpty ? known.prefix(3).map(\.name) : nearest
    let kind = trade.map { " of \($0.name.clipped(16)) work" } ?? ""
    throw UsageFault(
      "\"\(word.clipped(24))\" is no category\(kind): \(near.joined(separator: ", ")) "
        + (near.count == 1 ? "is." : "are."), word: "category")
  }
}
