import Domain
import Terminal
import Verbs

extension CallForm {
  /// What is open at a site already, the order that the call is most likely about first: on the same equipment, in the
  /// same words, of the same trade, and of those that are alike the newest.
  func openOrders(at site: Site.ID?, _ work: LoggedWork, _ model: Model) -> [WorkOrder] {
    guard let site else { return [] }
    var open: [(likeness: Likeness, order: WorkOrder)] = []
    model.office.orders.forEach { order in
      if order.site == site, !order.isEnded { open.append((Likeness(work, to: order), order)) }
    }
    return open.sorted {
      ($1.likeness, $1.order.receivedAt, $1.order.number) < (
        $0.likeness, $0.order.receivedAt, $0.order.number
      )
    }.map(\.order)
  }

  /// The order that the call would be added to: the one that was chosen, else the most likely. A call that says what
  /// it is about is added unasked to nothing that is like it in its place alone.
  func found(among open: [WorkOrder], for work: LoggedWork) -> WorkOrder? {
    if let chosen = open.first(where: { $0.id == chosen }) { return chosen }
    let saysWhat = !work.summary.isEmpty || work.equipment != nil
    return open.first { !saysWhat || !Likeness(work, to: $0).isNone }
  }

  /// What has ended there in the last weeks, on the same equipment first: the same fault may be back.
  func recentlyEnded(_ work: LoggedWork, _ model: Model) -> [WorkOrder] {
    past.filter { order in
      guard let at = order.ending?.at, order.site == work.site else { return false }
      return model.now - at < Self.recent
    }.sorted { first, second in
      let same = { (order: WorkOrder) in work.equipment != nil && order.equipment == work.equipment }
      if same(first) != same(second) { return same(first) }
      return (second.ending?.at ?? second.receivedAt) < (first.ending?.at ?? first.receivedAt)
    }
  }

  private static let recent = Span.days(30)

  /// Whether nothing is said but who rings, where he is and about what: anything else would be lost with a chaser.
  func onlyAsks(_ texts: FormTexts, _ model: Model) -> Bool {
    let asked = ["phone", "caller", "site", "equipment", "access", "source"]
    let isMachineKnown = texts.value("equipment") == nil || Self.equipment(texts) != nil
    return isMachineKnown && wayIn(texts, model).isEmpty
      && texts.fields.fields.allSatisfy { $0.isShown || asked.contains($0.name) || $0.value == nil }
  }

  /// A call that only asks about an order: it counts there, with who it was.
  func chasing(_ found: WorkOrder, _ texts: FormTexts, _ model: Model) -> Proposal {
    let context = model.verbContext()
    let request = WorkRequest(
      id: WorkRequest.ID(high: order.high, low: order.low), words: "", urgency: nil,
      source: Self.source(texts), receivedAt: rang, caller: context.personal(texts.value("caller")),
      phone: context.personal(texts.value("phone")))
    return Proposal(
      verb: ChaseVerb.name, commands: [.chaseWorkOrder(found.id, ChaseWorkOrder(request))],
      orders: [found.number])
  }

  /// The call on record under its own number and ended as a duplicate, and what the caller said with the order
  /// that goes on: one group, so that all of it happens or nothing.
  func adding(_ proposal: Proposal, to found: WorkOrder, _ texts: FormTexts) -> Proposal {
    let who = [texts.value("caller"), texts.value("phone")].compactMap(\.self).joined(separator: ", ")
    let from = "\(number.map { " (\($0))" } ?? "")\(who.isEmpty ? "" : " from \(who)")"
    var proposal = proposal
    // Of the order that goes on he has heard.
    proposal.commands.removeAll { if case .sendMessage = $0 { true } else { false } }
    let log = proposal.commands.firstIndex { if case .logWorkOrder = $0 { true } else { false } }
    let end = log.map { $0 + 1 } ?? proposal.commands.endIndex
    proposal.commands.insert(.markDuplicate(order, MarkDuplicate(of: found.id)), at: end)
    proposal.commands.append(
      .addNote(found.id, AddNote("Another call\(from): \(texts.value("text") ?? "")")))
    return proposal
  }
}

extension CallForm {
  /// Who else has the same caller or the same place in a form now: the two may talk to each other first.
  func othersOnIt(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let digits = (texts.value("phone") ?? "").filter(\.isNumber)
    return others.filter { draft in
      guard model.now - draft.begunAt < FormDraft.callTerm else { return false }
      let isSameSite = site(texts).map { draft["site#"] == $0.description } ?? false
      return isSameSite
        || digits.count >= TelephoneNumber.fewest && draft["phone"]?.filter(\.isNumber) == digits
    }.flatMap { draft in
      let who = draft.other.map { model.name(of: $0) } ?? "somebody"
      return PageLine.text(
        "! \(who) has the same caller in a form since \(model.words(draft.begunAt)).", width: width,
        .resultWarning)
    }
  }

  /// What is open at the same site already, and what has ended there of late.
  func openHere(_ work: LoggedWork, _ most: Int, _ model: Model, width: Int) -> [PageLine] {
    let open = openOrders(at: work.site, work, model)
    let past = recentlyEnded(work, model).prefix(max(1, most / 2)).map { endedLine($0, work, model) }
    guard !open.isEmpty else { return past.isEmpty ? [] : [.heading("Ended here of late")] + past }
    let found = found(among: open, for: work)
    let key = model.key(for: "form.add-to-found", in: KeyContexts.form)
    let other = open.count > 1 ? model.key(for: "form.next-found", in: KeyContexts.form) : nil
    // The one that a key adds to is in sight, wherever it stands.
    let first = open.firstIndex { $0.id == found?.id }.map { max(0, $0 - most + 1) } ?? 0
    let rows = open.dropFirst(first).prefix(most).map { order in
      let likeness = Likeness(work, to: order)
      let likely =
        likeness.isSameEquipment
        ? " · same equipment" : likeness.isVeryLikely ? " · very likely the same" : ""
      let isFound = order.id == found?.id
      return PageLine([
        (isFound ? "▸" : " ", .hintKey), (likely.isEmpty ? "  " : "▲ ", .resultWarning),
        ("\(order.number)  ", .plain), (isFound ? key.map { "\($0) adds to it  " } ?? "" : "", .hintText),
        ("\(model.words(order.receivedAt))  ", .plain),
        (order.priority.text + "  ", order.priority.role), (order.summary, .plain),
        (likely, .resultWarning),
        (model.technicianName(order.technician).map { " · \($0)" } ?? "", .dim)
      ])
    }
    let left = open.count - rows.count
    let words = [left > 0 ? "\(left) more" : nil, other.map { "\($0) another" }].compactMap(\.self)
    let heading = (["Open here already"] + words).joined(separator: " · ")
    return [.heading(heading)] + rows + past
  }

  private func endedLine(_ order: WorkOrder, _ work: LoggedWork, _ model: Model) -> PageLine {
    let isSame = work.equipment != nil && order.equipment == work.equipment
    let what = order.report?.did ?? order.summary
    return PageLine([
      (" ", .plain), (isSame ? "▲ " : "  ", .resultWarning),
      ("\(order.number)  ", .dim), ("\(model.stateWords(of: order)): \(what)", .dim),
      (isSame ? " · same equipment" : "", .dim)
    ])
  }

  /// Marks the next of the open orders for the call to be added to, round and round.
  mutating func chooseNext(_ texts: FormTexts, _ model: Model) {
    let work = preview(texts, model)
    let open = openOrders(at: work.site, work, model)
    if open.isEmpty { return }
    let marked = found(among: open, for: work).flatMap { now in open.firstIndex { $0.id == now.id } }
    chosen = open[marked.map { ($0 + 1) % open.count } ?? 0].id
  }
}
