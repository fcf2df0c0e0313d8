import Domain
import Verbs

extension CallForm {
  /// What is open at a site already, the newest first.
  func openOrders(at site: Site.ID?, _ model: Model) -> [WorkOrder] {
    guard let site else { return [] }
    var open: [WorkOrder] = []
    model.office.orders.forEach { if $0.site == site, !$0.isEnded { open.append($0) } }
    return open.sorted { ($1.receivedAt, $1.number) < ($0.receivedAt, $0.number) }
  }

  /// The order that the call is most likely about: the newest on the same equipment, else the newest there.
  func found(among open: [WorkOrder], _ work: LoggedWork) -> WorkOrder? {
    open.first { work.equipment != nil && $0.equipment == work.equipment } ?? open.first
  }

  /// Whether nothing is said but who rings, where he is and about what: anything else would be lost with a chaser.
  func onlyAsks(_ texts: FormTexts, _ model: Model) -> Bool {
    let asked = ["phone", "caller", "site", "equipment", "access"]
    let isMachineKnown = texts.value("equipment") == nil || Self.equipment(texts) != nil
    return isMachineKnown && wayIn(texts, model).isEmpty
      && texts.fields.fields.allSatisfy { $0.isShown || asked.contains($0.name) || $0.value == nil }
  }

  /// A call that only asks about an order: it counts there, with who it was.
  func chasing(_ found: WorkOrder, _ texts: FormTexts, _ model: Model) -> Proposal {
    let context = model.verbContext()
    let request = WorkRequest(
      id: WorkRequest.ID(high: order.high, low: order.low), words: "", urgency: found.urgency, source: .phone,
      receivedAt: rang, caller: context.personal(texts.value("caller")),
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
