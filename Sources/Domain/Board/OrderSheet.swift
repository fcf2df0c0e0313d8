/// What the boards know of one order until it is touched again; time comes in when it is read.
///
/// It never changes, and it is a reference because ten thousand of them are looked at every minute.
final class OrderSheet: Sendable {
  let id: WorkOrder.ID
  let number: Int
  let priority: Priority
  let status: WorkOrderStatus
  let isEnded: Bool
  let isUnassigned: Bool
  let technician: Technician.ID?
  let receivedAt: Timestamp
  /// Calendar days between the call and the board's day, which a new day makes anew.
  let daysAgo: Int
  /// Since when nobody has it.
  let unassignedSince: Timestamp
  let clocks: [ServiceClock]
  let hold: Hold?
  /// When the day begins that it was put off to.
  let postponedUntil: Timestamp?
  /// What the technician who was told makes of it; nil once he has accepted, and for work nobody was told of.
  let offer: OfferSheet?
  /// The newest message that could not be handed over or did not arrive.
  let failedMessage: Boxed<OutgoingMessage>?
  let basis: ScoreBasis
  let label: Label
  let visits: [VisitSheet]
  let reading: ReadingInstant
  let sources: Sources
  /// What the rules will do to it if nothing happens before.
  let steps: [AutomaticStep]
  let facts: AlertFacts

  /// The words of a row.
  struct Label: Hashable, Sendable {
    let trade: Trade?
    let siteName: String
    let customerName: String
    let zone: String?
    let summary: String
    let window: AppointmentWindow?
    let claimedBy: String?
    let isFlagged: Bool
    let furtherCalls: Int
    let comesBack: Bool
    let hasAnomaly: Bool
    let tier: Tier?
    let claim: Claim?
    let followUp: FollowUp?
    let technician: Technician.ID?
  }

  /// The records it was made from; when one of them changes it is made again.
  struct Sources: Hashable, Sendable {
    let customer: Customer.ID?
    let site: Site.ID?
    let equipment: Equipment.ID?
    let claimer: Person.ID?
    /// The order that it is a duplicate of; ending or reopening it changes that one too.
    let original: WorkOrder.ID?
  }

  init(
    _ order: borrowing WorkOrder, in office: borrowing Office, _ book: inout ContractBook, today: CivilDate
  ) {
    let site = office.site(order.site)
    let customer = office.customer(order.customer) ?? office.customer(site?.customer)
    id = order.id
    number = order.number
    priority = order.priority
    status = order.status
    isEnded = order.isEnded
    isUnassigned = order.isUnassigned
    technician = order.isEnded ? nil : order.technician
    receivedAt = order.receivedAt
    daysAgo = today.daysSinceEpoch - office.shiftDate(at: order.receivedAt).daysSinceEpoch
    unassignedSince = order.unassignedSince
    if order.isEnded, !order.isAnsweredFor {
      clocks = []
    } else {
      clocks = book.clocks(of: order, at: site, for: customer)
    }
    hold = isEnded ? nil : order.hold
    steps = office.steps(for: order, clocks)
    offer = OfferSheet(order, in: office)
    postponedUntil = order.postponedTo.map { office.zone.startOfDay($0) }
    failedMessage = order.messages.last { $0.state == .failed }.map { Boxed($0) }
    facts = AlertFacts(order, in: office)
    basis = ScoreBasis(order, tier: customer?.tier ?? .standard, equipment: office.equipment(order.equipment))
    let (technician, doneBy) = (order.technician, order.doneBy)
    label = Label(
      trade: order.trade, siteName: site?.name ?? "", customerName: customer?.name ?? "", zone: site?.zone,
      summary: order.summary, window: order.appointment,
      claimedBy: order.claim.map { office.person($0.by)?.name.words.initials ?? "?" },
      isFlagged: order.flag != nil, furtherCalls: order.furtherCalls, comesBack: order.comesBack,
      hasAnomaly: !order.anomalies.isEmpty,
      tier: customer?.tier,
      claim: order.claim, followUp: order.flag, technician: technician ?? doneBy)
    visits = VisitSheet.all(of: order, site: site)
    reading = ReadingInstant(
      flips: clocks.flatMap(\.flips) + [hold?.reviewAt, offer?.turnsAt, postponedUntil].compactMap(\.self)
        + facts.turns(hold)
        + [order.receivedAt + QueueAge.newFor],
      changedAt: order.lastChangedAt)
    sources = Sources(
      customer: customer?.id, site: order.site, equipment: order.equipment, claimer: order.claim?.by,
      original: order.ending?.original)
  }
}

extension String {
  /// The first letters of the words, at most three: `Bea Long` is `BL`.
  var initials: String {
    String(split { !$0.isLetter && !$0.isNumber }.prefix(3).compactMap(\.first)).uppercased()
  }
}

extension WorkOrder {
  /// Whether it was done and closed here, so that somebody owes the cause of a clock that was missed.
  fileprivate var isAnsweredFor: Bool {
    guard isWorkedOnHere, case .closed? = ending?.kind else { return false }
    return true
  }
}

extension Ending {
  fileprivate var original: WorkOrder.ID? {
    switch kind {
    case .duplicate(let original, _): original
    case .closed, .cancelled: nil
    }
  }
}
