public import DayPlan
public import Domain

/// Why a plan comes to nothing.
extension Wording {
  /// Why there is nothing to choose from, and what can be done.
  public func nothing(_ nothing: PlanAnswer.Nothing, on day: CivilDate? = nil) -> String {
    let then = day.map { "on \(self.day($0))" } ?? "today"
    return switch nothing {
    case .nobodyWorks:
      "Nobody works \(day == nil ? "any more today" : then): nothing can be planned. \(call(PostponeVerb.name)) puts work off."
    case .beyondReckoning:
      "A number in the plan's rules is greater than what can be reckoned with: nothing can be planned. callout config "
        + "prints the rules."
    case .nothingWaits: "Nothing waits that could be done \(then)."
    case .nothingAhead(let technician): "\(self.technician(technician)) has nothing ahead \(then)."
    case .furtherAlone(let technician, let further):
      "\(self.technician(technician)) has nothing else ahead \(then). "
        + further.map { left($0) }.joined(separator: " · ")
    case .bestAlready(let technician):
      "Nothing that was tried costs less than \(self.technician(technician))'s day as it stands."
    case .sharedBest(let technicians):
      "Nothing that was tried costs less than the days of \(names(technicians)) as they stand."
    case .notLate(let technician):
      "\(self.technician(technician)) is not late as it stands, and no other order of the visits costs less."
    case .nothingLate(let technician, let lateness):
      "\(self.lateness(lateness, of: technician)) What comes after is in time."
        + (lateness.isOnTheWay ? " \(call(MessageVerb.name)) tells whoever waits." : "")
    case .taken(let order, let technician):
      "\(number(order)) is with \(self.technician(technician)) already: \(call(ReplanVerb.name)) plans it anew."
    case .refused(let rule?):
      "Every way that was found breaks a rule: \(reason(rule.evidence, self.technician(handle: rule.technician)))."
    case .refused(nil): "Every way that was found breaks a rule."
    case .nobodyCan(let order):
      "Nobody can come to \(number(order)) \(then), whatever gives way. "
        + ((day == nil ? office.order(order).flatMap { closed($0) } : nil)
          ?? "\(call(AssignVerb.name)) says why not.")
    case .underWay(let order): "\(number(order)) is under way or over: nothing is left to plan."
    case .notHere(let technician):
      "\(self.technician(technician)) does not work \(day == nil ? "any more today" : then)."
    case .nothingFits(let technician):
      "Nothing that waits fits into \(self.technician(technician))'s day as it stands."
    case .noGap(let technician):
      "\(self.technician(technician)) is not free then. \(call(GapsVerb.name)) lists who has time left."
    case .nothingNear(let order, let reach):
      "No other work waits within \(TimeWords.length(reach)) of \(number(order))."
    case .anotherDay(let order, let start):
      "\(number(order)) is planned for \(time(start)), not \(then): name that day, or none."
    case .nobodyTakesBoth(let order):
      "Nobody has room for \(number(order)) and what waits near it. \(call(AssignVerb.name)) gives it alone."
    }
  }

  /// How long somebody is taken to stay where he is over his estimate, which nobody knows.
  public func staying(_ staying: PlanAnswer.Staying) -> String {
    "\(technician(staying.technician)) is counted as busy until \(time(staying.until)): nobody knows how long "
      + "\(staying.number) still takes, so \(TimeWords.length(staying.span)) more. \(call(MoveVerb.name)) gives it another length."
  }

  /// Why somebody is late, by the rule of the boards.
  private func lateness(_ lateness: Lateness, of technician: Technician.ID) -> String {
    let who = self.technician(technician)
    switch lateness {
    case .over(let number, let by): return "\(who) is \(TimeWords.length(by)) over the estimate of \(number)."
    case .onTheWay(let number, let by):
      return "\(who) is on the way to \(number) and comes \(TimeWords.length(by)) late."
    case .next(let number, let by):
      return "\(who) comes \(TimeWords.length(by)) late to \(number), if it goes on so."
    }
  }
}

extension Lateness {
  fileprivate var isOnTheWay: Bool {
    switch self {
    case .onTheWay: true
    case .over, .next: false
    }
  }
}
