import Domain
import Terminal
import Verbs

extension OrderContent {
  func summaryLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    requestLines(order, model, width: width) + placeLines(order, model, width: width)
      + promiseLines(order, model, width: width) + markLines(order, model, width: width)
      + lastLines(order, model, width: width)
  }

  /// The problem in the callers' words before ours.
  private func requestLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    for request in order.requests where !request.words.trimmed.isEmpty {
      let who = [request.caller?.words, request.phone?.words].compactMap(\.self).joined(separator: ", ")
      let from =
        "\(who.isEmpty ? "caller" : who), \(model.words(request.receivedAt)), \(request.source.rawValue), says \(request.urgency.rawValue)"
      lines += PageLine.fact(
        lines.isEmpty ? "Problem" : "Called too", "\"\(request.words)\" (\(from))", width: width)
    }
    if lines.isEmpty || order.summary != order.requests.first?.words {
      lines += PageLine.fact(lines.isEmpty ? "Problem" : "In short", order.summary, width: width)
    }
    lines += PageLine.fact("Described", order.description, width: width)
    let kind = [order.trade?.shown, order.category, order.service.rawValue].compactMap(\.self).joined(
      separator: " · ")
    lines += PageLine.fact("Work", kind, width: width)
    return lines + PageLine.fact("Reference", order.reference, width: width)
  }

  private func placeLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    if let customer = model.office.customer(of: order) {
      lines += PageLine.fact(
        "Customer",
        [customer.name, customer.tier.rawValue, customer.credit.map { "! \($0)" }].compactMap(\.self).joined(
          separator: " · "),
        width: width, target: .view(.openCustomer(customer.id)))
    }
    if let site = model.office.site(order.site) {
      let words = [site.name, site.address, site.isProvisional ? "provisional" : nil].compactMap(\.self)
      lines += PageLine.fact(
        "Site", words.joined(separator: " · "), width: width, target: .view(.openSite(site.id)))
      lines += model.accessLines(of: site, width: width)
    }
    if let equipment = model.office.equipment(order.equipment) {
      lines += PageLine.fact(
        "Equipment", model.equipmentWords(equipment), width: width,
        target: .view(.openEquipment(equipment.id)))
    }
    return lines
  }

  private func promiseLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    let contract = model.office.contract(of: order)?.name
    let terms = [contract, order.moneyLimit.map { "NTE \($0.text) \(model.office.profile.currency)" }]
      .compactMap(\.self)
    lines += PageLine.fact("Contract", terms.joined(separator: " · "), width: width)
    let clocks = model.office.clockExplanations(of: order, at: model.now)
    for (index, clock) in clocks.enumerated() {
      lines += PageLine.fact(
        index == 0 ? "Clocks" : "", model.clockWords(clock.face), width: width, clock.face.role)
      if isExplained {
        lines += PageLine.fact("", model.wording.clock(clock), width: width, .dim)
        for pause in clock.pauses {
          let end = pause.to.map { model.words($0) } ?? "now"
          let counts = pause.counts ? "takes out \(TimeWords.length(pause.open))" : "stops nothing"
          lines += PageLine.fact(
            "", "held for \(pause.reason.rawValue) \(model.words(pause.from)) to \(end): \(counts)",
            width: width, .dim)
        }
      }
    }
    if clocks.isEmpty {
      lines += PageLine.fact("Clocks", "nothing was promised for such work", width: width, .dim)
    }
    lines += PageLine.fact("Promise", model.wording.promise(order), width: width)
    lines += PageLine.fact("Estimate", model.wording.estimate(order), width: width)
    lines += PageLine.fact("Pinned", model.wording.pins(order), width: width)
    let proposal = model.office.proposedPriority(of: order)
    let set =
      order.priorityIsConfirmed ? "set\(order.priorityReason.map { ": \($0)" } ?? "")" : "not confirmed yet"
    lines += PageLine.fact("Priority", "\(order.priority.text), \(set)", width: width, order.priority.role)
    lines += PageLine.fact(
      "Proposed", "\(proposal.priority.text): \(model.words(of: proposal))", width: width, .dim)
    if !order.isEnded {
      let score = model.office.score(of: order, at: model.now)
      let terms = score.terms.map { "\($0.kind.rawValue) \($0.points)" }.joined(separator: " + ")
      lines += PageLine.fact("Score", "\(score.total) = \(terms)", width: width)
    }
    let skills = model.office.skillsNeeded(for: order).map { "\($0.trade.shown) \(Wording.roman($0.level))" }
    return lines
      + PageLine.fact(
        "Skills", skills.joined(separator: " · "), width: width)
  }

  private func markLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    let claim = order.claim.map { "\(model.name(of: $0.by)) since \(model.words($0.at))" } ?? "nobody"
    if !order.isEnded { lines += PageLine.fact("Claimed by", claim, width: width) }
    if let flag = order.flag {
      let day = flag.until.map { TimeWords.day($0) } ?? "whenever"
      lines += PageLine.fact("Flagged", "\(day), by \(model.name(of: flag.by))", width: width, .flag)
    }
    if let hold = order.hold { lines += model.holdLines(hold, width: width) }
    for past in order.pastHolds {
      lines += PageLine.fact(
        "Was held",
        "\(past.hold.reason.rawValue) \(model.words(past.hold.since)) to \(model.words(past.releasedAt)): \(past.hold.note)",
        width: width, .dim)
    }
    for anomaly in order.anomalies {
      lines += PageLine.fact(
        "Unexpected", "\(anomaly.detail) (\(model.words(anomaly.at)))", width: width, .resultWarning)
    }
    for file in order.attachments {
      lines += PageLine.fact(
        "Attached",
        "\(file.name) · \(file.type) · \(file.bytes) bytes · \(model.name(of: file.by)) \(model.words(file.at))",
        width: width)
    }
    if let ending = order.ending { lines += model.endingLines(ending, width: width) }
    return lines
  }

  private func lastLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    guard let history, !history.isEmpty else { return [] }
    let last = history.prefix(3)
    return [.heading("History  (last \(last.count) of \(history.count))")]
      + entryLines(last, order, model, width: width)
  }
}
