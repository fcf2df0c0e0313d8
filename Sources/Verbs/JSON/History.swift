public import Domain

/// One line of an order's history: who, when, from where, and what it was before and after.
public struct HistoryLine: Hashable, Sendable {
  public let seq: Int
  public let at: Timestamp
  public let person: String
  /// The rule that acted; the person is then whoever was at the console that carried it out.
  public let rule: String?
  /// The first digits of the console's id.
  public let console: String
  public let verb: String
  /// The event's name for scripts.
  public let event: String
  /// The event in words.
  public let words: String
  public let before: String?
  public let after: String?

  /// Who it was, as a line says it: a rule, or a person by his handle.
  public var who: String { rule.map { "rule \($0)" } ?? person }

  public var json: JSONValue {
    var object = JSONObject()
    object.add("seq", seq)
    object.add("at", at.rfc3339)
    object.add("person", person)
    object.add("rule", rule)
    object.add("console", console)
    object.add("verb", verb)
    object.add("event", event)
    object.add("before", before)
    object.add("after", after)
    object.add("words", words)
    return object.value
  }
}

/// Makes an order's history from the ledger's entries by folding that one order.
public enum History {
  /// `entries` are those that touch the order, oldest first; names come from the office as it is now.
  public static func lines(
    of entries: [Entry], order: WorkOrder.ID, in office: Office, at now: Timestamp
  ) -> [HistoryLine] {
    var fold = Office.unfounded
    var lines: [HistoryLine] = []
    let wording = Wording(office: office, now: now)
    for entry in entries {
      let verb =
        entry.reversal?.verb ?? entry.commands.first { $0.orders.contains(order) }?.verb
        ?? entry.commands.first?.verb ?? "unknown"
      // What an entry says of the order's state it says once: as it was before the entry and after all of it.
      let start = fold.order(order)
      var whole = fold
      for case .workOrder(order, let change) in entry.events {
        whole.apply(.workOrder(order, change), entry.stamp)
      }
      let end = whole.order(order)
      for event in entry.events {
        guard case .workOrder(order, let change) = event else { continue }
        let before = fold.order(order)
        fold.apply(event, entry.stamp)
        let after = fold.order(order)
        let (from, to) = wording.change(
          change, from: before, to: after, status: (start.map(\.status), end.map(\.status)))
        lines.append(
          HistoryLine(
            seq: entry.seq, at: entry.at,
            person: office.person(entry.person)?.handle ?? entry.person.description,
            rule: entry.automation?.rule.rawValue,
            console: String(entry.console.description.prefix(8)), verb: Wording.word(of: verb),
            event: change.name,
            words: wording.event(change), before: from, after: to))
      }
    }
    return lines
  }
}
