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
  /// What that console is called.
  public let from: String
  public let verb: String
  /// The event's name for scripts.
  public let event: String
  /// The event in words.
  public let words: String
  public let before: String?
  public let after: String?
  /// The reason for passing a rule that stood against it.
  public let override: String?

  /// Who it was, as a line says it: a rule, or a person by his handle.
  public var who: String { rule.map { "rule \($0)" } ?? person }

  /// What its object may say.
  static let keys = "seq at person rule console verb event before after words from override"

  public var json: JSONValue {
    var object = JSONObject()
    object.add("seq", seq)
    object.add("at", at.rfc3339)
    object.add("person", person)
    object.add("rule", rule)
    object.add("console", console)
    object.add("from", from)
    object.add("verb", verb)
    object.add("event", event)
    object.add("before", before)
    object.add("after", after)
    object.add("words", words)
    object.add("override", override)
    return object.value
  }
}

extension HistoryLine {
  init(
    _ entry: Entry, verb: String, event: String, words: String, change: (from: String?, to: String?),
    in wording: Wording
  ) {
    let office = wording.office
    self.init(
      seq: entry.seq, at: entry.at, person: office.person(entry.person)?.handle ?? entry.person.description,
      rule: entry.rule,
      console: String(entry.console.description.prefix(8)), from: wording.consoles.name(entry.console),
      verb: Wording.word(of: verb), event: event, words: words, before: change.from, after: change.to,
      override: entry.override)
  }
}

extension Entry {
  /// What acted in the place of a person: a rule, or the office itself that handed a message over.
  public var rule: String? {
    automation?.rule.rawValue ?? (isDelivery ? Wording.word(of: OutboxVerb.name) : nil)
  }

  /// Whether it says what became of messages, which nobody does but the office itself.
  private var isDelivery: Bool {
    !commands.isEmpty && commands.allSatisfy { if case .reportMessage = $0 { true } else { false } }
  }
}

/// Makes an order's history from the ledger's entries by folding that one order.
public enum History {
  /// `entries` are those that touch the order, oldest first; names come from the office as it is now. Who may read no
  /// more than his own work is told what he did himself and what was said on the order's thread.
  public static func lines(
    of entries: [Entry], order: WorkOrder.ID, for reader: Person.ID? = nil, in office: Office,
    at now: Timestamp, consoles: ConsoleNames = .unknown
  ) -> [HistoryLine] {
    var fold = Office.unfounded
    var wording = Wording(office: office, now: now)
    wording.consoles = consoles
    let scoped = reader.flatMap { office.hasScope($0) ? $0 : nil }
    return entries.flatMap { entry in
      let isWhole = scoped.map { entry.person == $0 && entry.automation == nil } ?? true
      let refused = isWhole ? contested(entry, order, wording) : []
      return lines(of: entry, order, on: &fold, wording) { isWhole || $0.isSaid } + refused
    }
  }

  /// What of an entry says that something about an order was refused, or what became of that: by the verb that it is
  /// about, in words.
  public static func contests(
    of entry: Entry, about order: WorkOrder.ID, _ wording: Wording
  ) -> [(event: Event, verb: String, words: String)] {
    entry.events.filter { $0.isContest(of: order, in: wording.office) }.map { event in
      let verb = (event.refusedCommands ?? entry.commands).first?.verb ?? "unknown"
      return (event, verb, wording.recordDone(event) ?? "")
    }
  }

  private static func contested(
    _ entry: Entry, _ order: WorkOrder.ID, _ wording: Wording
  ) -> [HistoryLine] {
    contests(of: entry, about: order, wording).map { contest in
      HistoryLine(
        entry, verb: contest.verb, event: contest.event.name, words: contest.words, change: (nil, nil),
        in: wording)
    }
  }

  /// The name of the verb by which an entry did something to an order.
  public static func verb(of entry: Entry, about order: WorkOrder.ID) -> String {
    let own = entry.commands.filter { $0.makes(order) || $0.orders.contains(order) }
    // What only goes along with an act does not name it.
    let named = own.first { !$0.isMessage } ?? own.first ?? entry.commands.first
    return entry.reversal?.verb ?? named?.verb ?? "unknown"
  }

  /// What an entry says of one order, which it is applied to; of its events those that are to be told.
  static func lines(
    of entry: Entry, _ order: WorkOrder.ID, on fold: inout Office, _ wording: Wording,
    isTold: (WorkOrderEvent) -> Bool = { _ in true }
  ) -> [HistoryLine] {
    let verb = Self.verb(of: entry, about: order)
    // What an entry says of the order's state it says once: as it was before the entry and after all of it.
    let start = fold.order(order)
    var whole = fold
    for case .workOrder(order, let change) in entry.events {
      whole.apply(.workOrder(order, change), entry.stamp)
    }
    let end = whole.order(order)
    let anew = entry.visitsToldAnew(of: order)
    var lines: [HistoryLine] = []
    for event in entry.events {
      guard case .workOrder(order, let change) = event else { continue }
      let before = fold.order(order)
      fold.apply(event, entry.stamp)
      guard let words = words(of: change, anew, wording), isTold(change) else { continue }
      let isAnew = change.isMove(of: anew)
      lines.append(
        HistoryLine(
          entry, verb: verb, event: change.name,
          words: words,
          change: wording.change(
            change, from: isAnew ? start : before, to: isAnew ? end : fold.order(order),
            status: (start.map(\.status), end.map(\.status))),
          in: wording))
    }
    return lines
  }

  /// What an entry says of one order, in words.
  public static func words(of entry: Entry, about order: WorkOrder.ID, _ wording: Wording) -> [String] {
    let anew = entry.visitsToldAnew(of: order)
    return entry.events.compactMap { event in
      guard case .workOrder(order, let change) = event else { return nil }
      return words(of: change, anew, wording)
    }
  }

  /// An event in words; nil for what goes along with the move of a visit that is told anew, which says it all.
  private static func words(
    of change: WorkOrderEvent, _ anew: Set<Visit.ID>, _ wording: Wording
  ) -> String? {
    if change.isMove(of: anew) { return "\(wording.event(change)), and told anew" }
    return change.visit.map(anew.contains) ?? false ? nil : wording.event(change)
  }
}

extension History {
  /// Whether the entries of an order do not begin with its making: what was before is not here.
  public static func isCut(_ entries: [Entry], order: WorkOrder.ID) -> Bool {
    !entries.contains { entry in
      entry.events.contains { event in
        switch event {
        case .workOrder(order, .logged), .workOrder(order, .imported): true
        default: false
        }
      }
    }
  }
}

extension Entry {
  /// The visits of an order that it moves and that stay with whoever had been told: he is told anew, which is one thing
  /// and not three.
  fileprivate func visitsToldAnew(of order: WorkOrder.ID) -> Set<Visit.ID> {
    var taken: [Visit.ID: Technician.ID] = [:]
    var given: Set<Visit.ID> = []
    var moved: Set<Visit.ID> = []
    for case .workOrder(order, let change) in events {
      switch change {
      case .unassigned(let visit, let technician): taken[visit] = technician
      case .assigned(let visit, let technician, told: true, restoring: nil) where taken[visit] == technician:
        given.insert(visit)
      case .visitMoved(let visit, _, _): moved.insert(visit)
      default: break
      }
    }
    return given.intersection(moved)
  }
}

extension WorkOrderEvent {
  /// The visit that it moves, takes or gives; nil for any other event.
  fileprivate var visit: Visit.ID? {
    switch self {
    case .unassigned(let visit, _), .assigned(let visit, _, _, _), .visitMoved(let visit, _, _),
      .toldBy(let visit, _):
      visit
    default: nil
    }
  }

  /// Whether it moves one of these visits.
  fileprivate func isMove(of visits: Set<Visit.ID>) -> Bool {
    if case .visitMoved(let visit, _, _) = self { visits.contains(visit) } else { false }
  }
}

extension Event {
  /// Whether it refuses something about an order, or says what becomes of that.
  fileprivate func isContest(of order: WorkOrder.ID, in office: Office) -> Bool {
    if let refusedCommands { return refusedCommands.flatMap(\.orders).contains(order) }
    switch self {
    case .office(.conflict(.changed(let id, .settled))), .office(.conflict(.changed(let id, .accepted))),
      .office(.conflict(.changed(let id, .reopened))):
      return office.conflict(id)?.orders.contains(order) ?? true
    default: return false
    }
  }
}

extension WorkOrderEvent {
  /// Whether it is words on the order's thread, which both sides read.
  fileprivate var isSaid: Bool { if case .thread(.said) = self { true } else { false } }
}

extension Command {
  /// Whether an order begins with it.
  fileprivate func makes(_ order: WorkOrder.ID) -> Bool {
    switch self {
    case .logWorkOrder(let rule): rule.work.id == order
    case .importWorkOrder(let rule): rule.work.logged.id == order
    default: false
    }
  }
}
