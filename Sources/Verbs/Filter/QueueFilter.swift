public import Domain

/// What a queue is narrowed to: `trade:lift,doors zone:north due<2h -held "door"`.
///
/// Every term must fit; a leading `-` turns a term round; a word without a colon is looked for in number, site,
/// customer, trade and problem.
public struct QueueFilter: Hashable, Sendable {
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case trade, zone, priority, site, customer, status
  }

  public enum Mark: String, Hashable, Sendable, CaseIterable {
    case flagged, mine, claimed, held, breached, atrisk, unclaimed, incomplete
  }

  public enum Test: Hashable, Sendable {
    /// One of several beginnings, folded.
    case field(Field, [String])
    /// The clock that falls due first has less, or more, time left.
    case due(isLess: Bool, Span)
    /// It came in less, or more, time ago.
    case age(isLess: Bool, Span)
    case mark(Mark)
    case words(String)
  }

  public struct Term: Hashable, Sendable {
    public let test: Test
    public let isNegated: Bool
  }

  public let terms: [Term]

  /// Refuses only what cannot be meant: a field it does not know, a length that is none.
  public init(_ text: String) throws(UsageFault) {
    var terms: [Term] = []
    for word in WordLine(text.prefix(4_096)).words { terms.append(try QueueFilter.term(word)) }
    self.terms = terms
  }

  public var isEmpty: Bool { terms.isEmpty }
}

extension QueueFilter {
  private static func term(_ word: Word) throws(UsageFault) -> Term {
    if word.isQuoted { return Term(test: .words(word.text.folded), isNegated: false) }
    let isNegated = word.text.hasPrefix("-") && word.text.count > 1
    return Term(test: try test(isNegated ? String(word.text.dropFirst()) : word.text), isNegated: isNegated)
  }

  private static func test(_ text: String) throws(UsageFault) -> Test {
    if let mark = Mark(rawValue: text.lowercased()) { return .mark(mark) }
    if let priority = Priority(text), text.first == "P" || text.first == "p" {
      return .field(.priority, [priority.text.folded])
    }
    if let sign = text.firstIndex(where: { $0 == "<" || $0 == ">" }), sign > text.startIndex {
      let name = text[..<sign].lowercased()
      if name == "due" || name == "age" {
        let word = String(text[text.index(after: sign)...])
        guard let span = Span(typed: word) else {
          throw UsageFault(
            "\"\(word.clipped(24))\" is no length. \(name)<2h and \(name)>90m are understood.", word: word)
        }
        let isLess = text[sign] == "<"
        return name == "due" ? .due(isLess: isLess, span) : .age(isLess: isLess, span)
      }
    }
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return .words(text.folded) }
    let name = text[..<colon].lowercased()
    guard name.allSatisfy(\.isLetter) else { return .words(text.folded) }
    guard
      let field = Field.allCases.first(where: { $0.rawValue == name })
        ?? Field.allCases.first(where: { $0.rawValue.hasPrefix(name) })
    else {
      let names = Field.allCases.map { $0.rawValue + ":" }
      throw UsageFault(
        "\"\(name.clipped(24)):\" is no field to filter by. \(names.joined(separator: " ")) are.", word: name,
        nearest: Nearness.words(to: name, in: Field.allCases.map(\.rawValue)))
    }
    let values = text[text.index(after: colon)...].split(separator: ",").map { String($0).folded }
    return .field(field, values.filter { !$0.isEmpty })
  }
}
