import Domain
import Terminal
import Verbs

extension Model {
  var pocket: Pocket? {
    get { if case .pocket(let pocket) = face { pocket } else { nil } }
    set { if let newValue { face = .pocket(newValue) } }
  }

  /// His work as it is now; what is gone without him is said.
  mutating func refreshPocket() {
    guard var pocket else { return }
    let before = pocket
    pocket.jobs = office.ownVisits(of: pocket.technician)
    pocket.done = office.ownReports(of: pocket.technician, since: office.lastDayEnd(at: now))
    // Where a visit that was under way is over, the next one comes; where a step of it was a slip, it is still the one.
    let isOver = pocket.selected?.isUnderWay == false && before.selected?.isUnderWay == true
    let isOther = pocket.selected?.visit != before.selected?.visit || pocket.selected?.isHeld ?? false
    if pocket.selected == nil || isOver && isOther {
      pocket.cursor = pocket.jobs.first?.order
    }
    let news = hear(&pocket)
    self.pocket = pocket
    if let news { say(.warning, news) }
    for job in before.jobs where !pocket.jobs.contains(where: { $0.order == job.order }) {
      if isEndedByHim(job, pocket.technician) { continue }
      say(.warning, "\(job.number) is not with you any more\(fate(of: job.order)).")
    }
  }

  /// Whether a report of his ended the visit: then nobody has taken it from him.
  private func isEndedByHim(_ job: OwnVisit, _ technician: Technician.ID) -> Bool {
    let visit = office.order(job.order)?.visits.first { $0.id == job.visit }
    let own = visit?.assignments.last { $0.technician == technician }
    return own.map { [.done, .notDone, .declined].contains($0.status) } ?? false
  }

  /// What dispatch has said since the last look, the newest; said at once, whatever stood in the result line and
  /// whichever order it is about: it may be a warning.
  private func hear(_ pocket: inout Pocket) -> String? {
    var newest: (at: Timestamp, words: String)?
    for job in pocket.jobs {
      let said = office.order(job.order)?.thread.words.filter { $0.side == .desk } ?? []
      if let heard = pocket.heard.updateValue(said.count, forKey: job.order), heard < said.count,
        let last = said.last, newest.map({ $0.at <= last.at }) ?? true
      {
        newest = (last.at, "\(job.number) dispatch: \(last.words)")
      }
    }
    return newest?.words
  }

  private func fate(of id: WorkOrder.ID) -> String {
    // What is not his any more has left his file, too.
    guard let order = office.order(id) else {
      return ": dispatch has it again, it has ended, or the office, restored, does not have it back yet"
    }
    if order.isEnded { return ": it is \(stateWords(of: order))" }
    return order.technician == nil ? ": dispatch has taken it back" : ": somebody else has it"
  }

  /// What dispatch has told him is seen as soon as his face shows it; nobody sees through a locked desk.
  mutating func reportSeen() -> [Effect] {
    guard var pocket, gate == nil, past == nil else { return [] }
    let unseen = pocket.jobs.filter {
      $0.status == .dispatched && $0.lead == nil && !pocket.reported.contains($0.visit)
    }
    guard !unseen.isEmpty else { return [] }
    pocket.reported.formUnion(unseen.map(\.visit))
    self.pocket = pocket
    let commands = unseen.map { Command.seeVisit($0.order, SeeVisit(visit: $0.visit)) }
    return [.submit(Proposal(verb: SeenVerb.name, commands: commands, orders: unseen.map(\.number)), .keys)]
  }

  mutating func pocketAction(_ action: Action, by key: Key?, wasLeaving: Bool) -> [Effect] {
    switch PocketAction(rawValue: action.rawValue) {
    case .moveDown: moveJob { ($0 + 1) % $1 }
    case .moveUp: moveJob { ($0 + $1 - 1) % $1 }
    case .moveFirst: moveJob { _, _ in 0 }
    case .moveLast: moveJob { $1 - 1 }
    case .pause: return pauseOrGoOn()
    case .shift: return turnShift()
    case .late: return openLateNotice()
    case .comeBack: return openNotDone(.comeBack)
    case .part where pocket?.selected?.lead != nil:
      if let job = pocket?.selected { say(.refused, PocketStep.complete.refusal(job, self) ?? "") }
    case .part: return withOrder { model, order in model.open(VerbForm(PocketPartForm(order: order), model)) }
    case .time:
      return withOrder { model, order in
        model.open(TextPopup("\(order.number) · time", lines: PocketWords.times(of: order, model)))
      }
    case .back: return leaveFace(by: key, wasLeaving: wasLeaving)
    case nil: return []
    }
    return []
  }

  /// A verb of his keys: a step where it is the next one, else a form, a window, or the last action taken back.
  mutating func pocketVerb(_ name: String) -> [Effect] {
    if name == UndoVerb.name { return takeBack() }
    guard let order = pocket?.selected.flatMap({ office.order($0.order) }), let job = pocket?.selected else {
      say(.note, PocketWords.nothing)
      return []
    }
    if let step = PocketStep(rawValue: name) {
      if let sentence = step.refusal(job, self) {
        say(.refused, sentence)
        return []
      }
      return take(step, of: job, order)
    }
    switch name {
    case OpenVerb.name: return open(PageWindow(PocketOrderContent(order, self)))
    case SayVerb.name: return open(VerbForm(SayForm(order: order, side: side), self)) + reading(order)
    case NoteVerb.name:
      // In the large box only a Ctrl key would save it.
      var note = WordsForm.note(order)
      note.opensBox = false
      return open(VerbForm(note, self))
    default: return form(of: name, order).map { open($0) } ?? []
    }
  }

  private mutating func take(_ step: PocketStep, of job: OwnVisit, _ order: WorkOrder) -> [Effect] {
    switch step {
    case .accept: submit(step, job, [.acceptVisit(job.order, AcceptVisit(visit: job.visit))])
    case .travel: submit(step, job, [.startTravel(job.order, StartTravel(visit: job.visit))])
    case .arrive:
      if let hazards = office.site(order.site)?.details[.hazards] {
        open(HazardPopup(job, hazards))
      } else {
        submit(step, job, [.arriveOnSite(job.order, ArriveOnSite(visit: job.visit))])
      }
    case .complete: open(VerbForm(PocketCompleteForm(order: order, person: person), self))
    case .notDone: openNotDone(.notDone)
    case .comeBack: openNotDone(.comeBack)
    case .decline, .hold: form(of: step.rawValue, order).map { open($0) } ?? []
    }
  }

  private mutating func submit(_ step: PocketStep, _ job: OwnVisit, _ commands: [Command]) -> [Effect] {
    [.submit(Proposal(verb: step.rawValue, commands: commands, orders: [job.number]), .keys)]
  }
}

extension Model {
  /// Does something with the selected order, or says that there is none.
  private mutating func withOrder(_ body: (inout Model, WorkOrder) -> [Effect]) -> [Effect] {
    guard let order = pocket?.selected.flatMap({ office.order($0.order) }) else {
      say(.note, PocketWords.nothing)
      return []
    }
    return body(&self, order)
  }

  /// To another order, round and round: the one in hand stands on top, wherever it is in the list.
  private mutating func moveJob(_ step: (_ index: Int, _ count: Int) -> Int) {
    guard let jobs = pocket?.jobs, !jobs.isEmpty else { return say(.note, PocketWords.nothing) }
    let before = jobs.firstIndex { $0.order == pocket?.cursor } ?? 0
    pocket?.cursor = jobs[step(before, jobs.count)].order
    if jobs.count == 1 { say(.note, "\(jobs[0].number) is all that is yours now.") }
  }

  /// The visit ends without its work: with the words of a return visit where one is asked for.
  private mutating func openNotDone(_ step: PocketStep) -> [Effect] {
    guard let job = pocket?.selected, let order = office.order(job.order) else {
      say(.note, PocketWords.nothing)
      return []
    }
    if let sentence = step.refusal(job, self) {
      say(.refused, sentence)
      return []
    }
    let next = step == .comeBack ? Arguments(["next": ["return visit, with "]]) : Arguments()
    return open(VerbForm(WordsForm.notDone(order), self, next))
  }

  private mutating func pauseOrGoOn() -> [Effect] {
    guard let technician = office.technician(pocket?.technician) else { return [] }
    switch technician.presence {
    case .available: return set(.onBreak, technician)
    case .onBreak: return set(.available, technician)
    case .off, .unavailable:
      let key = key(for: PocketAction.shift.rawValue, in: KeyContexts.tech) ?? "s"
      say(.refused, "No break: you are \(Wording.presence(technician.presence)). \(key) begins the shift.")
      return []
    }
  }

  private mutating func turnShift() -> [Effect] {
    guard let technician = office.technician(pocket?.technician) else { return [] }
    switch technician.presence {
    case .off, .unavailable: return set(.available, technician)
    case .available, .onBreak: return open(ShiftEndPopup(technician.id))
    }
  }

  private mutating func set(_ presence: Presence, _ technician: Technician) -> [Effect] {
    [.submit(ShiftEndPopup.proposal(presence, technician), .keys)]
  }

  /// How many minutes he is late, said to whom he comes to next.
  private mutating func openLateNotice() -> [Effect] {
    guard let jobs = pocket?.jobs,
      let job = jobs.first(where: { $0.lead == nil && $0.status != .onSite && !$0.isWaiting }),
      let order = office.order(job.order)
    else {
      say(.note, "Nobody waits for you after this.")
      return []
    }
    return open(PickPopup.lateNotice(of: order, job, self))
  }
}
