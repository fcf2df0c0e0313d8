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
    let kept = proposal.takingBack?.isPartial ?? false ? untouched(by: events, of: action) : []
    let done = stays + (isRedo ? "redone" : kept.isEmpty ? "undone" : "undone in part")
    if events.isEmpty { return "\(name): nothing to change, it is so already." }
    let told =
      (isRedo ? begunBefore(events) : left(action, kept))
      + madeUntrue(by: isRedo ? nil : action, events, before: before)
    let sentence =
      "\(done): \(name) · \(self.done(proposal, events: events, before: before))"
      + (kept.isEmpty ? "" : " · not undone: \(numbers(kept))")
    return told.isEmpty ? sentence : "\(sentence). \(told.joined(separator: " "))"
  }

  /// The orders of an action that these events leave as they are.
  private func untouched(by events: [Event], of action: Entry) -> Set<WorkOrder.ID> {
    Set(action.commands.flatMap(\.orders)).subtracting(events.compactMap(\.order))
  }

  private func numbers(_ orders: Set<WorkOrder.ID>) -> String {
    orders.compactMap { office.order($0)?.number }.sorted().map { String($0) }.joined(separator: ", ")
  }

  /// What a redo plans for a time that is over by now.
  private func begunBefore(_ events: [Event]) -> [String] {
    let count = events.count { event in
      switch event {
      case .workOrder(_, .visitPlanned(_, let start?, _)), .workOrder(_, .visitMoved(_, let start?, _)):
        start < now
      default: false
      }
    }
    if count == 0 { return [] }
    return [
      count == 1
        ? "Its time is over by now: move it." : "\(count) visits stand at times that are over: move them."
    ]
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
    let named = entry.commands.first(where: \.isPostponing) ?? entry.commands.first { !$0.goesAlong }
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
        remedy: asksInBox ? slip : "\(call(UndoVerb.name)) ORDER takes back the last one on an order.")
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
          : (takingPart(of: reason).map { "\($0) " } ?? "")
            + "\(call(UndoVerb.name)) --entry \(seq) takes back what \(reason == nil ? "is" : "can still be undone") before it, "
            + "\(Wording(office: office, now: now).action(action).clipped(40)).")
    case .partly(let action, let goes, let stays, _):
      Sentence(
        partly(action, goes: goes, stays: stays),
        remedy: asksInBox ? nil : takingPart(of: .undoImpossible(obstacle)))
    case .alreadyUndone(let entry): Sentence("\(action(entry).clipped(52)) is taken back already.")
    case .elsewhere(let entry, let seq, let undoneAt):
      Sentence(
        "\(Wording(office: office, now: now).action(entry).clipped(40)) was "
          + "\(undoneAt == nil ? "done" : "undone") elsewhere, at \(time(undoneAt ?? entry.at)).",
        remedy: asksInBox
          ? nil
          : "\(call(UndoVerb.name)) --entry \(seq) "
            + (undoneAt == nil ? "takes it back all the same." : "does it again all the same."))
    }
  }

  /// What somebody has done that no undo takes back, by its name: `dispatch 20418 stays, it is not undone`.
  ///
  /// Where a refusal keeps it, that says why.
  public func staying(_ entry: Entry, because reason: Refusal? = nil) -> String {
    let name = Wording(office: office, now: now).action(entry).clipped(48)
    guard let reason else { return "\(name) stays: it cannot be undone" }
    if case .undoImpossible(.partly(let action, let goes, let stays, _)) = reason {
      return String(partly(action, goes: goes, stays: stays).dropLast())
    }
    let why = refusal(reason, verb: UndoVerb.name).fact
    return "\(why.last == "." ? String(why.dropLast()) : why) (\(name))"
  }

  /// What takes back the part of a group that can be; nil where none can.
  private func takingPart(of reason: Refusal?) -> String? {
    guard case .undoImpossible(.partly(_, _, _, let seq)) = reason else { return nil }
    return "\(call(UndoVerb.name)) --entry \(seq) --partly takes back what can be."
  }

  /// What of a group can be undone, and why the rest cannot.
  public func partly(_ action: Entry, goes: [Int], stays: [Refusal]) -> String {
    let why = stays.map { refusal($0, verb: UndoVerb.name).fact }
    let name = Wording(office: office, now: now).action(action).clipped(48)
    return "\(why.map { $0.last == "." ? $0 : "\($0)." }.joined(separator: " ")) "
      + "\(goes.map { String($0) }.joined(separator: ", ")) can be undone (\(name))."
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

  /// Whether it only tells somebody of what else is done, or makes a zone known for it.
  fileprivate var goesAlong: Bool {
    if case .changeOffice(let change) = self { change.onlyLearnsZone } else { isMessage }
  }

  /// Whether it only tells somebody of what else is done.
  var isMessage: Bool {
    if case .sendMessage = self { return true }
    if case .recallMessage = self { return true }
    return false
  }
}
