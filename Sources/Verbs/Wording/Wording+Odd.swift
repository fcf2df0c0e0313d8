public import Domain

extension Wording {
  /// What did not fit, as people say it: `travelling from dispatched`; in the words of whoever told it where only
  /// they do.
  public func odd(_ anomaly: Anomaly) -> String { odd(anomaly.kind, anomaly.detail, anomaly.facts) }

  func odd(_ kind: Anomaly.Kind, _ detail: String, _ facts: Anomaly.Facts?) -> String {
    guard let facts else { return detail }
    let who = facts.technician.flatMap { office.technician($0)?.handle } ?? "somebody"
    let step = facts.step.map { Self.status($0) } ?? "reported"
    switch kind {
    case .skippedStep: return "\(step)\(facts.from.map { " from \(Self.status($0))" } ?? "")"
    case .notTheirs: return "\(step) by \(who)"
    case .afterTheEnd: return "\(who) \(step) after \(facts.ending.map { Self.status($0) } ?? "its end")"
    case .outOfOrder:
      return "\(step) after \(facts.from.map { Self.status($0) } ?? "what follows it"), \(who)"
    case .unannounced: return "\(who) was not dispatched"
    case .elsewhere: return "\(who) is on \(facts.number.map(String.init) ?? "another order") too"
    case .otherNumber: return "told as \(facts.number.map(String.init) ?? "another number")"
    case .otherTime:
      guard let told = facts.told, let counted = facts.counted else { return Self.odd(kind) }
      return "told \(TimeWords.whole(told - counted)) too \(told < counted ? "early" : "late")"
    case .contradictoryTimes: return Self.odd(kind)
    }
  }

  /// That more work is reported than time has passed since whoever has it came there; nil where it has.
  public func longerThanPassed(_ work: Span?, on order: WorkOrder) -> String? {
    guard let work, let came = order.openVisit?.activeAssignment?.onSiteAt, came <= now else { return nil }
    let passed = now - came
    guard work > passed + .minutes(1) else { return nil }
    return
      "\(TimeWords.length(work)) of work, and it is \(TimeWords.length(passed)) since \(time(came)), the arrival"
  }

  /// What a report leaves to the review: `20391: time (0:11) and signature are missing.`; nil where nothing is.
  public func missing(in report: CompletionReport, on order: WorkOrder) -> String? {
    let came = order.openVisit?.activeAssignment?.onSiteAt.flatMap { $0 <= now ? now - $0 : nil }
    let time = "time\(came.map { " (\($0 < .minutes(1) ? "under a minute" : TimeWords.clock($0)))" } ?? "")"
    let missing = [
      report.cause == nil ? "cause" : nil, report.work == nil ? time : nil,
      report.signature == nil ? "signature" : nil
    ].compactMap(\.self)
    guard let last = missing.last else { return nil }
    if missing.count == 1 { return "\(order.number): the \(last) is missing." }
    return "\(order.number): \(missing.dropLast().joined(separator: ", ")) and \(last) are missing."
  }

  static func odd(_ kind: Anomaly.Kind) -> String {
    switch kind {
    case .skippedStep: "a step was skipped"
    case .notTheirs: "it was somebody else's"
    case .contradictoryTimes: "times that contradict each other"
    case .afterTheEnd: "it had ended"
    case .outOfOrder: "it came late"
    case .unannounced: "nobody was sent"
    case .elsewhere: "on another order"
    case .otherNumber: "the number was taken"
    case .otherTime: "the clock there is wrong"
    }
  }

  /// What a newer console changed, as far as this one can tell; nil where nothing was.
  public static func newer(_ order: WorkOrder) -> String? {
    order.needsNewerConsole
      ? "a newer console has changed it: not all of that is shown, and it is not changed here. Update this one."
      : nil
  }

  /// How an order's clocks stand: `clock at risk`, `clock missed`.
  public static func danger(_ danger: ClockDanger) -> String {
    switch danger {
    case .atRisk: "clock at risk"
    case .breached: "clock missed"
    }
  }

  static func status(_ status: AssignmentStatus) -> String {
    switch status {
    case .onSite: "on site"
    case .notDone: "not done"
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .done, .declined: status.rawValue
    }
  }
}

extension CancelReason {
  /// As people say it.
  public var spoken: String {
    switch self {
    case .noAccess: "no access"
    case .notNeeded: "not needed"
    case .advice: "advice given"
    case .notOurs: "not ours"
    case .wrongNumber: "wrong number"
    case .customer, .duplicate, .weather, .other: rawValue
    }
  }
}

extension EquipmentStatus {
  /// As people say it.
  public var spoken: String {
    switch self {
    case .inService: "in service"
    case .outOfService: "out of service"
    case .retired: rawValue
    }
  }
}
