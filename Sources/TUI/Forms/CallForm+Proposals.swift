import Domain
import Terminal
import Verbs

extension CallForm {
  /// What stands beside the fields follows from what stands in them.
  func refresh(_ texts: inout FormTexts, _ model: Model) {
    let work = preview(texts, model)
    note("phone", texts.value("phone").map { callerWords($0, model) } ?? "", in: &texts)
    fault("phone", texts.value("phone").flatMap { phoneFault($0, texts) }, in: &texts)
    fault("window", texts.value("window").flatMap { windowFault($0, texts, model) }, in: &texts)
    note("site", siteNote(texts, model), in: &texts)
    note("equipment", equipmentNote(texts, model), in: &texts)
    note("trade", tradeNote(texts, model), in: &texts)
    note("category", categoryNote(texts, model), in: &texts)
    let proposal = model.office.proposedPriority(of: work)
    let decisive = proposal.steps.last { $0.effect != .leaves }.map { ": \(Wording.step($0))" } ?? ""
    note("priority", "\(proposal.priority.text) proposed\(decisive)", in: &texts)
    note("nte", texts.value("nte") == nil ? "none unless said" : model.office.profile.currency, in: &texts)
  }

  /// The order as it would be logged now.
  func preview(_ texts: FormTexts, _ model: Model) -> LoggedWork {
    let words = texts.value("text") ?? ""
    let urgency = texts.fields["urgency"]?.choiceIndex.map { Urgency.allCases[$0] }
    let request = WorkRequest(
      id: WorkRequest.ID(high: order.high, low: order.low), words: words, urgency: urgency,
      source: Self.source(texts), receivedAt: rang)
    let chosen = texts.fields["priority"]?.choiceIndex.map { Priority.allCases[$0] }
    var work = LoggedWork(
      id: order, number: number ?? 0, request: request, receivedAt: rang, summary: words,
      priority: chosen ?? .p3,
      priorityIsConfirmed: chosen != nil)
    work.trade = trade(texts, model)
    work.category = texts.value("category")
    work.site = site(texts)
    work.customer = model.office.site(work.site)?.customer
    work.equipment = Self.equipment(texts)
    if chosen == nil { work.priority = model.office.proposedPriority(of: work).priority }
    return work
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let work = preview(texts, model)
    let clocks = model.office.clocks(of: work, at: model.now)
    let due = clocks.map { "\($0.kind == .response ? "respond" : "fix") \(model.words($0.dueAt))" }
    let contract = model.office.contract(of: WorkOrder(work, at: rang)).map { "   contract \($0.name)" } ?? ""
    let dueWords =
      clocks.isEmpty
      ? "\(work.priority.text): nothing was promised for such work"
      : "\(work.priority.text): \(due.joined(separator: "   "))   both from \(model.words(rang)), the ring\(contract)"
    let proposal = model.office.proposedPriority(of: work)
    // On low screens what is open there and what is still to be asked come first, and the reckoning last.
    let isLow = model.size.height < 30
    let here = openHere(work, isLow ? 2 : 5, model, width: width)
    let proposed = PageLine.fact(
      "Proposed", "\(proposal.priority.text): \(model.words(of: proposal))", width: width, .fieldNote)
    let dueLines = PageLine.fact("Due", dueWords, width: width, work.priority.role)
    let sayLines = PageLine.fact("Say", say(work, clocks, texts, model), width: width)
    let access = model.office.site(work.site).map { accessLines($0, model, width: width) } ?? []
    let ask = stillToAsk(texts, model, width: width)
    let others = othersOnIt(texts, model, width: width)
    return isLow
      ? others + here + ask + dueLines + sayLines + access + proposed
      : others + proposed + dueLines + access + sayLines + ask + here
  }

  /// What the caller can be told, in whole words: the number, and by when somebody is there.
  private func say(
    _ work: LoggedWork, _ clocks: [ClockFace], _ texts: FormTexts, _ model: Model
  ) -> String {
    let said = number.map { "\($0). " } ?? ""
    if ended(texts) != nil { return "\"\(said)Nobody has to come; ring again if it does.\"" }
    guard let response = clocks.first(where: { $0.kind == .response }) else {
      return "\"\(said)We call you back with a time.\""
    }
    let isAnswer = model.office.contract(of: WorkOrder(work, at: rang))?.response == .assigned
    let what = isAnswer ? "You hear from us" : "Somebody is with you"
    let stay = work.priority == .p1 ? "; stay on this number" : ""
    return "\"\(said)\(what) by \(model.words(response.dueAt))\(stay).\""
  }

  private func accessLines(_ site: Site, _ model: Model, width: Int) -> [PageLine] {
    let code =
      model.mayOffer(ShowCodeVerb.name)
      ? "code hidden, shown in the site's window" : "a code that dispatch can show"
    let notes = [
      site.details[.access], site.details[.accessCode].map { _ in code },
      site.hours.map { "open \($0.text)" }, site.contact.map { "ask for \($0.words)" },
      site.phone.map { "telephone there \($0.words)" },
      site.details[.parking].map { "parking: \($0)" }
    ]
    return PageLine.fact("Access", notes.compactMap(\.self).joined(separator: " · "), width: width)
      + PageLine.fact("Hazards", site.details[.hazards], width: width, .resultWarning)
  }
}

extension CallForm {
  private func note(_ name: String, _ words: String, in texts: inout FormTexts) {
    guard var field = texts.fields[name] else { return }
    field.note = words
    texts.fields[name] = field
  }

  private func fault(_ name: String, _ words: String?, in texts: inout FormTexts) {
    guard var field = texts.fields[name] else { return }
    field.fault = words
    texts.fields[name] = field
  }

  /// While it is typed it is short anyway.
  private func phoneFault(_ phone: String, _ texts: FormTexts) -> String? {
    if texts.fields.focused?.name == "phone", TelephoneNumber.fault(phone) ?? .tooShort == .tooShort {
      return nil
    }
    return Wording.phoneFault(phone) ?? Wording.phoneDoubt(phone)
  }

  /// While it is typed it is none yet.
  private func windowFault(_ window: String, _ texts: FormTexts, _ model: Model) -> String? {
    if texts.fields.focused?.name == "window" { return nil }
    return TypedWindow.fault(
      window, at: model.office.site(site(texts)), in: model.verbContext(now: openedAt))
  }

  /// What the category is taken for, or that the office's list does not have it.
  private func categoryNote(_ texts: FormTexts, _ model: Model) -> String {
    guard let typed = texts.value("category") else { return "" }
    let trade = trade(texts, model)
    guard let name = model.office.trades.category(typed, of: trade) else {
      return !model.office.trades.hasCategories(of: trade) ? "" : "not on the list: type for what is"
    }
    return name == typed.trimmed.lowercased() ? "" : "that is \(name)"
  }

  /// What the trade is taken for, or that it is none and what is taken instead.
  private func tradeNote(_ texts: FormTexts, _ model: Model) -> String {
    let words = texts.value("text") ?? ""
    let source = model.office.trades.match(words) == nil ? "equipment" : "words"
    let trade = trade(texts, model)
    guard let typed = texts.value("trade") else {
      return trade.map { "\($0.name) proposed from the \(source)" } ?? ""
    }
    guard let known = model.office.trades.named(typed) else {
      return "no such trade" + (trade.map { "; \($0.name) from the \(source)" } ?? "")
    }
    return known.name == Trade(typed).name ? "" : "that is \(known.name)"
  }

  private func siteNote(_ texts: FormTexts, _ model: Model) -> String {
    guard let typed = texts.value("site") else {
      let places = places(of: texts, model).count
      return places > 1 ? "\(places) places of this caller: ↓ marks one" : ""
    }
    guard let site = model.office.site(site(texts)) else {
      let found = model.siteMatches(typed)
      if found.isEmpty { return "not known: a provisional site is made" }
      return found.count == 1
        ? "Tab takes \(found[0].text)" : "\(found.count) are like it: ↓ marks the one that is meant"
    }
    let customer = model.office.customer(site.customer)
    return [
      customer?.name, customer?.tier.rawValue, customer?.credit.map { "! accounts: \($0)" },
      site.isProvisional ? "provisional" : nil
    ]
    .compactMap(\.self).joined(separator: " · ")
  }

  private func equipmentNote(_ texts: FormTexts, _ model: Model) -> String {
    guard let equipment = model.office.equipment(Self.equipment(texts)) else {
      let typed = texts.value("equipment")
      let isNew = typed.map { model.equipmentMatches($0, at: site(texts)).isEmpty } ?? false
      return isNew ? "not known: put on record with the call" : ""
    }
    return [
      equipment.details[.maker], equipment.details[.serial].map { "serial \($0)" },
      equipment.warrantyUntil.map { "warranty to \(TimeWords.dayAndMonth($0)) \($0.year)" },
      equipment.history.last.map { last in
        let day = model.office.zone.date(at: last.closedAt)
        let times = equipment.history.count == 1 ? "once" : "\(equipment.history.count) times"
        return "worked on \(times), last \(TimeWords.dayAndMonth(day))"
      }
    ].compactMap(\.self).joined(separator: " · ")
  }
}
