import Domain

/// What the audit is narrowed to: `by:bea verb:assign,move order:20418 rule: -console:3f override "door"`.
///
/// Every term must fit; a leading `-` turns a term round; a word without a colon is looked for in who and the verb, in what
/// happened, in what it was before and after, and in what it is about.
public struct AuditFilter: Hashable, Sendable {
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case by, verb, order, console
    /// `rule:` alone is any rule.
    case rule
  }

  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// A rule that blocks was passed with a reason.
    case override
    /// It takes an entry back, or the taking back.
    case undo
  }

  private enum Test: Hashable, Sendable {
    /// One of several beginnings, folded.
    case field(Field, [String])
    case mark(Mark)
    case words(String)
  }

  private struct Term: Hashable, Sendable {
    let test: Test
    let isNegated: Bool
  }

  private let terms: [Term]

  /// Refuses a field that it does not know.
  public init(_ text: String) throws(UsageFault) {
    var terms: [Term] = []
    for word in WordLine(text.prefix(4_096)).words { terms.append(try AuditFilter.term(word)) }
    self.terms = terms
  }

  private static func term(_ word: Word) throws(UsageFault) -> Term {
    if word.isQuoted { return Term(test: .words(word.text.folded), isNegated: false) }
    let isNegated = word.text.hasPrefix("-") && word.text.count > 1
    let text = isNegated ? String(word.text.dropFirst()) : word.text
    if let mark = Mark(rawValue: text.lowercased()) { return Term(test: .mark(mark), isNegated: isNegated) }
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
      text[..<colon].allSatisfy(\.isLetter)
    else { return Term(test: .words(text.folded), isNegated: isNegated) }
    let name = text[..<colon].lowercased()
    guard let field = Field(rawValue: name) ?? Field.allCases.first(where: { $0.rawValue.hasPrefix(name) })
    else {
      let names = Field.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
      throw UsageFault(
        "\"\(name.clipped(24)):\" is no field of the audit; \(names) are.", word: name,
        nearest: Nearness.words(to: name, in: Field.allCases.map(\.rawValue)))
    }
    let values = text[text.index(after: colon)...].split(separator: ",").map { String($0).folded }
      .filter { !$0.isEmpty }
    if field == .verb { try checkVerbs(values) }
    return Term(test: .field(field, values), isNegated: isNegated)
  }

  /// What no verb begins with would find nothing, and say nothing of why.
  private static func checkVerbs(_ values: [String]) throws(UsageFault) {
    let unknown = values.first { value in !verbWords.contains { $0.hasPrefix(value) } }
    guard let unknown else { return }
    throw UsageFault(
      "\"\(unknown.clipped(24))\" begins no verb: help lists them.", word: unknown,
      nearest: Nearness.words(to: unknown, in: verbWords))
  }

  /// Every verb by the word that stands in the audit, folded.
  private static let verbWords: [String] = {
    // Names under which entries stand that nobody types.
    let unspoken = [
      UnspokenVerb.closeDay, UnspokenVerb.openDesk, UnspokenVerb.leaseNumbers, SeenVerb.name,
      MessageFailedVerb.name
    ]
    return (Verbs.catalogue.map { $0.name } + unspoken).map { Wording.word(of: $0).folded }
  }()
}

extension AuditFilter {
  /// Whether any line of an entry can be shown: all that is not about a single line is decided here.
  func passes(_ entry: Entry, in office: Office) -> Bool {
    terms.allSatisfy { term in
      switch term.test {
      case .field(.order, _), .words: return true
      case .mark(.override): return (entry.override != nil) != term.isNegated
      case .mark(.undo): return (entry.reversal != nil) != term.isNegated
      case .field(.rule, let values):
        guard let rule = entry.rule?.folded else { return term.isNegated }
        return begins(rule, values) != term.isNegated
      case .field(.by, let values):
        // What a rule did nobody did: whoever was at its console is not asked for it.
        guard entry.rule == nil, let person = office.person(entry.person) else { return term.isNegated }
        return (begins(person.handle.folded, values) || begins(person.name.words.folded, values))
          != term.isNegated
      case .field(.verb, let values):
        let verbs =
          [entry.reversal?.verb].compactMap(\.self) + entry.commands.map(\.verb)
          + entry.events.compactMap(\.officeVerb)
          + entry.events.compactMap(\.refusedCommands).joined().map(\.verb)
        return verbs.contains { begins(Wording.word(of: $0).folded, values) } != term.isNegated
      case .field(.console, let values):
        return begins(entry.console.description.folded, values) != term.isNegated
      }
    }
  }

  /// Whether a line of an entry that passes is shown.
  func passes(_ line: AuditLine) -> Bool {
    terms.allSatisfy { term in
      switch term.test {
      case .field(.order, let values): begins(line.about?.folded ?? "", values) != term.isNegated
      case .words(let words):
        [
          line.line.words, line.line.before, line.line.after, line.about, line.line.override,
          line.line.verb, line.line.person
        ].contains { $0?.holds(folded: words) ?? false } != term.isNegated
      case .field, .mark: true
      }
    }
  }

  private func begins(_ text: String, _ values: [String]) -> Bool {
    values.isEmpty || values.contains { text.hasPrefix($0) }
  }
}
