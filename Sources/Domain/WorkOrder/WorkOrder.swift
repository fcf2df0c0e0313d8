/// What must be achieved somewhere: the trade, the priority, the clocks, the money limit and all that became of it.
public struct WorkOrder: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<WorkOrder>

  public let id: ID
  /// The number people say, unique in the office.
  public let number: Int
  /// The number of the system it came from.
  public var reference: String?
  public var source: Source
  /// When it was asked for; both clocks run from here.
  public let receivedAt: Timestamp
  /// When the office came to know of it, where that was later.
  public private(set) var learnedAt: Timestamp?
  /// What callers said, oldest first; several calls may be about one order.
  public var requests: [WorkRequest]

  public var summary: String
  public var description: String?
  public var category: String?
  public var trade: Trade?
  public var service: ServiceType
  /// How urgent it is taken to be, `soon` where nobody has said; the dispatcher's priority is another thing.
  public var urgency: Urgency
  /// Nil where somebody has said how urgent it is.
  var isUrgencyUnsaid: Bool?
  public var priority: Priority
  /// Whether a person has set or confirmed the priority; until then the rules' proposal counts.
  public var priorityIsConfirmed: Bool
  public var priorityReason: String?
  /// When somebody last set or restored the priority.
  public var prioritySetAt: Timestamp?
  /// The priority by which the clocks go, where a rule has raised the one that work is ordered by.
  public var agreedPriority: Priority?
  /// Skills beyond the trade's default, with the level needed.
  public var skills: [SkillRequirement]
  public var estimate: Span
  /// When the customer can be attended; nil when any time will do.
  public var window: TimeRange?
  /// Of what kind the promise is; nil for one from a time to another. A flexible one has no window.
  public var windowKind: AppointmentWindow.Kind?
  /// What may be spent without asking (not to exceed).
  public var moneyLimit: Money?
  public var customer: Customer.ID?
  public var site: Site.ID?
  public var equipment: Equipment.ID?
  public var triagedAt: Timestamp?
  /// The day it was put off to; until then it is not in the queue.
  public var postponedTo: CivilDate?

  public var visits: [Visit]
  /// Those who were told of a visit that was then taken from them, or came along to one and do no longer, oldest first:
  /// what they still report goes on record.
  public var formerTechnicians: [Technician.ID] = []
  public var hold: Hold?
  public var pastHolds: [PastHold]
  public var claim: Claim?
  public var flag: FollowUp?
  public var notes: [Note]
  public var attachments: [Attachment]
  /// What was written about it to people outside this console, oldest first.
  public var messages: [OutgoingMessage] = []
  /// What the desk and its technicians have said to each other.
  public var thread = OrderThread()
  /// What is kept of the codes that the customer was told to sign with.
  public var signOffSeals: [SignOffSeal] = []
  /// What was used so far, oldest first.
  public var usedParts: [UsedPart] = []
  /// What came of it where it was imported from; what is reported here stands with its visit.
  public var sourceReport: CompletionReport?
  public var anomalies: [Anomaly]
  /// The rules that have acted on it, oldest first.
  public var ruleMarks: [RuleMark] = []
  /// What has become of its alerts.
  public var alertLives: [AlertLife] = []
  /// Why its clocks were missed.
  public var breaches: [BreachExplanation] = []
  public var missedAccesses: [MissedAccess] = []
  /// What it means to the customer's business; nil when nobody has said.
  public var impact: Impact?
  /// What the customer told the office that he thinks of the work, 1 to 5.
  public var rating: Int?
  /// What its call left open.
  public var unasked: [UnaskedQuestion]
  public var ending: Ending?
  /// Endings that were taken back by a reopening, oldest first.
  public var pastEndings: [Ending]
  /// How often done work was sent back because it was not right, oldest first.
  public var reworks: [Rework] = []
  public var firstAssignedAt: Timestamp?
  public var firstOnSiteAt: Timestamp?
  public var lastChangedAt: Timestamp
  /// Whether anything but an import has changed it: then an import changes it no more.
  public var isWorkedOnHere: Bool
  /// Set when an event of a newer version touched it: it is shown, and changed by newer consoles only.
  public var needsNewerConsole: Bool

  public init(_ logged: LoggedWork, at: Timestamp) {
    id = logged.id
    number = logged.number
    reference = logged.reference
    source = logged.request.source
    receivedAt = logged.receivedAt
    requests = [logged.request]
    summary = logged.summary
    description = logged.description
    category = logged.category
    trade = logged.trade
    service = logged.service
    urgency = logged.request.urgency
    isUrgencyUnsaid = logged.request.isUrgencyUnsaid
    priority = logged.priority
    priorityIsConfirmed = logged.priorityIsConfirmed
    priorityReason = nil
    skills = logged.skills
    estimate = logged.estimate
    window = logged.window
    windowKind = logged.windowKind
    moneyLimit = logged.moneyLimit
    customer = logged.customer
    site = logged.site
    equipment = logged.equipment
    impact = logged.impact
    rating = nil
    unasked = logged.unasked
    triagedAt = nil
    visits = []
    pastHolds = []
    notes = []
    attachments = []
    anomalies = []
    pastEndings = []
    lastChangedAt = at
    learnedAt = logged.receivedAt < at ? at : nil
    isWorkedOnHere = false
    needsNewerConsole = false
  }
}

extension WorkOrder: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    number = try fields.number
    reference = try fields.reference
    source = try fields.source
    receivedAt = try fields.receivedAt
    learnedAt = try fields.learnedAt
    requests = try fields.requests
    summary = try fields.summary
    description = try fields.description
    category = try fields.category
    trade = try fields.trade
    service = try fields.service
    urgency = try fields.urgency
    isUrgencyUnsaid = try fields.isUrgencyUnsaid
    priority = try fields.priority
    priorityIsConfirmed = try fields.priorityIsConfirmed
    priorityReason = try fields.priorityReason
    prioritySetAt = try fields.prioritySetAt
    agreedPriority = try fields.agreedPriority
    skills = try fields.skills
    estimate = try fields.estimate
    window = try fields.window
    windowKind = try fields.windowKind
    moneyLimit = try fields.moneyLimit
    customer = try fields.customer
    site = try fields.site
    equipment = try fields.equipment
    triagedAt = try fields.triagedAt
    postponedTo = try fields.postponedTo
    visits = try fields.visits
    formerTechnicians = try fields.formerTechnicians
    hold = try fields.hold
    pastHolds = try fields.pastHolds
    claim = try fields.claim
    flag = try fields.flag
    notes = try fields.notes
    attachments = try fields.attachments
    messages = try fields.messages
    anomalies = try fields.anomalies
    ruleMarks = try fields.ruleMarks
    alertLives = try fields.alertLives
    breaches = try fields.breaches
    missedAccesses = try fields.missedAccesses
    impact = try fields.impact
    rating = try fields.rating
    ending = try fields.ending
    pastEndings = try fields.pastEndings
    reworks = try fields.reworks
    firstAssignedAt = try fields.firstAssignedAt
    firstOnSiteAt = try fields.firstOnSiteAt
    lastChangedAt = try fields.lastChangedAt
    isWorkedOnHere = try fields.isWorkedOnHere
    needsNewerConsole = try fields.needsNewerConsole
    thread = try fields.thread
    let seals: [SignOffSeal]? = try fields.signOffSeals
    signOffSeals = seals ?? []
    let used: [UsedPart]? = try fields.usedParts
    usedParts = used ?? []
    sourceReport = try fields.report
    let open: [UnaskedQuestion]? = try fields.unasked
    unasked = open ?? []
  }
}

extension WorkOrder {
  /// The priority that the contract's promises are taken from.
  public var promisedPriority: Priority { agreedPriority ?? priority }
}
