import DayPlan
import Domain
import Terminal
import Verbs

extension AssignPopup {
  mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    said = nil
    if candidates == nil, action.hasPrefix("choose."), action != "choose.0" {
      early = action
      return .stay
    }
    if action != "choose.highlighted" { confirming = nil }
    if RowCursor.move(&index, by: action, among: rows.count, page: 8) { return .stay }
    switch action {
    case FitsVerb.name: return PopupAnswer(.replace(FitsPopup(self, model)))
    case ReplanVerb.name: return PopupAnswer(.replace(PreviewPopup(.urgent(order))))
    case CrewVerb.name: return sendAlong(model)
    case "assign.more": isAll.toggle()
    case "explain": showsCost.toggle()
    case "assign.time": typing = .time
    case "assign.length": typing = .length
    case "assign.note": typing = .note
    case "choose.highlighted": return choose(index, model)
    case "choose.0": return giveBack(model)
    default:
      guard let digit = Action(rawValue: action)?.digit else { return .ignored }
      index = rows.indices.contains(digit - 1) ? digit - 1 : index
      return choose(digit - 1, model)
    }
    index = max(0, min(index, rows.count - 1))
    return .stay
  }

  mutating func point(_ mouse: Mouse, _ model: Model) -> PopupAnswer {
    let size = wantedSize(in: model.size, model)
    let height = size.height - 3 - footLines(model, width: size.width - 4).count
    let firstRow = Self.firstRow(index, of: rows.count, height: height)
    if mouse.action == .wheelDown { return act("move.down", model) }
    if mouse.action == .wheelUp { return act("move.up", model) }
    let row = firstRow + mouse.point.row - 2
    guard mouse.action == .press(.left), rows.indices.contains(row) else { return .ignored }
    index = row
    return .stay
  }

  /// Gives the order to somebody: a warning is shown and wants Enter again, a rule that blocks wants a reason.
  private mutating func choose(_ number: Int, _ model: Model) -> PopupAnswer {
    guard !isSending, let order = model.office.order(order) else { return .stay }
    if let sentence = hasChanged(order, model) ?? unlisted(number) {
      said = sentence
      return .stay
    }
    do {
      var proposal = try proposal(for: rows[number], order, model)
      switch rows[number] {
      case .fits(let candidate):
        if asksAgain(candidate, at: number, order, model) { return .stay }
        if time.isEmpty { proposal.acceptedWarnings = candidate.shown }
      case .cannot(let candidate):
        if let broken = candidate.reasons.first, broken.severity != .warn {
          if model.mayPass(broken) { return PopupAnswer(.open(RulePopup(broken, proposal))) }
          said = "\(order.number) not assigned: \(model.words(of: broken))."
          return .stay
        }
      }
      isSending = true
      return PopupAnswer(effects: [.submit(proposal, .popup(0))])
    } catch {
      said = error.words
      return .stay
    }
  }

  /// That somebody else has the order since the list was drawn; nil where it is as it was.
  private mutating func hasChanged(_ order: WorkOrder, _ model: Model) -> String? {
    guard order.technician != holder else { return nil }
    holder = order.technician
    confirming = nil
    let place = holder.flatMap { model.technicianName($0) }.map { "with \($0)" } ?? "in the queue"
    return "\(order.number) is \(place) by now: look again."
  }

  private func unlisted(_ number: Int) -> String? {
    guard !rows.indices.contains(number) else { return nil }
    return rows.isEmpty ? "Nobody is listed yet." : "Only \(rows.count) are listed: no \(number + 1)."
  }

  /// Whether something is to be confirmed first, and is said now: a warning, or what moves for it.
  private mutating func asksAgain(
    _ candidate: Candidate, at number: Int, _ order: WorkOrder, _ model: Model
  ) -> Bool {
    let moved = candidate.moves.isEmpty || !time.isEmpty ? nil : model.words(of: candidate.moves)
    let warned =
      warnings(of: candidate, model).count + model.missedByWaiting(for: candidate, with: order.id).count
    guard moved != nil || warned > 0, confirming != candidate.id, time.isEmpty else { return false }
    confirming = candidate.id
    index = number
    let again = model.key(for: "choose.highlighted", in: contexts) ?? "Enter"
    let what = [
      "gives \(order.number) to \(candidate.name) \(model.words(candidate.arrival))", moved,
      warned == 0 ? nil : "with \(warned) warning\(warned == 1 ? "" : "s")"
    ].compactMap(\.self).joined(separator: ", ")
    said = "Nothing is done yet: \(again) again \(what)."
    return true
  }

  /// All that would be broken, by the order itself and by each visit that makes room for it.
  func warnings(of candidate: Candidate, _ model: Model) -> [String] {
    model.wording.warnings(of: candidate)
  }

  /// What is shown is what is done: the arrival in the row, unless another time was typed.
  func proposal(for row: Row, _ order: WorkOrder, _ model: Model) throws(NotSubmitted) -> Proposal {
    let number = String(order.number)
    var arguments = Arguments(["order": [number], "technician": [row.technician.description]])
    if !time.isEmpty {
      arguments.set("time", to: [time.text.trimmed])
    } else if case .fits(let candidate) = row {
      arguments.set("time", to: [candidate.arrival.rfc3339])
    }
    if !length.isEmpty { arguments.set("length", to: [length.text.trimmed]) }
    var proposal = try model.proposal(of: AssignVerb.name, arguments)
    if time.isEmpty, case .fits(let candidate) = row, !candidate.moves.isEmpty {
      proposal = AssignVerb.proposal(proposal, after: candidate.moves, in: model.verbContext())
    }
    // Again means him, whenever he can come to the other one.
    proposal.arguments = Arguments(["order": [number], "technician": [row.technician.description]])
    let words = note.text
    if !words.trimmed.isEmpty {
      let to = model.technicianName(row.technician) ?? ""
      let noted = try model.proposal(
        of: NoteVerb.name, Arguments(["order": [number], "text": ["To \(to): \(words)"]]))
      proposal.commands += noted.commands
    }
    return proposal
  }

  /// Whoever is marked comes along with who has the order, or does not any more.
  private mutating func sendAlong(_ model: Model) -> PopupAnswer {
    guard !isSending, let order = model.office.order(order), rows.indices.contains(index) else {
      return .stay
    }
    let technician = rows[index].technician
    guard let holder = order.technician else {
      said = "Nobody has \(order.number): give it to somebody first, then another one can come along."
      return .stay
    }
    if technician == holder {
      said = "\(model.technicianName(holder) ?? "He") has \(order.number): somebody else can come along."
      return .stay
    }
    do {
      var arguments = Arguments([
        "order": [String(order.number)], "technician": [technician.description]
      ])
      if order.openVisit?.helpers?.contains(technician) ?? false { arguments.set("off", to: ["yes"]) }
      let answer = try model.submission(of: CrewVerb.name, arguments)
      isSending = true
      return answer
    } catch {
      said = error.words
      return .stay
    }
  }

  private mutating func giveBack(_ model: Model) -> PopupAnswer {
    guard let order = model.office.order(order) else { return .stay }
    guard order.technician != nil else {
      said = "\(order.number) is in the queue: nobody has it."
      return .stay
    }
    do {
      let answer = try model.submission(
        of: UnassignVerb.name, Arguments(["order": [String(order.number)]]))
      isSending = true
      return answer
    } catch {
      said = error.words
      return .stay
    }
  }
}

extension Model {
  /// A broken rule in a few words, such as `Evans is off until 14:00`.
  func words(of broken: BrokenRule) -> String {
    let technician = office.technicians.unordered.first { $0.handle == broken.technician }
    return wording.reason(broken.evidence, wording.technician(technician?.id))
  }
}
