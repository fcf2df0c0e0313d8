public import Domain

/// A line of the audit: who did what to which record, when, from where, and what it was before and after.
public struct AuditLine: Hashable, Sendable {
  public let line: HistoryLine
  /// The order's number or the record's name; nil for the office itself.
  public let about: String?

  public var json: JSONValue {
    guard case .object(var members) = line.json else { return line.json }
    if let about { members.append(.init("about", .string(about))) }
    return .object(members)
  }
}

/// Goes through the ledger entry by entry, over the office as it was before the first of them.
public struct Audit: Sendable {
  private var fold: Office
  private let wording: Wording
  private let filter: AuditFilter

  /// Names come from the office as it is now.
  public init(
    over before: Office, filter: AuditFilter, in office: Office, at now: Timestamp,
    consoles: ConsoleNames = .unknown
  ) {
    fold = before
    self.filter = filter
    var wording = Wording(office: office, now: now)
    wording.consoles = consoles
    self.wording = wording
  }

  /// The orders of an entry that the office had let go of by then: ``restore(_:)`` gives them back.
  public func lacking(for entry: Entry) -> [WorkOrder.ID] {
    var known = Set(entry.events.compactMap { $0.logged?.id })
    return entry.events.compactMap(\.order).filter { known.insert($0).inserted && fold.order($0) == nil }
  }

  public mutating func restore(_ order: WorkOrder) { fold.restore(order) }

  /// What an entry has to say, as far as it passes the filter.
  public mutating func lines(of entry: Entry) -> [AuditLine] {
    guard filter.passes(entry, in: wording.office) else {
      for event in entry.events { fold.apply(event, entry.stamp) }
      return []
    }
    var lines: [AuditLine] = []
    var seen: Set<WorkOrder.ID> = []
    for event in entry.events {
      if let order = event.order {
        guard seen.insert(order).inserted else { continue }
        let own = History.lines(of: entry, order, on: &fold, wording)
        let about = fold.order(order).map { String($0.number) }
        lines += own.map { AuditLine(line: $0, about: about) }
      } else {
        lines.append(line(of: event, in: entry))
      }
    }
    return lines.filter(filter.passes)
  }

  /// A record's own line: its fields before and after, with what lists hide hidden here too.
  private mutating func line(of event: Event, in entry: Entry) -> AuditLine {
    let before = event.record.flatMap { fold.fields(of: $0) } ?? []
    fold.apply(event, entry.stamp)
    let after = event.record.flatMap { fold.fields(of: $0) } ?? []
    let changed = after.filter { field in before.first { $0.name == field.name }?.text != field.text }
    let words = { [wording] (fields: [FieldValue]) -> String? in
      let shown = fields.filter { field in field.text != nil && changed.contains { $0.name == field.name } }
      return shown.isEmpty
        ? nil
        : shown.map { "\($0.name)=\(wording.value($0.text, of: $0.name, $0.secrecy))" }.joined(separator: " ")
    }
    let refused = event.refusedCommands
    let commands = refused ?? entry.commands
    let verb =
      entry.reversal?.verb ?? commands.first(where: { !$0.isMessage })?.verb ?? commands.first?.verb
      ?? event.officeVerb ?? "unknown"
    let contested = refused ?? event.settledConflict.flatMap { wording.office.conflict($0)?.commands } ?? []
    let number = contested.lazy.flatMap(\.orders).compactMap { [wording] in wording.office.order($0)?.number }
      .first
    return AuditLine(
      line: HistoryLine(
        entry, verb: verb, event: event.name, words: wording.audited(event),
        change: (words(before), words(after)),
        in: wording),
      about: number.map { String($0) }
        ?? event.record.flatMap { wording.office.name(of: $0) ?? fold.name(of: $0) })
  }
}

extension Wording {
  /// What happened to a record, without what whoever asked was shown then.
  fileprivate func audited(_ event: Event) -> String {
    switch event {
    case .site(_, .secretShown): "the access code was shown"
    case .technician(_, .phoneShown): "the telephone number was shown"
    case .workOrder, .office, .technician, .customer, .site, .equipment, .person: recordDone(event) ?? ""
    }
  }
}

extension Event {
  /// What a console wanted and the office refused by it; nil where it is no refusal.
  var refusedCommands: [Command]? {
    switch self {
    case .office(.conflict(.arose(let conflict))): conflict.commands
    case .office(.conflict(.changed(_, .grew(let lost)))): lost.commands
    case .workOrder, .office, .technician, .customer, .site, .equipment, .person: nil
    }
  }

  /// The conflict of which something became by it.
  fileprivate var settledConflict: Conflict.ID? {
    if case .office(.conflict(.changed(let id, _))) = self { id } else { nil }
  }

  /// The work that an order begins with, where this is its beginning.
  fileprivate var logged: LoggedWork? {
    switch self {
    case .workOrder(_, .logged(let work)): work
    case .workOrder(_, .imported(let work)): work.logged
    case .workOrder, .office, .technician, .customer, .site, .equipment, .person: nil
    }
  }
}
