public import Domain

extension QueueFilter {
  /// What could stand where the cursor is in a filter: a field, a mark, or a value of the field begun, best first.
  public static func completions(
    of text: String, at cursor: Int, board: Board, office: Office
  ) -> [Completion] {
    let before = text.prefix(max(0, cursor))
    let cut = WordLine(before)
    let isInside = cut.openQuote != nil || !(before.last?.isWhitespace ?? true)
    let word = isInside ? cut.words.last : nil
    guard !(word?.isQuoted ?? false) else { return [] }
    let range = word?.range ?? before.count..<before.count
    var typed = word?.text ?? ""
    let sign = typed.hasPrefix("-") ? "-" : ""
    typed.removeFirst(sign.count)
    guard let colon = typed.firstIndex(of: ":") else {
      return offers(typed).map { Completion(text: sign + $0.text, range: range, help: $0.help) }
    }
    let name = typed[..<colon].lowercased()
    let given = typed[typed.index(after: colon)...]
    let last = given.lastIndex(of: ",").map { given.index(after: $0) } ?? given.startIndex
    let begun = String(given[last...])
    guard let field = field(beginning: name) else { return [] }
    return values(of: field, board, office).filter { begun.isEmpty || $0.folded.hasPrefix(begun.folded) }
      .prefix(40).map { value in
        let whole = sign + String(typed[...colon]) + String(given[..<last]) + value
        let isOneWord = !value.contains { $0.isWhitespace || $0 == "," }
        return Completion(
          text: isOneWord ? whole : sign + String(typed[...colon]) + String(given[..<last]) + value.firstWord,
          range: range, help: value)
      }
  }

  /// A value that nothing known begins with, and what was probably meant; nil when there is none.
  public func slip(board: Board, office: Office) -> String? {
    for term in terms where !term.isNegated {
      guard case .field(let field, let values) = term.test else { continue }
      let names = field == .technician ? office.technicians.inOrder.map(\.name.words) : []
      let known = QueueFilter.values(of: field, board, office) + names
      for value in values where !known.contains(where: { $0.folded.contains(value) }) {
        let nearest = Nearness.words(to: value, in: known)
        guard let near = nearest.first else { continue }
        return "No \(field.rawValue) here begins with \"\(value.clipped(24))\": \(near) is near."
      }
    }
    return nil
  }

  private static func offers(_ typed: String) -> [(text: String, help: String)] {
    let fields =
      Field.allCases.map { ($0.rawValue + ":", "") } + [("due<", "a clock has less left"), ("age>", "")]
    let marks = Mark.allCases.map { ($0.rawValue, $0.help) }
    return (fields + marks).filter { typed.isEmpty || $0.0.hasPrefix(typed.lowercased()) }
  }

  private static func field(beginning name: String) -> Field? {
    do {
      return try field(named: name)
    } catch {
      return nil
    }
  }

  private static func values(of field: Field, _ board: Board, _ office: Office) -> [String] {
    switch field {
    case .trade: return office.trades.entries.map(\.trade.name)
    case .zone:
      return Set(office.sites.inOrder.compactMap(\.zone) + office.technicians.inOrder.compactMap(\.zone))
        .sorted()
    case .priority: return Priority.allCases.map { $0.text.lowercased() }
    case .site: return Set(board.queue.lazy.map(\.siteName).filter { !$0.isEmpty }).sorted()
    case .customer: return Set(board.queue.lazy.map(\.customerName).filter { !$0.isEmpty }).sorted()
    case .status: return WorkOrderStatus.allCases.map(\.rawValue)
    case .tier: return Tier.allCases.map(\.rawValue)
    case .waiting: return waitingWords.map(\.0)
    case .age: return ageWords.map(\.0)
    case .held: return HoldReason.allCases.map(\.rawValue)
    case .technician: return office.technicians.inOrder.filter(\.isActive).map(\.handle).sorted()
    }
  }
}

extension String {
  /// A value of several words is looked for by its first.
  fileprivate var firstWord: String {
    String(split { $0.isWhitespace || $0 == "," }.first ?? "")
  }
}
