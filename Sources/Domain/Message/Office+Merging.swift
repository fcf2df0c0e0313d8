extension Office {
  /// The text with its fields filled for an order; refused when a field is unknown, or nothing is known for it.
  func merged(
    _ text: String, for order: WorkOrder, contact: PersonalText?, code: String? = nil, at now: Timestamp
  ) throws(Refusal) -> String {
    let merge = MergeText(text)
    try merge.check()
    var missing: [String] = []
    var words = ""
    for piece in merge.pieces {
      switch piece {
      case .words(let plain): words += plain
      case .unknown(let name): words += "{\(name)}"
      case .field(let field):
        let told =
          field == .code
          ? code.map { "To sign for the work, tell our technician the code \($0)." } ?? "" : nil
        if let value = told ?? value(of: field, for: order, contact: contact, at: now) {
          words += value
        } else if !missing.contains(field.rawValue) {
          missing.append(field.rawValue)
        }
      }
    }
    if !missing.isEmpty { throw .missing(.order(order.number), fields: missing) }
    let trimmed = words.trimmed
    if trimmed.isEmpty { throw .missing(.order(order.number), fields: ["text"]) }
    return trimmed
  }

  private func value(
    of field: MergeField, for order: WorkOrder, contact: PersonalText?, at now: Timestamp
  ) -> String? {
    let site = site(order.site)
    let zone = zone(site?.timeZone)
    let start = order.openVisit?.start
    switch field {
    case .code: return nil
    case .office: return profile.name
    case .order: return String(order.number)
    case .problem: return order.summary
    case .customer: return customer(of: order)?.name
    case .contact: return contact?.words
    case .site: return site?.name
    case .address: return site?.address ?? site?.name
    case .technician: return name(of: order.technician) ?? "our technician"
    case .time: return start.map { zone.clock(at: $0) }
    case .day: return start.map { OutgoingDay.text(of: zone.date(at: $0), today: zone.date(at: now)) }
    case .expected: return expectedArrival(of: order, at: now).map { told(at: $0, zone, now) }
    case .plan: return plan(order, start, zone, now)
    case .was:
      // What told no time, such as why it waits, is meant by when it was said.
      return order.lastSaid.map { told(at: $0.tells ?? $0.sentAt ?? $0.at, zone, now) }
    case .reason: return order.hold.map { $0.reason.customerWords }
    case .next: return order.hold?.nextStep
    case .review:
      return order.hold.map { OutgoingDay.text(of: zone.date(at: $0.reviewAt), today: zone.date(at: now)) }
    }
  }

  /// When a customer is told to expect somebody: as planned, or where that has become too early, as things stand, up to
  /// the next five minutes; nil while nobody can say.
  func expectedArrival(of order: WorkOrder, at now: Timestamp) -> Timestamp? {
    guard let arrival = arrival(of: order, at: now) else { return nil }
    if let planned = arrival.planned, arrival.at <= planned { return planned }
    return Timestamp(seconds: (arrival.at.seconds + 299) / 300 * 300)
  }

  private func plan(_ order: WorkOrder, _ start: Timestamp?, _ zone: ZoneRules, _ now: Timestamp) -> String {
    if start == nil, let day = order.postponedTo {
      return "We come on \(OutgoingDay.text(of: day, today: zone.date(at: now))) and call you with the time."
    }
    // A visit that was taken back keeps its hour on the board, and nobody comes at it.
    guard let start, let who = name(of: order.technician) else { return "We call you with a new time." }
    return "\(who) comes on \(told(at: start, zone, now)); call us if that does not suit you."
  }

  private func told(at instant: Timestamp, _ zone: ZoneRules, _ now: Timestamp) -> String {
    let day = OutgoingDay.text(of: zone.date(at: instant), today: zone.date(at: now))
    return "\(day) at \(zone.clock(at: instant))"
  }

  /// A technician as a customer calls him: `Ana Ruiz` for `Ruiz, Ana`.
  private func name(of technician: Technician.ID?) -> String? {
    guard let words = self.technician(technician)?.name.words else { return nil }
    let parts = words.split(separator: ",", maxSplits: 1).map { $0.trimmed }
    return parts.count == 2 ? "\(parts[1]) \(parts[0])" : words
  }
}

/// A day as a customer reads it: never "today", since he may read it tomorrow.
enum OutgoingDay {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"
  ]

  static func text(of day: CivilDate, today: CivilDate) -> String {
    let text = "\(day.weekday.short) \(day.day) \(months[day.month - 1])"
    return day.year == today.year ? text : "\(text) \(day.year)"
  }
}

extension HoldReason {
  /// Why work waits, as a customer is told.
  var customerWords: String {
    switch self {
    case .parts: "waits for a part"
    case .customer: "waits for your decision"
    case .approval: "waits for an approval"
    case .access: "waits until we can get in"
    case .escalated: "needs a specialist"
    case .weather: "waits for the weather"
    case .vendor: "waits for another company"
    }
  }
}
