public import Domain

extension Sheets {
  /// All that is known of an order.
  /// `path` says where an attached file's bytes lie, where that is known.
  public static func workOrder(
    _ order: WorkOrder, in office: Office, at now: Timestamp, path: (Digest) -> String? = { _ in nil }
  ) -> [String] {
    let wording = Wording(office: office, now: now)
    let site = office.site(order.site)
    let trade = order.trade.map { office.trades.spelled($0) }
    let title = [order.priority.text, trade, site?.name, Wording.status(order.status)].compactMap(\.self)
    var lines = ["\(order.number) · \(title.joined(separator: " · "))"]
    lines += line("Newer", Wording.newer(order))
    lines += line("Problem", order.summary)
    lines += line("Details", order.description)
    lines += requests(order, wording)
    lines += place(order, site, wording)
    lines += line(
      "Clocks", office.clockExplanations(of: order, at: now).isEmpty ? "nothing was promised" : nil)
    for clock in office.clockExplanations(of: order, at: now) { lines += line("Clock", wording.clock(clock)) }
    lines += line("Promise", wording.promise(order)) + line("Estimate", wording.estimate(order))
    lines += line("Pinned", wording.pins(order))
    lines += priority(order, office)
    lines += line("Score", score(office.score(of: order, at: now)))
    lines += work(order, office, wording)
    lines += visits(order, wording, office)
    if let report = order.sourceReport {
      lines += ["Reported before it was imported"] + self.report(report, wording)
    }
    lines += marks(order, wording, path)
    return lines
  }

  /// `94 = waiting 20 + clock 60 + …`: every term of the sum.
  public static func score(_ score: Score) -> String {
    let terms = score.terms.map { "\($0.kind.rawValue) \($0.points)" }.joined(separator: " + ")
    return terms.isEmpty ? String(score.total) : "\(score.total) = \(terms)"
  }

  private static func requests(_ order: WorkOrder, _ wording: Wording) -> [String] {
    order.requests.flatMap { request in
      let who = [request.caller?.words, request.phone?.words].compactMap(\.self).joined(separator: ", ")
      let by = who.isEmpty ? "" : " (\(who))"
      let how = "\(wording.time(request.receivedAt)), \(request.source.rawValue)"
      if request.words.trimmed.isEmpty { return line("Call", "asks about it\(by), \(how)") }
      let said = request.saidUrgency.map { ", caller says \($0.rawValue)" } ?? ""
      return line("Call", "\"\(request.words)\"\(by), \(how)\(said)")
    }
  }

  private static func place(_ order: WorkOrder, _ site: Site?, _ wording: Wording) -> [String] {
    let office = wording.office
    var lines: [String] = []
    if let customer = office.customer(of: order) {
      lines += line(
        "Customer",
        "\(customer.name) · \(customer.tier.rawValue)\(customer.preferences.map { " · \($0)" } ?? "")")
      lines += line("Credit", customer.credit)
    }
    if let site {
      lines += self.site(site, in: office).dropFirst().filter {
        !$0.hasPrefix("Customer") && !$0.hasPrefix("Equipment")
      }
    }
    if let equipment = office.equipment(order.equipment) {
      let parts = [
        equipment.name, equipment.details[.maker], equipment.details[.model],
        equipment.details[.serial].map { "serial \($0)" }
      ]
      let warranty = equipment.warrantyUntil.map { " · warranty to \($0.iso)" } ?? ""
      lines += line("Equipment", parts.compactMap(\.self).joined(separator: ", ") + warranty)
      let until = order.ending?.at ?? wording.now
      let before = equipment.history.filter { $0.order != order.number && $0.closedAt <= until }
      for record in before.suffix(3).reversed() {
        lines += line(
          "  before", "\(record.order) \(wording.service(record).prefix(2).joined(separator: " · "))")
      }
    }
    lines += line("Contract", office.contract(of: order)?.name)
    return lines
  }

  private static func priority(_ order: WorkOrder, _ office: Office) -> [String] {
    let proposal = office.proposedPriority(of: order)
    let state = order.priorityIsConfirmed ? "confirmed" : "proposed"
    let reason = order.priorityReason.map { " (\($0))" } ?? ""
    let steps = proposal.steps.map { Wording.step($0) }.joined(separator: "; ")
    return line("Priority", "\(order.priority.text) \(state)\(reason)")
      + line("Proposed", "\(proposal.priority.text): \(steps)")
  }

  private static func work(_ order: WorkOrder, _ office: Office, _ wording: Wording) -> [String] {
    var lines = line("Category", order.category) + line("Service", order.service.rawValue)
    lines += line("Skills", order.skills.map(\.text).joined(separator: " "))
    lines += line("NTE", order.moneyLimit.map { "\($0.text) \(office.profile.currency)" })
    lines += line("Reference", order.reference)
    lines += line("Rated", order.customerRating.map { "\($0) of 5 by the customer" })
    lines += line("Not asked", Wording.unasked(order.stillUnasked))
    return lines + line("Used", order.usedParts.map(\.text).joined(separator: "; "))
  }

  private static func marks(
    _ order: WorkOrder, _ wording: Wording, _ path: (Digest) -> String?
  ) -> [String] {
    var lines: [String] = []
    if let hold = order.hold {
      lines += line("Held", "\(hold.reason.rawValue) since \(wording.time(hold.since)): \(hold.note)")
      lines += line("  next", hold.nextStep) + line("  options", hold.options)
      lines += line("  review", "\(wording.time(hold.reviewAt)), \(wording.person(hold.owner))")
    }
    for past in order.pastHolds {
      lines += line(
        "Was held",
        "\(past.hold.reason.rawValue) \(wording.time(past.hold.since)) to \(wording.time(past.releasedAt)): \(past.hold.note)"
      )
    }
    for breach in order.breaches {
      let note = breach.note.map { ": \($0)" } ?? ""
      lines += line(
        "Late \(breach.clock.rawValue)",
        "\(breach.cause.rawValue.replacing("-", with: " "))\(note), said by \(wording.person(breach.by))")
    }
    lines += line("Claimed by", order.claim.map { "\(wording.person($0.by)) since \(wording.time($0.at))" })
    lines += line(
      "Flagged", order.flag.map { $0.until.map { "until \(wording.day($0))" } ?? "for follow-up" })
    for note in order.notes {
      lines += line("Note", "\(wording.time(note.at)) \(wording.person(note.by)): \(note.words)")
    }
    for file in order.attachments {
      lines += line(
        "File",
        "\(file.name), \(file.type), \(file.bytes) bytes, "
          + (path(file.sha256) ?? String(file.sha256.description.prefix(12)))
          + ", attached \(wording.time(file.at)) by \(wording.person(file.by))")
    }
    for rework in order.reworks {
      lines += line("Sent back", "\(wording.time(rework.at)) \(wording.person(rework.by)): \(rework.reason)")
    }
    for ending in order.pastEndings + (order.ending.map { [$0] } ?? []) {
      lines += line("Ended", wording.ending(ending))
    }
    for anomaly in order.anomalies {
      lines += line(
        "Odd", "\(wording.time(anomaly.at)) \(Wording.odd(anomaly.kind)): \(wording.odd(anomaly))")
    }
    return lines
  }
}

extension Wording {
  func ending(_ ending: Ending) -> String {
    let by = "\(time(ending.at)) by \(person(ending.by))"
    switch ending.kind {
    case .closed(let record):
      let clocks = [("response", record.response), ("fix", record.fix)].compactMap { name, outcome in
        outcome.map { "\(name) due \(time($0.dueAt))\($0.metAt.map { ", met \(time($0))" } ?? ", not met")" }
      }
      return (["closed \(by)"] + clocks + [record.resolution].compactMap(\.self)).joined(separator: " · ")
    case .cancelled(let reason, let words, let fee):
      let said = words.isEmpty ? "" : ": \(words)"
      return "cancelled (\(reason.rawValue)) \(by)\(said)\(fee.map { ", fee \($0.text)" } ?? "")"
    case .duplicate(_, let number): return "duplicate of \(number), \(by)"
    }
  }
}
