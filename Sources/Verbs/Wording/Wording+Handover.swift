public import Domain

extension Wording {
  /// The heading of a part of the handover.
  public static func title(of section: HandoverSection) -> String {
    switch section {
    case .late: "Late"
    case .upset: "Upset"
    case .parts: "Parts"
    case .unassigned: "Queue"
    case .people: "People"
    case .alerts: "Alerts"
    case .words: "By hand"
    }
  }

  /// One thing that the next shift must know.
  public func handover(_ item: HandoverSheet.Item) -> String {
    switch item {
    case .lateArrival(let id, let promised, let arrivedAt):
      "\(place(of: id)): promised by \(time(promised.end)), \(arrivedAt.map { "came \(time($0))" } ?? "nobody there yet")"
    case .missedClock(let id, let kind, let dueAt):
      "\(place(of: id)): \(kind == .response ? "response" : "fix") was due \(time(dueAt))"
    case .complaint(let id, let words, let at):
      "\(office.customer(id)?.name ?? "a customer"): \(words), complained \(time(at))"
    case .waitingForParts(let id, let since, let reviewAt, let note):
      "\(place(of: id)): held \(TimeWords.length(now - since)), \(note), review \(time(reviewAt))"
    case .unassigned(let p1, let p2, let others, let oldest, let since):
      "P1 \(p1)  P2 \(p2)  others \(others) · oldest \(place(of: oldest)), waits \(TimeWords.length(now - since))"
    case .absent(let id, let reason, let until): "\(technician(id)): \(reason) until \(time(until))"
    case .unavailable(let id, let since):
      "\(technician(id)): unavailable\(since.map { " since \(time($0))" } ?? "")"
    case .silent(let id, let since): "\(technician(id)): not heard of since \(time(since))"
    case .alert(let alert):
      [alert.id.order.map(String.init), self.alert(alert)].compactMap(\.self).joined(separator: " ")
    case .line(let line):
      "\(line.words) (\(office.person(line.by)?.name.words ?? "somebody"), \(time(line.at))\(leftBehind(line)))"
    }
  }

  /// A line of the handover: `9 clock missed: 20401, 20402 …` where many of one kind are said as one.
  public func handover(_ line: HandoverSheet.Line) -> String {
    switch line {
    case .one(let item): return handover(item)
    case .several(let kind, let items):
      let name =
        switch kind {
        case .missedClocks: Wording.kind(.breached)
        case .lateArrivals: "nobody there when it was promised"
        case .alerts(let kind): Wording.kind(kind)
        }
      let numbers = items.compactMap { number(of: $0) }
      let more = numbers.count > 12 ? " and \(numbers.count - 12) more" : ""
      let which =
        numbers.isEmpty ? "" : ": \(numbers.prefix(12).map(String.init).joined(separator: ", "))\(more)"
      return "\(items.count) times \(name)\(which)"
    }
  }

  /// What was written for whoever has the desk by now.
  private func leftBehind(_ line: HandoverLine) -> String {
    guard let taken = office.handover.taken, line.at < taken.at else { return "" }
    return ", left to \(office.person(taken.by)?.name.words ?? "who has the desk")"
  }

  private func number(of item: HandoverSheet.Item) -> Int? {
    switch item {
    case .missedClock(let id, _, _), .lateArrival(let id, _, _): office.order(id)?.number
    case .alert(let alert): alert.id.order
    case .complaint, .waitingForParts, .unassigned, .absent, .unavailable, .silent, .line: nil
    }
  }

  /// What a part says when there is nothing in it, and whether that is good.
  public static func nothing(in section: HandoverSection) -> String {
    switch section {
    case .late: "nobody was kept waiting"
    case .upset: "no complaint is open"
    case .parts: "nothing waits for parts"
    case .unassigned: "everything has somebody"
    case .people: "everybody can be reached and comes"
    case .alerts: "none is open"
    case .words: "nobody has added anything"
    }
  }

  /// From when on the figures of a handover count.
  public func handoverSince(_ sheet: HandoverSheet) -> String {
    let isTaken = office.handover.taken?.at == sheet.since
    return "Since \(isTaken ? "the desk was taken" : "the shift day began"), \(time(sheet.since))"
  }

  /// What they count.
  public static let handoverFigures =
    "Visits done since then, of those that were to begin by now or were done all the same; clocks that were met since then, of those that were met or ran out."

  /// Who has the desk, since when, and how far the next one has come.
  public var handoverState: [String] {
    let handover = office.handover
    var lines: [String] = []
    if let taken = handover.taken {
      lines.append("\(name(taken.by)) has the desk since \(time(taken.at)).")
    }
    var readers: [Person.ID] = []
    for reading in handover.read where !readers.contains(reading.person) { readers.append(reading.person) }
    for reader in readers {
      let unread = handover.unread(by: reader).map { Wording.title(of: $0) }
      let rest = unread.isEmpty ? "all of it" : "all but \(unread.joined(separator: ", "))"
      lines.append("\(name(reader)) has read \(rest), and not taken over yet.")
    }
    return lines
  }

  private func name(_ person: Person.ID) -> String { office.person(person)?.name.words ?? "somebody" }

  /// An order with the place it is about.
  private func place(of id: WorkOrder.ID) -> String {
    guard let order = office.order(id) else { return "an order" }
    return [String(order.number), office.site(order.site)?.name].compactMap(\.self).joined(separator: " ")
  }
}
