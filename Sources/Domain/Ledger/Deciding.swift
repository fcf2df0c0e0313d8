extension Office {
  /// Decides a group of commands, each on the state that the ones before it leave: all or nothing.
  ///
  /// Where visits go is judged command by command; of a group that is judged together, and of what takes one back, once
  /// all of it stands.
  public func decide(_ submission: Submission) throws(Refusal) -> Decision {
    if let automation = submission.automation,
      automaticStep(automation, at: submission.stamp.at)?.commands != submission.commands
    {
      return Decision(events: [], inverse: [], warnings: [], after: self)
    }
    var deciding = Deciding(submission, on: self)
    for command in submission.commands { try deciding.decide(command) }
    try deciding.judgeTogether()
    deciding.markAutomatic()
    return deciding.decision
  }
}

/// A group of commands while it is decided.
private struct Deciding {
  let submission: Submission
  let before: Office
  var after: Office
  var events: [Event] = []
  var inverse: [Command] = []
  var warnings: [BrokenRule] = []
  /// Whether each claim of the group can be taken back.
  var isWhole = true
  var together = Together()
  /// The orders on which what was wanted so far is so already, so that nobody is to be told of it.
  private var unchanged: [WorkOrder.ID: Bool] = [:]

  init(_ submission: Submission, on office: Office) {
    self.submission = submission
    before = office
    after = office
  }

  /// The office that the commands so far have left, to decide the next one on.
  var moment: Moment { Moment(after, of: submission) }

  var decision: Decision {
    Decision(events: events, inverse: isWhole ? inverse : [], warnings: warnings, after: after)
  }

  mutating func decide(_ command: Command) throws(Refusal) {
    let moment = moment
    let rule = command.rule
    if submission.automation == nil { try after.authorize(command, by: submission.stamp.by) }
    if let order = command.tellsWithAction, unchanged[order] ?? false { return }
    let decided = try rule.decide(in: moment)
    if !command.isTelling {
      for order in command.orders { unchanged[order] = (unchanged[order] ?? true) && decided.isEmpty }
    }
    if decided.isEmpty { return }
    if let claim = rule.brokenClaim(in: moment) {
      try moment.heed(claim)
      warnings.append(claim)
    }
    if moment.isJudgedTogether {
      together.note(command, on: after)
    } else {
      warnings += rule.brokenRules(in: moment)
    }
    let back = rule.inverse(in: moment)
    // A group is taken back as one or not at all; what it notes besides is a fact and stays.
    if back.isEmpty, command.kind == .claim { isWhole = false }
    inverse = back + inverse
    for event in decided { after.apply(event, submission.stamp) }
    events += decided
  }

  mutating func judgeTogether() throws(Refusal) {
    let broken = together.broken(in: moment)
    // What is in each other's way by now is asked of the office that the group found.
    try Moment(before, of: submission).enforce(broken)
    warnings += broken
  }

  /// A customer's alert remembers by itself to which level it was raised; an order is marked.
  mutating func markAutomatic() {
    guard let automation = submission.automation, case .workOrder(let order) = automation.subject,
      !events.isEmpty
    else { return }
    let mark = Event.workOrder(order, .ruleApplied(automation.rule, cause: automation.cause))
    after.apply(mark, submission.stamp)
    events.append(mark)
  }
}

extension Moment {
  /// Stops at the first broken rule that is neither overridden nor, for a warning, accepted. What is forbidden to a
  /// role no reason passes. What an undo brings back is only warned of where somebody has built upon what it takes
  /// back, so that the message that went with it is caught while it waits; and that whoever gets his visits back cannot
  /// do them asks for no reason, where he could not when they were taken from him. `accepts` is whether there is a yes
  /// to what warns.
  func enforce(_ broken: [BrokenRule], accepts: Bool? = nil) throws(Refusal) {
    if broken.isEmpty { return }
    if let forbidden = broken.first(where: { $0.severity == .forbid }) { throw .broken(forbidden) }
    if let override {
      if override.trimmed.isEmpty { throw .overrideNeedsReason(broken[0].rule) }
      return
    }
    for one in broken.asAsked {
      switch one.severity {
      case .block where stoodSo(one): continue
      case .block, .forbid: throw .broken(broken.said(of: one))
      case .warn:
        if isReversal, !one.rule.isLaterWork || stoodSo(one) { continue }
        if accepts ?? acceptsWarnings || acceptedWarnings.contains(where: { $0.isSame(as: one) }) { continue }
        throw .broken(one)
      }
    }
  }

  /// Whether an undo brings back what was so before, for all that is known: against a technician the same stood then, and
  /// the orders that are in each other's way are as the action that is taken back left them.
  private func stoodSo(_ broken: BrokenRule) -> Bool {
    guard let undoes else { return false }
    let isUntouched = { (number: Int) in
      office.order(number: number).map { $0.lastChangedAt <= undoes } ?? false
    }
    switch broken.evidence {
    case .skill, .refused, .ruledOut, .hasDeclined: return true
    case .notWorking(.off, _), .notWorking(.unavailable, _):
      let technician = office.technicians.unordered.first { $0.handle == broken.technician }
      return technician?.presenceSince.map { $0 <= undoes } ?? false
    case .notWorking(.absent, _), .notWorking(.outsideShift, _): return true
    case .overlap(let other, _, _), .travel(_, let other, _):
      return isUntouched(broken.order) && isUntouched(other)
    case .overBreak, .window, .siteClosed, .overtime, .moneyLimit: return isUntouched(broken.order)
    // What stood there already when the action was done was known to whoever did it.
    case .held: return office.order(number: broken.order)?.hold.map { $0.since <= undoes } ?? false
    case .claimed(_, let since): return since <= undoes
    case .notWorking, .past, .pinned, .underWay, .onSite: return false
    }
  }

  /// The same for where a visit is put, unless that is judged once the whole group stands.
  func enforcePlace(_ broken: @autoclosure () -> [BrokenRule]) throws(Refusal) {
    if !isJudgedTogether { try enforce(broken()) }
  }
}

extension [BrokenRule] {
  /// What weighs most first, so that one reason passes what a yes would; of what weighs the same, that the hour is over.
  fileprivate var asAsked: [BrokenRule] {
    let heaviest = Severity.allCases.sorted { $0.weight < $1.weight }
    return heaviest.flatMap { severity in
      let equal = filter { $0.severity == severity }
      return equal.filter { $0.rule == .past } + equal.filter { $0.rule != .past }
    }
  }

  /// How one of these is said: nobody wants to hear who was not there at an hour that is over, but that it is.
  fileprivate func said(of one: BrokenRule) -> BrokenRule {
    guard one.rule == .notWorking, let past = first(where: { $0.rule == .past && $0.order == one.order })
    else { return one }
    return BrokenRule(
      rule: past.rule, severity: one.severity, order: past.order, technician: past.technician,
      evidence: past.evidence)
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
  /// The order of a message that goes with an action, and with nothing else.
  fileprivate var tellsWithAction: WorkOrder.ID? {
    if case .sendMessage(let id, let message) = self, case .with = message.cause { id } else { nil }
  }

  fileprivate var isTelling: Bool {
    switch self {
    case .sendMessage, .recallMessage: true
    default: false
    }
  }
}
