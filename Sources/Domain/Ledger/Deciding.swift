/// The office at the moment of a decision, and who decides.
public struct Moment: Sendable {
  public let office: Office
  public let stamp: Stamp
  public let override: String?
  public let acceptsWarnings: Bool
  /// Whether it is known that somebody else works on the order.
  public let acceptsClaims: Bool
  /// Whether a rule acts and nobody is there to be asked.
  public let isAutomatic: Bool
  /// Whether it brings back what was so before: nobody is asked again of what he knew then.
  public let isReversal: Bool
  /// Warnings that were shown and are accepted, where not all are.
  public let acceptedWarnings: [BrokenRule]
  /// Whether the places of visits are judged once the whole group stands.
  public let isJudgedTogether: Bool
  /// When the action was done that is undone; nil where none is.
  public let undoes: Timestamp?

  public init(
    office: Office, stamp: Stamp, override: String? = nil, acceptsWarnings: Bool = false,
    acceptsClaims: Bool? = nil, isAutomatic: Bool = false, isReversal: Bool = false,
    acceptedWarnings: [BrokenRule] = [], isJudgedTogether: Bool = false, undoes: Timestamp? = nil
  ) {
    self.undoes = undoes
    self.acceptedWarnings = acceptedWarnings
    self.isJudgedTogether = isJudgedTogether
    self.isAutomatic = isAutomatic
    self.isReversal = isReversal
    self.acceptsClaims = acceptsClaims ?? acceptsWarnings
    self.office = office
    self.stamp = stamp
    self.override = override
    self.acceptsWarnings = acceptsWarnings
  }

  public var now: Timestamp { stamp.at }
  public var person: Person? { office.person(stamp.by) }
}

/// A command's rule: what comes of it, or why not. Pure; it reads no clock and makes no id.
public protocol CommandRule: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  /// The events it comes to; none when everything is so already.
  func decide(in moment: Moment) throws(Refusal) -> [Event]

  /// The commands that would take it back, given the office before; none for facts and for what cannot be undone.
  func inverse(in moment: Moment) -> [Command]

  /// What is said to who gives it for an order that somebody else has claimed.
  func brokenClaim(in moment: Moment) -> BrokenRule?
}

/// The rule of a command about one work order.
public protocol WorkOrderCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  static var heedsClaims: Bool { get }

  func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent]
  func inverse(on order: WorkOrder, in moment: Moment) -> [Command]
}

extension CommandRule {
  public func inverse(in moment: Moment) -> [Command] { [] }
  public func brokenClaim(in moment: Moment) -> BrokenRule? { nil }
}

extension WorkOrderCommand {
  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] { [] }
}

extension Office {
  /// Decides a group of commands, each on the state that the ones before it leave: all or nothing.
  ///
  /// Where visits go is judged command by command; of a group that is judged together, and of what takes one back, once
  /// all of it stands.
  public func decide(_ submission: Submission) throws(Refusal) -> Decision {
    var after = self
    var events: [Event] = []
    var inverse: [Command] = []
    var warnings: [BrokenRule] = []
    var isWhole = true
    var together = Together()
    func asked(_ office: Office) -> Moment {
      Moment(
        office: office, stamp: submission.stamp, override: submission.override,
        acceptsWarnings: submission.acceptsWarnings, acceptsClaims: submission.acceptsClaims,
        isAutomatic: submission.automation != nil, isReversal: submission.reversal != nil,
        acceptedWarnings: submission.acceptedWarnings,
        isJudgedTogether: submission.isJudgedTogether || submission.reversal != nil,
        undoes: submission.undoes)
    }
    if let automation = submission.automation {
      guard automaticStep(automation, at: submission.stamp.at)?.commands == submission.commands else {
        return Decision(events: [], inverse: [], warnings: [], after: self)
      }
    }
    for command in submission.commands {
      let moment = asked(after)
      if submission.automation == nil { try after.authorize(command, by: submission.stamp.by) }
      let decided = try command.decide(in: moment)
      if decided.isEmpty { continue }
      if let claim = command.rule.brokenClaim(in: moment) {
        try moment.heed(claim)
        warnings.append(claim)
      }
      if moment.isJudgedTogether {
        together.note(command, on: after)
      } else {
        warnings += command.warnings(in: moment)
      }
      let back = command.inverse(in: moment)
      // A group is taken back as one or not at all; what it notes besides is a fact and stays.
      if back.isEmpty, command.kind == .claim { isWhole = false }
      inverse = back + inverse
      for event in decided { after.apply(event, submission.stamp) }
      events += decided
    }
    let broken = together.broken(in: asked(after))
    try asked(after).enforce(broken)
    warnings += broken
    // A customer's alert remembers by itself to which level it was raised.
    if let automation = submission.automation, case .workOrder(let order) = automation.subject,
      !events.isEmpty
    {
      let mark = Event.workOrder(order, .ruleApplied(automation.rule, cause: automation.cause))
      after.apply(mark, submission.stamp)
      events.append(mark)
    }
    return Decision(events: events, inverse: isWhole ? inverse : [], warnings: warnings, after: after)
  }
}

extension Moment {
  /// Stops at the first broken rule that is neither overridden nor, for a warning, accepted. What is forbidden to a
  /// role no reason passes. What an undo brings back is only warned of where somebody has built upon what it takes
  /// back, so that the message that went with it is caught while it waits; and that whoever gets his visits back cannot
  /// do them asks for no reason, where he could not when they were taken from him.
  func enforce(_ broken: [BrokenRule]) throws(Refusal) {
    if broken.isEmpty { return }
    if let forbidden = broken.first(where: { $0.severity == .forbid }) { throw .broken(forbidden) }
    if let override {
      if override.trimmed.isEmpty { throw .overrideNeedsReason(broken[0].rule) }
      return
    }
    for one in broken.asAsked {
      switch one.severity {
      case .block where stoodSo(one): continue
      case .block, .forbid: throw .broken(one)
      case .warn:
        if isReversal, !one.rule.isLaterWork { continue }
        if acceptsWarnings || acceptedWarnings.contains(where: { $0.isSame(as: one) }) { continue }
        throw .broken(one)
      }
    }
  }

  /// Whether an undo brings a visit back to somebody against whom the same stood before.
  private func stoodSo(_ broken: BrokenRule) -> Bool {
    guard let undoes else { return false }
    switch broken.evidence {
    case .skill, .refused, .ruledOut, .hasDeclined: return true
    case .notWorking(.off, _), .notWorking(.unavailable, _):
      let technician = office.technicians.unordered.first { $0.handle == broken.technician }
      return technician?.presenceSince.map { $0 <= undoes } ?? false
    case .notWorking(.absent, _), .notWorking(.outsideShift, _): return true
    case .notWorking, .overlap, .overBreak, .held, .past, .window, .siteClosed, .travel, .overtime,
      .moneyLimit, .pinned,
      .underWay, .claimed:
      return false
    }
  }

  /// The same for where a visit is put, unless that is judged once the whole group stands.
  func enforcePlace(_ broken: @autoclosure () -> [BrokenRule]) throws(Refusal) {
    if !isJudgedTogether { try enforce(broken()) }
  }
}

extension [BrokenRule] {
  /// What weighs most first, so that one reason passes what a yes would; of what weighs the same, that the hour is over:
  /// nobody wants to hear before that who was there then.
  fileprivate var asAsked: [BrokenRule] {
    let heaviest = Severity.allCases.sorted { $0.weight < $1.weight }
    return heaviest.flatMap { severity in
      let equal = filter { $0.severity == severity }
      return equal.filter { $0.rule == .past } + equal.filter { $0.rule != .past }
    }
  }
}

extension Rule {
  /// Whether it guards what somebody has done since, rather than how good a plan is.
  var isLaterWork: Bool {
    switch self {
    case .pinned, .claimed, .held, .underWay: true
    case .overlap, .skill, .notWorking, .breaks, .past, .outsideWindow, .travel, .overtime, .moneyLimit,
      .refused:
      false
    }
  }
}

extension Command {
  /// The rules that a planning command breaks, whether or not somebody has accepted that.
  public func warnings(in moment: Moment) -> [BrokenRule] {
    switch self {
    case .assignVisit(let id, let rule):
      moment.office.order(id).map { rule.brokenRules(on: $0, in: moment) } ?? []
    case .moveVisit(let id, let rule):
      moment.office.order(id).map { rule.brokenRules(on: $0, in: moment) } ?? []
    case .unassignVisit(let id, let rule):
      moment.office.order(id).map { rule.brokenRules(on: $0, in: moment) } ?? []
    case .crewVisit(let id, let rule):
      moment.office.order(id).map { rule.brokenRules(on: $0, in: moment) } ?? []
    case .foundOffice, .changeOffice, .changeContract, .setOnCall, .closeDay, .openDesk, .changeHandover,
      .settleConflict, .leaseNumbers, .eraseWords, .setTemplate, .setSendingRule, .giveWork,
      .logWorkOrder,
      .importWorkOrder,
      .editWorkOrder, .triageWorkOrder, .setPriority, .raisePriority, .flagWorkOrder, .claimWorkOrder,
      .postponeWorkOrder,
      .pinVisit, .dispatchVisit, .seeVisit, .acceptVisit, .declineVisit, .startTravel, .arriveOnSite,
      .holdWorkOrder,
      .releaseWorkOrder,
      .completeVisit, .reportNotDone, .closeWorkOrder, .reopenWorkOrder, .returnForRework, .cancelWorkOrder,
      .markDuplicate,
      .addNote, .chaseWorkOrder, .usePart, .reportDispatch, .reportAnomaly, .explainBreach, .changeAlert,
      .useThread,
      .attachFile, .sendMessage, .recallMessage, .reportMessage, .addTechnician, .editTechnician, .setShift,
      .addAbsence, .setPresence, .addPerson,
      .editPerson, .setPIN,
      .addCustomer, .takeComplaint, .settleComplaint, .editCustomer, .addSite, .editSite, .showSecret,
      .showPhone,
      .addEquipment, .editEquipment:
      []
    }
  }
}
