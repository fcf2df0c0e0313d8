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
    var lines = PageLine.fact("Newer", Wording.newer(order), width: width, .resultWarning)
    lines += PageLine.fact(
      "State", model.stateWords(of: order), width: width,
      target: order.technician.map { .view(.openTechnician($0)) }, field: FieldPlace(order.id, .status))
    var isFirst = true
    for request in order.requests where !request.words.trimmed.isEmpty {
      let who = [request.caller?.words, request.phone?.words].compactMap(\.self).joined(separator: ", ")
      let said = request.saidUrgency.map { ", says \($0.rawValue)" } ?? ""
      let from =
        "\(who.isEmpty ? "caller" : who), \(model.words(request.receivedAt)), \(request.source.rawValue)\(said)"
      lines += PageLine.fact(
        isFirst ? "Problem" : "Called too", "\"\(request.words)\" (\(from))", width: width,
        field: FieldPlace(order.id, .summary))
      isFirst = false
    }
    if isFirst || order.summary != order.requests.first?.words {
      lines += PageLine.fact(
        isFirst ? "Problem" : "In short", order.summary, width: width,
        field: FieldPlace(order.id, .summary))
    }
    lines += PageLine.fact(
      "Described", order.description, width: width, field: FieldPlace(order.id, .description))
    lines += PageLine.fact("Not asked", Wording.unasked(order.stillUnasked), width: width, .resultWarning)
    lines += PageLine.fact("Used", order.usedParts.map(\.text).joined(separator: "; "), width: width)
    if order.furtherCalls > 0, let last = order.requests.last {
      let who = [last.caller?.words, last.phone?.words].compactMap(\.self).joined(separator: ", ")
      lines += PageLine.fact(
        "Calls",
        "\(order.furtherCalls + 1), the last at \(model.words(last.receivedAt))\(who.isEmpty ? "" : " by \(who)")",
        width: width, .resultWarning)
    }
    let kind = [order.trade.map { model.shown($0) }, order.category, order.service.rawValue].compactMap(
      \.self
    ).joined(
      separator: " · ")
    lines += PageLine.fact("Work", kind, width: width, field: FieldPlace(order.id, .trade))
    return lines
      + PageLine.fact(
        "Reference", order.reference, width: width, field: FieldPlace(order.id, .reference))
  }

  private func placeLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    if let customer = model.office.customer(of: order) {
      lines += PageLine.fact(
        "Customer",
        [customer.name, customer.tier.rawValue, customer.credit.map { "! \($0)" }].compactMap(\.self).joined(
          separator: " · "),
        width: width, target: .view(.openCustomer(customer.id)), field: FieldPlace(order.id, .customer))
    }
    if let site = model.office.site(order.site) {
      let words = site.place + (site.isProvisional ? ["provisional"] : [])
      lines += PageLine.fact(
        "Site", words.joined(separator: " · "), width: width, target: .view(.openSite(site.id)),
        field: FieldPlace(order.id, .site))
      lines += model.accessLines(of: site, width: width)
    }
    if let equipment = model.office.equipment(order.equipment) {
      lines += PageLine.fact(
        "Equipment", model.equipmentWords(equipment), width: width,
        target: .view(.openEquipment(equipment.id)), field: FieldPlace(order.id, .equipment))
    }
    return lines
  }

  private func promiseLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    let contract = model.office.contract(of: order)?.name
    let terms = [contract, order.moneyLimit.map { "NTE \($0.text) \(model.office.profile.currency)" }]
      .compactMap(\.self)
    lines += PageLine.fact(
      "Contract", terms.joined(separator: " · "), width: width,
      field: FieldPlace(order.id, .nte))
    lines += clockLines(order, model, width: width)
    lines += PageLine.fact(
      "Promise", model.wording.promise(order), width: width, field: FieldPlace(order.id, .window))
    if order.technician != nil, order.status != .onSite {
      lines += PageLine.fact(
        "Comes", model.wording.arrival(of: order), width: width,
        field: FieldPlace(.order(order.id), "arrival"))
    }
    lines += PageLine.fact(
      "Estimate", model.wording.estimate(order), width: width,
      field: FieldPlace(.order(order.id), order.openVisit == nil ? "estimate" : "length"))
    lines += PageLine.fact(
      "Pinned", model.wording.pins(order), width: width, field: FieldPlace(order.id, .pin))
    let skills = model.office.skillsNeeded(for: order).map {
      "\(model.shown($0.trade)) \(Wording.roman($0.level))"
    }
    return lines + rankLines(order, model, width: width)
      + PageLine.fact(
        "Skills", skills.joined(separator: " · "), width: width, field: FieldPlace(order.id, .skills))
  }

  private func clockLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    let clocks = model.office.clockExplanations(of: order, at: model.now)
    for (index, clock) in clocks.enumerated() {
      lines += PageLine.fact(
        index == 0 ? "Clocks" : "", model.clockWords(clock.face), width: width, clock.face.role,
        field: FieldPlace(.order(order.id), clock.face.kind.rawValue))
    }
    if clocks.isEmpty {
      lines += PageLine.fact("Clocks", "nothing was promised for such work", width: width, .dim)
    }
    return lines
  }

  /// How urgent it is, by whose word, and where that puts it in the queue.
  private func rankLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    let proposal = model.office.proposedPriority(of: order)
    let set =
      order.priorityIsConfirmed ? "set\(order.priorityReason.map { ": \($0)" } ?? "")" : "not confirmed yet"
    lines += PageLine.fact(
      "Priority", "\(order.priority.text), \(set)", width: width, order.priority.role,
      field: FieldPlace(order.id, .priority))
    lines += PageLine.fact(
      "Proposed", "\(proposal.priority.text): \(model.words(of: proposal))", width: width, .dim,
      field: FieldPlace(.order(order.id), "proposed"))
    if !order.isEnded {
      let score = model.office.score(of: order, at: model.now)
      let terms = score.terms.map { "\($0.kind.rawValue) \($0.points)" }.joined(separator: " + ")
      lines += PageLine.fact(
        "Score", "\(score.total) = \(terms)", width: width,
        field: FieldPlace(.order(order.id), "score"))
    }
    return lines
  }

  private func markLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    let claim = order.claim.map { "\(model.name(of: $0.by)) since \(model.words($0.at))" } ?? "nobody"
    if !order.isEnded {
      lines += PageLine.fact("Claimed by", claim, width: width, field: FieldPlace(order.id, .claim))
    }
    if let flag = order.flag {
      let day = flag.until.map { TimeWords.day($0) } ?? "whenever"
      lines += PageLine.fact(
        "Flagged", "\(day), by \(model.name(of: flag.by))", width: width, .flag,
        field: FieldPlace(order.id, .flag))
    }
    if let hold = order.hold { lines += model.holdLines(hold, of: order.id, width: width) }
    for past in order.pastHolds {
      lines += PageLine.fact(
        "Was held",
        "\(past.hold.reason.rawValue) \(model.words(past.hold.since)) to \(model.words(past.releasedAt)): \(past.hold.note)",
        width: width, .dim)
    }
    for anomaly in order.anomalies {
      lines += PageLine.fact(
        "Unexpected", "\(model.wording.odd(anomaly)) (\(model.words(anomaly.at)))", width: width,
        .resultWarning)
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
