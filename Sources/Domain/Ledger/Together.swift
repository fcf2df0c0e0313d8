/// Where a group of commands puts visits, to be judged once all of it stands.
///
/// Visits that change places are then in nobody's way, and none has to be taken back for a moment.
struct Together {
  /// A command with the order as it was right before it.
  private var steps: [(id: WorkOrder.ID, command: Command, order: WorkOrder)] = []
  /// The office before the first of them.
  private var before: Office?

  mutating func note(_ command: Command, on office: Office) {
    guard let id = command.placedOrder, let order = office.order(id)?.facing(command.furtherVisit) else {
      return
    }
    before = before ?? office
    steps.append((id, command, order))
  }

  /// What the group breaks where all of it stands, by the moment after it.
  func broken(in moment: Moment) -> [BrokenRule] {
    guard !steps.isEmpty else { return [] }
    let index = moment.office.scheduleIndex(at: moment.now)
    var standing: ScheduleIndex?
    return steps.enumerated().flatMap { number, step -> [BrokenRule] in
      let isLast = !steps[(number + 1)...].contains {
        $0.id == step.id && $0.command.furtherVisit == step.command.furtherVisit
      }
      let broken: [BrokenRule]
      if case .assignVisit(_, let rule) = step.command {
        broken = unasked(
          rule.brokenRules(on: step.order, in: moment, index), of: step.order, in: moment, &standing,
          further: rule.furtherVisit)
      } else if case .moveVisit(_, let rule) = step.command {
        broken = unasked(
          rule.brokenRules(on: step.order, in: moment, index), of: step.order, in: moment, &standing)
      } else if case .unassignVisit(_, let rule) = step.command {
        broken = rule.brokenRules(on: step.order, in: moment)
      } else {
        broken = []
      }
      // Where it only passed through nothing stands; what somebody held on to he is asked about all the same.
      return broken.filter { isLast || $0.rule.isLaterWork }
    }
  }

  /// `standing` is the index of the office before, worked out for the first visit that wants it.
  private func unasked(
    _ broken: [BrokenRule], of order: WorkOrder, in moment: Moment, _ standing: inout ScheduleIndex?,
    further: Visit.ID? = nil
  ) -> [BrokenRule] {
    guard let before, broken.contains(where: { $0.severity == .warn }) else { return broken }
    let index = standing ?? before.scheduleIndex(at: moment.now)
    standing = index
    return before.unasked(
      broken, of: before.order(order.id)?.facing(further) ?? order, in: index, for: moment.person?.role,
      further: before.waiting(further, of: order))
  }
}

extension Command {
  /// The further visit that it is about, where it is not the one in hand.
  public var furtherVisit: Visit.ID? {
    if case .assignVisit(_, let rule) = self { return rule.furtherVisit }
    if case .unassignVisit(_, let rule) = self { return rule.furtherVisit }
    return nil
  }

  /// The order whose visit it puts somewhere or takes from somebody; nil for everything else.
  public var placedOrder: WorkOrder.ID? {
    if case .assignVisit(let id, _) = self { return id }
    if case .moveVisit(let id, _) = self { return id }
    if case .unassignVisit(let id, _) = self { return id }
    return nil
  }
}

extension Office {
  /// Every rule that a group of commands would break where all of it stands; what cannot be done at all is left out.
  public func brokenRules(
    together commands: [Command], by person: Person.ID, at now: Timestamp
  ) -> [BrokenRule] {
    let stamp = Stamp(by: person, at: now, console: ConsoleID(high: 0, low: 0))
    func moment(_ office: Office) -> Moment {
      Moment(office: office, stamp: stamp, acceptsClaims: true, isJudgedTogether: true)
    }
    var after = self
    var together = Together()
    for command in commands {
      do throws(Refusal) {
        let events = try command.decide(in: moment(after))
        if !events.isEmpty { together.note(command, on: after) }
        for event in events { after.apply(event, stamp) }
      } catch { continue }
    }
    return together.broken(in: moment(after))
  }
}

extension BrokenRule {
  /// Whether it is the same, told a moment later: of the same visit, technician and other visit; figures may differ.
  public func isSame(as other: BrokenRule) -> Bool {
    rule == other.rule && order == other.order && technician == other.technician
      && evidence.otherVisit == other.evidence.otherVisit
  }
}

extension BrokenRule.Evidence {
  /// The order of the visit that it collides with or is too far from.
  fileprivate var otherVisit: Int? {
    switch self {
    case .overlap(let order, _, _): order
    case .travel(_, let order, _): order
    case .skill, .notWorking, .overBreak, .held, .past, .window, .siteClosed, .overtime, .moneyLimit, .pinned,
      .underWay, .onSite,
      .claimed, .refused, .ruledOut, .hasDeclined:
      nil
    }
  }
}
