public import Domain

extension QueueFilter {
  static func term(_ word: Word) throws(UsageFault) -> Term {
    if word.isQuoted { return Term(test: .words(word.text.folded), isNegated: false) }
    let isNegated = word.text.hasPrefix("-") && word.text.count > 1
    return Term(test: try test(isNegated ? String(word.text.dropFirst()) : word.text), isNegated: isNegated)
  }

  private static func test(_ text: String) throws(UsageFault) -> Test {
    if let mark = Mark(rawValue: text.lowercased()) { return .mark(mark) }
    if let priority = Priority(text), text.first == "P" || text.first == "p" { return .priority([priority]) }
    if let sign = text.firstIndex(where: { $0 == "<" || $0 == ">" }), sign > text.startIndex,
      let test = try comparison(text, at: sign)
    {
      return test
    }
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return .words(text.folded) }
    let name = text[..<colon].lowercased()
    guard name.allSatisfy(\.isLetter) else { return .words(text.folded) }
    let field = try field(named: name)
    let values = text[text.index(after: colon)...].split(separator: ",").map(String.init)
    return try test(field, values)
  }

  /// `due<2h`, `age>2d`; nil for a word that merely has such a sign in it.
  private static func comparison(_ text: String, at sign: String.Index) throws(UsageFault) -> Test? {
    let name = text[..<sign].lowercased()
    guard name == "due" || name == "age" else { return nil }
    let word = String(text[text.index(after: sign)...])
    guard let span = Span(typed: word) else {
      throw UsageFault(
        "\"\(word.clipped(24))\" is no length. \(name)<2h and \(name)>90m are understood.", word: word)
    }
    let isLess = text[sign] == "<"
    return name == "due" ? .due(isLess: isLess, span) : .age(isLess: isLess, span)
  }

  /// Other words for a field.
  private static let others: [String: Field] = [
    "territory": .zone, "region": .zone, "client": .customer, "hold": .held
  ]

  static func field(named name: String) throws(UsageFault) -> Field {
    if let field = Field(rawValue: name) ?? others[name] { return field }
    if let field = Field.allCases.first(where: { $0.rawValue.hasPrefix(name) })
      ?? others.keys.sorted().first(where: { $0.hasPrefix(name) }).flatMap({ others[$0] })
    {
      return field
    }
    let names = Field.allCases.map(\.rawValue)
    let nearest = Nearness.words(to: name, in: names + others.keys)
    let hint =
      nearest.first.map { "\($0): is near." } ?? "\(names.map { $0 + ":" }.joined(separator: " ")) are."
    throw UsageFault(
      "\"\(name.clipped(24)):\" is no field to filter by. \(hint)", word: name, nearest: nearest)
  }

  private static func test(_ field: Field, _ values: [String]) throws(UsageFault) -> Test {
    switch field {
    case .priority:
      return .priority(
        try set(values, field, Priority.allCases.map { ($0.text.lowercased(), $0) }) { word in
          Priority(word) ?? Priority("P" + word)
        })
    case .waiting: return .bucket(try set(values, field, waitingWords))
    case .age: return .bucket(try set(values, field, ageWords))
    case .held: return .held(try set(values, field, HoldReason.allCases.map { ($0.rawValue, $0) }))
    case .trade, .zone, .site, .customer, .status, .tier, .technician:
      return .field(field, values.map(\.folded).filter { !$0.isEmpty })
    }
  }

  /// The values that words begin; one that begins none is refused with the nearest.
  private static func set<Value: Hashable>(
    _ words: [String], _ field: Field, _ known: [(String, Value)],
    also read: (String) -> Value? = { _ in nil }
  ) throws(UsageFault) -> Set<Value> {
    var found: Set<Value> = []
    for word in words where !word.isEmpty {
      let lower = word.lowercased()
      let exact = known.filter { $0.0 == lower }.map(\.1)
      let values = exact.isEmpty ? known.filter { $0.0.hasPrefix(lower) }.map(\.1) : exact
      if !values.isEmpty {
        found.formUnion(values)
      } else if let value = read(word) {
        found.insert(value)
      } else {
        let nearest = Nearness.words(to: lower, in: known.map(\.0))
        let hint = nearest.first.map { "\($0) is near." } ?? "\(known.map(\.0).joined(separator: " ")) are."
        throw UsageFault(
          "\"\(word.clipped(24))\" is no \(field.rawValue) to filter by. \(hint)", word: word,
          nearest: nearest)
      }
    }
    return found
  }

  static let waitingWords: [(String, QueueBucket)] = [
    ("new", .new), ("dispatch", .dispatch), ("parts", .parts), ("approval", .approval)
  ]

  static let ageWords: [(String, QueueBucket)] = [
    ("new", .ageNew), ("today", .ageToday), ("1d", .ageOneDay), ("2-5d", .ageFewDays), ("older", .ageOlder)
  ]
}

extension QueueBucket {
  /// What shows exactly the rows that the bucket counts.
  public var filter: String {
    switch self {
    case .new: "waiting:new"
    case .dispatch: "waiting:dispatch"
    case .parts: "open waiting:parts"
    case .approval: "open waiting:approval"
    case .urgent: "urgent"
    case .ageNew: "age:new"
    case .ageToday: "age:today"
    case .ageOneDay: "age:1d"
    case .ageFewDays: "age:2-5d"
    case .ageOlder: "age:older"
    }
  }

  /// As the counts at the top of the queue call it.
  public var words: String {
    switch self {
    case .new: "untriaged"
    case .dispatch: "to dispatch"
    case .parts: "parts"
    case .approval: "approval"
    case .urgent: "urgent"
    case .ageNew: "new"
    case .ageToday: "today"
    case .ageOneDay: "1 d"
    case .ageFewDays: "2-5 d"
    case .ageOlder: "over 5 d"
    }
  }
}
