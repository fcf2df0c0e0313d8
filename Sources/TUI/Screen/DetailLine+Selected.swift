import Domain
import Terminal
import Verbs

extension DetailLine {
  /// What the detail is about, for its border.
  static func title(_ model: Model) -> String {
    if model.focus == .technicians { return model.selectedCard?.name ?? "nobody" }
    if model.focus == .timeline, model.timeline.visit == nil { return model.selectedLane?.name ?? "nobody" }
    return model.orderInPane.flatMap { model.office.order($0) }.map { String($0.number) }
      ?? "nothing selected"
  }

  /// The selected thing in a few lines, so that its window need not be opened to know it.
  static func detail(_ model: Model) -> [DetailLine] {
    let isPerson = model.focus == .technicians || model.focus == .timeline && model.timeline.visit == nil
    if isPerson {
      guard let id = model.selectedTechnician else { return [] }
      return model.board.technicians.first { $0.id == id }.map { technician($0, model) } ?? []
    }
    return model.orderInPane.flatMap { model.office.order($0) }.map { order($0, model) } ?? []
  }

  private static func order(_ order: WorkOrder, _ model: Model) -> [DetailLine] {
    let office = model.office
    let site = office.site(order.site)
    let words = order.description ?? order.summary
    let place = ((site?.place ?? []) + [site?.details[.access], site?.contact?.words].compactMap(\.self))
      .joined(separator: ", ")
    // A search of the whole queue would make a key cost what the records behind it do.
    let face =
      model.focus == .queue
      ? model.selectedRow?.clock : office.clocks(of: order, at: model.now).first(where: \.isTicking)
    let zone = office.zone
    let window = order.appointment.map { "promised \(model.wording.window($0))" }
    let clock = face.map {
      "\($0.kind == .response ? "respond" : "fix") by \(TimeWords.instant($0.dueAt, now: model.now, zone)) \(TimeWords.left($0))\($0.shape)"
        .trimmed
    }
    let claimed = order.claim.flatMap { office.person($0.by)?.name.words }.map { "\($0) works on it" }
    let notes = order.notes.count == 1 ? "1 note" : "\(order.notes.count) notes"
    return [
      DetailLine("\"\(words)\" \(place)"),
      DetailLine(facts: [
        order.priority.text, clock, window,
        office.customer(of: order).map { "\($0.name), \($0.tier.rawValue)" },
        office.equipment(order.equipment)?.name, order.trade.map { model.shown($0) },
        order.technician.flatMap { office.technician($0)?.name.words }.map { "with \($0)" }
      ]),
      DetailLine(facts: [
        "received \(TimeWords.instant(order.receivedAt, now: model.now, zone)) by \(order.source.rawValue)",
        order.waits ? "waiting \(TimeWords.clock(TimeWords.since(order.receivedAt, now: model.now)))" : nil,
        claimed ?? (order.isEnded ? nil : "nobody has claimed it"), notes,
        order.hold.map { "held for \($0.reason.rawValue): \($0.note)" }
      ])
    ]
  }

  private static func technician(_ card: TechnicianCard, _ model: Model) -> [DetailLine] {
    let skills = card.skills.map { "\(model.shown($0.trade)) \($0.level)" }.joined(separator: ", ")
    let zone = model.office.zone
    let next = card.next.map { number in
      "next \(number)" + (card.nextStart.map { " at \(TimeWords.instant($0, now: model.now, zone))" } ?? "")
    }
    return [
      DetailLine(facts: [
        "\(card.shown.letter)\(card.shown.shape) \(card.shown.word)", card.now.map { "on \($0)" },
        card.until.map { "until \(TimeWords.instant($0, now: model.now, zone))" }, next,
        card.isLate ? "late" : nil
      ]),
      DetailLine(facts: [
        skills.isEmpty ? "no skills on record" : skills, card.zone.map { "zone \($0)" },
        card.team.map { "team \($0)" },
        card.isOnCall ? "on call" : nil
      ]),
      DetailLine(facts: [
        card.lastPlace == nil ? "last place unknown" : "last at \(TechnicianText.place(card, model.now)) ago",
        card.lastSeenAt == nil ? "never seen" : "seen \(TechnicianText.seen(card, model.now)) ago",
        "load \(card.utilisationPercent)%"
      ])
    ]
  }
}

extension WorkOrder {
  /// Whether somebody still waits for it to be done.
  fileprivate var waits: Bool {
    switch status {
    case .new, .triage, .ready, .tentative, .scheduled, .dispatched, .accepted, .travelling, .held, .notDone:
      true
    case .onSite, .review, .closed, .cancelled, .duplicate: false
    }
  }
}
