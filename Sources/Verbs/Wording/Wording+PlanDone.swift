import Domain

/// What was planned, by the name that an undo and the history call it by.
extension Wording {
  /// Visits of one technician that all moved by the same time are a push: `push Chen +30m, 3 visits`.
  func push(_ commands: [Command]) -> String? {
    guard commands.count > 1 else { return nil }
    var spans: Set<Span> = []
    var holders: Set<Technician.ID?> = []
    for command in commands {
      guard case .moveVisit(_, let rule) = command, rule.technician == nil, let start = rule.start,
        let before = rule.replacingStart
      else { return nil }
      spans.insert(start - before)
      holders.insert(rule.replacingTechnician)
    }
    guard let span = spans.first, let holder = holders.first, spans.count == 1, holders.count == 1 else {
      return nil
    }
    return "\(call(PushVerb.name)) \(technician(holder)) \(Wording.shift(span)), \(commands.count) visits"
  }

  /// Visits of several people that go elsewhere at once are a plan, those of one in other hours his day in another
  /// order, and those of one that others get his day planned anew: `plan day Wed 20417, 20420 and 5 more`, `optimise
  /// Chen, 3 visits`, `replan Chen, 4 visits`. What nobody had is assigned, and who makes room for it is said with it.
  func plan(_ commands: [Command]) -> String? {
    guard let placed = PlacedVisits(commands, in: office), placed.numbers.count > 1 else { return nil }
    if let first = placed.given.first, placed.given.count == 1 {
      let own = office.order(first.id).map { String($0.number) } ?? "?"
      let others = listed(placed.numbers.filter { $0 != own })
      let whom = "\(technician(first.rule.technician)) \(time(first.rule.start))"
      return "\(call(AssignVerb.name)) \(own) to \(whom), \(others) moved for it"
    }
    if placed.isMoved, !placed.given.isEmpty, placed.given.allSatisfy({ $0.rule.replacing == nil }) {
      return handedOut(placed, laterDay(of: commands))
    }
    if let late = allLater(commands, placed) { return late }
    if placed.given.isEmpty, placed.isMoved, placed.holders.count == 1 {
      return "\(call(OptimiseVerb.name)) \(technician(placed.holders.first)), \(placed.numbers.count) visits"
    }
    if placed.isTakenBack || placed.holders.count < 2 { return nil }
    if placed.given.isEmpty, placed.losers.count == 1, let loser = placed.losers.first {
      return "\(call(ReplanVerb.name)) \(technician(loser)), \(placed.numbers.count) visits"
    }
    return "\(call(PlanDayVerb.name))\(laterDay(of: commands)) \(listed(placed.numbers))"
  }

  /// Visits of one who is late all begin later: `push Chen +15m to +40m, 2 visits`.
  private func allLater(_ commands: [Command], _ placed: PlacedVisits) -> String? {
    let spans = commands.compactMap { command -> Span? in
      guard case .moveVisit(_, let rule) = command, let start = rule.start, let before = rule.replacingStart
      else { return nil }
      return start - before
    }
    guard placed.given.isEmpty, placed.isMoved, placed.holders.count == 1, let least = spans.min(),
      let most = spans.max(), .zero < least
    else { return nil }
    let by = least == most ? Wording.shift(least) : "\(Wording.shift(least)) to \(Wording.shift(most))"
    return "\(call(PushVerb.name)) \(technician(placed.holders.first)) \(by), \(placed.numbers.count) visits"
  }

  /// What nobody had, given to one technician or, by a plan or by `assign … @best`, to several: which of both it was is
  /// not on record, so it is called by what came of it.
  private func handedOut(_ placed: PlacedVisits, _ day: String) -> String {
    let own = placed.given.compactMap { office.order($0.id).map { String($0.number) } }
    let others = placed.numbers.filter { !own.contains($0) }
    let room = others.isEmpty ? "" : "; \(listed(others)) moved for it"
    let takers = Set(placed.given.map(\.rule.technician))
    guard takers.count == 1 else { return "give out\(day) \(listed(own))\(room)" }
    let areFurther = placed.given.allSatisfy { $0.rule.isFurther ?? false }
    let verb = call(areFurther ? FurtherVisitVerb.name : AssignVerb.name)
    return "\(verb)\(day) \(listed(own)) to \(technician(takers.first))\(room)"
  }

  /// ` Wed` where all of it is for one day that is not today.
  private func laterDay(of commands: [Command]) -> String {
    let days = commands.compactMap { command -> CivilDate? in
      if case .assignVisit(_, let rule) = command { return office.zone.date(at: rule.start) }
      if case .moveVisit(_, let rule) = command { return rule.start.map { office.zone.date(at: $0) } }
      return nil
    }
    guard let day = days.first, Set(days).count == 1, day != office.today(at: now) else { return "" }
    return " \(self.day(day))"
  }

  private func listed(_ numbers: [String]) -> String {
    numbers.count > 3
      ? "\(numbers.prefix(2).joined(separator: ", ")) and \(numbers.count - 2) more"
      : numbers.joined(separator: ", ")
  }
}
