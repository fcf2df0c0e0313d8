public import Domain

extension Wording {
  /// What an undo or a redo came to: the action by name, then how things are now. `before` is the office that
  /// it was decided on.
  public func tookBack(
    _ action: Entry, over: Entry? = nil, isRedo: Bool, _ proposal: Proposal, events: [Event],
    before: Office
  ) -> String {
    let name = self.action(action).clipped(60)
    let stays = over.map { "\(staying($0)) · " } ?? ""
    let done = stays + (isRedo ? "redone" : "undone")
    if events.isEmpty { return "\(name): nothing to change, it is so already." }
    let told = (isRedo ? [] : left(action)) + madeUntrue(by: isRedo ? nil : action, events, before: before)
    let sentence = "\(done): \(name) · \(self.done(proposal, events: events, before: before))"
    return told.isEmpty ? sentence : "\(sentence). \(told.joined(separator: " "))"
  }

  /// What a proposal came to, whether it did something or took something back.
  public func outcome(
    of proposal: Proposal, takenBack: Entry?, over: Entry? = nil, isRedo: Bool, events: [Event],
    before: Office
  ) -> String {
    takenBack.map { tookBack($0, over: over, isRedo: isRedo, proposal, events: events, before: before) }
      ?? done(proposal, events: events, before: before)
  }

  /// An action by the name that people know it by: `assign 20418 to Ana Flores 11:00`.
  public func action(_ entry: Entry) -> String {
    // What goes along with an action does not give it its name.
    let named = entry.commands.first(where: \.isPostponing) ?? entry.commands.first { !$0.isMessage }
    guard let first = named ?? entry.commands.first else {
      return "entry \(entry.seq)"
    }
    if let push = push(entry.commands) ?? plan(entry.commands) { return push }
    let words = first.words
    var numbers: [String] = []
    for id in entry.commands.flatMap(\.namesakes) {
      let number = office.order(id).map { String($0.number) }
      if let number, !numbers.contains(number) { numbers.append(number) }
    }
    let others = numbers.count > 3 ? " and \(numbers.count - 2) more" : ""
    let shown = numbers.count > 3 ? Array(numbers.prefix(2)) : numbers
    let subject = shown.isEmpty ? words.subject(self) : shown.joined(separator: ", ") + others
    let detail = entry.commands.count == 1 ? words.detail(self) : nil
    return [call(words.verb), subject, detail].compactMap(\.self).joined(separator: " ")
  }

  /// Why nothing was taken back.
  func obstacle(_ obstacle: UndoObstacle) -> Sentence {
    switch obstacle {
    case .nothingToUndo:
      Sentence(
        "Nothing to undo: no action of yours is left to take back.",
        remedy: asksInBox ? slip : "\(call(Undo.name)) ORDER takes back the last one on an order.")
    case .nothingToRedo:
      Sentence("Nothing to redo: you have undone nothing since you last acted.")
    case .nothing(let number):
      Sentence("Nothing to undo on \(number): no action on it is left to take back.")
    case .noEntry(let seq): Sentence("The ledger has no entry \(seq).")
    case .fact(let entry):
      Sentence(
        fact(entry).map { "\($0.clipped(48)) is a fact: it is not undone." } ?? "\(staying(entry)).",
        remedy: "What is wrong in it is corrected by saying what is so.")
    case .stepsOver(let over, let reason, let action, let seq):
      Sentence(
        "\(staying(over, because: reason)).",
        remedy: asksInBox
          ? nil
          : "\(call(Undo.name)) --entry \(seq) takes back what \(reason == nil ? "is" : "can still be undone") before it, "
            + "\(Wording(office: office, now: now).action(action).clipped(40)).")
    case .alreadyUndone(let entry): Sentence("\(action(entry).clipped(52)) is taken back already.")
    case .elsewhere(let entry, let seq, let undoneAt):
      Sentence(
        "\(Wording(office: office, now: now).action(entry).clipped(40)) was "
          + "\(undoneAt == nil ? "done" : "undone") elsewhere, at \(time(undoneAt ?? entry.at)).",
        remedy: asksInBox
          ? nil
          : "\(call(Undo.name)) --entry \(seq) "
            + (undoneAt == nil ? "takes it back all the same." : "does it again all the same."))
    }
  }

  /// What somebody has done that no undo takes back, by its name: `dispatch 20418 stays, it is not undone`.
  ///
  /// Where a refusal keeps it, that says why.
  public func staying(_ entry: Entry, because reason: Refusal? = nil) -> String {
    let name = Wording(office: office, now: now).action(entry).clipped(48)
    guard let reason else { return "\(name) stays: it cannot be undone" }
    let why = refusal(reason, verb: Undo.name).fact
    return "\(why.last == "." ? String(why.dropLast()) : why) (\(name))"
  }

  /// How a step is put right that was none: it stays on record, with its time, and somebody has to know.
  public var slip: String {
    "A step stays on record: \(call(SayVerb.name)) tells the other side that it was a slip."
  }

  /// What to say before and after something that no undo takes back.
  public var cannotBeUndone: String { "This is a fact: it is corrected, not undone." }

  /// A fact as people know it: `20418: arrived`; nil for what is about no order.
  private func fact(_ entry: Entry) -> String? {
    for case .workOrder(let id, let event) in entry.events {
      guard let order = office.order(id) else { continue }
      return "\(order.number): \(self.event(event))"
    }
    return nil
  }

  /// Visits of one technician that all moved by the same time are a push: `push Chen +30m, 3 visits`.
  private func push(_ commands: [Command]) -> String? {
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
    return "\(call(Push.name)) \(technician(holder)) \(Wording.shift(span)), \(commands.count) visits"
  }

  /// Visits of several people that go elsewhere at once are a plan, those of one in other hours his day in another
  /// order, and those of one that others get his day planned anew: `plan day Wed 20417, 20420 and 5 more`, `optimise
  /// Chen, 3 visits`, `replan Chen, 4 visits`. What nobody had is assigned, and who makes room for it is said with it.
  private func plan(_ commands: [Command]) -> String? {
    guard let placed = PlacedVisits(commands, in: office), placed.numbers.count > 1 else { return nil }
    if let first = placed.given.first, placed.given.count == 1 {
      let own = office.order(first.id).map { String($0.number) } ?? "?"
      let others = listed(placed.numbers.filter { $0 != own })
      let whom = "\(technician(first.rule.technician)) \(time(first.rule.start))"
      return "\(call(Assign.name)) \(own) to \(whom), \(others) moved for it"
    }
    if placed.isMoved, !placed.given.isEmpty, placed.given.allSatisfy({ $0.rule.replacing == nil }) {
      return handedOut(placed, laterDay(of: commands))
    }
    if placed.given.isEmpty, placed.isMoved, placed.holders.count == 1 {
      return "\(call(Optimise.name)) \(technician(placed.holders.first)), \(placed.numbers.count) visits"
    }
    if placed.isTakenBack || placed.holders.count < 2 { return nil }
    if placed.given.isEmpty, placed.losers.count == 1, let loser = placed.losers.first {
      return "\(call(Replan.name)) \(technician(loser)), \(placed.numbers.count) visits"
    }
    return "\(call(PlanDay.name))\(laterDay(of: commands)) \(listed(placed.numbers))"
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
    let verb = call(areFurther ? FurtherVisit.name : Assign.name)
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

extension Command {
  /// The orders that it is called by: a duplicate by its own number, since the one that stays is said after it.
  fileprivate var namesakes: [WorkOrder.ID] {
    if case .markDuplicate(let id, _) = self { [id] } else { orders }
  }

  /// Whether it puts work off, of which whatever else is done to the order is a part.
  fileprivate var isPostponing: Bool {
    if case .postponeWorkOrder = self { true } else { false }
  }

  /// Whether it only tells somebody of what else is done.
  var isMessage: Bool {
    if case .sendMessage = self { return true }
    if case .recallMessage = self { return true }
    return false
  }
}
