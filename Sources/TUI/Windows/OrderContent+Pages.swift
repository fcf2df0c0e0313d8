import Domain
import Terminal
import Verbs

extension OrderContent {
  /// Who changed what, when and from where, newest first.
  func historyLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    guard let history else { return [PageLine("The record is being read.", .dim)] }
    let lines = entryLines(history[...], order, model, width: width)
    guard lines.isEmpty else { return lines }
    return PageLine.text(
      model.holdsOwnWorkAlone ? Self.atOffice : "Nothing is on record for it.", width: width, .dim)
  }

  private static let atOffice =
    "The record is kept at the office. What was done on your own visits stands under Visits and Notes."

  /// These entries, each with who and when above what happened.
  func entryLines(
    _ entries: ArraySlice<Entry>, _ order: WorkOrder, _ model: Model, width: Int
  ) -> [PageLine] {
    var lines: [PageLine] = []
    for entry in entries {
      let rule = entry.rule.map { "rule \($0)" }
      let isTold = model.side != .technician || entry.person == model.person
      let contests = isTold ? History.contests(of: entry, about: order.id, model.wording) : []
      let verb = Wording.word(of: contests.first?.verb ?? History.verb(of: entry, about: order.id))
      let who =
        "\(rule ?? model.name(of: entry.person)), \(verb), \(model.consoles.name(entry.console))"
      let late =
        entry.recordedAt - entry.at >= .minutes(1) ? ", recorded \(model.words(entry.recordedAt))" : ""
      let told = entry.told.map { ", told as \(model.words($0))" } ?? ""
      let head = "\(model.words(entry.at).padded(to: 13))\(who)\(told)\(late)"
      let happened = History.words(of: entry, about: order.id, model.wording).map { words in
        model.side == .technician ? order.withoutCodes(words) : words
      }
      lines += PageLine.text(head, width: width, .heading)
      for words in happened + contests.map(\.words) {
        lines += PageLine.text(words, width: width, indent: 13)
      }
      if let reason = entry.override {
        lines += PageLine.text(Wording.inSpite(of: reason), width: width, indent: 13, .resultWarning)
      }
    }
    return lines
  }

  /// Every visit with everybody who was on it; told, seen and accepted are three instants.
  static func visitLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    let reported =
      order.sourceReport.map {
        [.heading("Reported before it was imported")] + Self.lines(of: $0, model, width: width)
      } ?? []
    guard !order.visits.isEmpty else {
      return reported.isEmpty ? [PageLine("No visit yet: nobody was given it.", .dim)] : reported
    }
    var lines: [PageLine] = []
    for (index, visit) in order.visits.enumerated().reversed() {
      let planned =
        visit.start.map { "\(model.words($0)), \(TimeWords.estimate(visit.estimate))" }
        ?? "no time set, \(TimeWords.estimate(visit.estimate))"
      let waits = order.furtherVisits.contains { $0.id == visit.id } ? " · waits for the one before it" : ""
      lines.append(.heading("Visit \(index + 1) · \(planned)\(waits)"))
      lines += PageLine.fact(
        "  along", visit.helpers.map { model.wording.names($0, visit.roles) }, width: width)
      lines += PageLine.fact("actual", model.wording.actual(visit), width: width)
      if visit.assignments.isEmpty { lines.append(PageLine("  nobody", .dim)) }
      for assignment in visit.assignments.reversed() {
        lines += Self.lines(of: assignment, model, width: width)
      }
    }
    return lines + reported
  }

  private static func lines(of assignment: Assignment, _ model: Model, width: Int) -> [PageLine] {
    let name = model.technicianName(assignment.technician) ?? "somebody unknown"
    var lines = PageLine.fact(
      assignment.status.spoken, name, width: width, .fieldValue,
      target: .view(.openDay(assignment.technician, model.office.today(at: model.now))))
    let steps: [(String, Timestamp?)] = [
      ("given", assignment.assignedAt), ("told", assignment.dispatchedAt), ("seen", assignment.seenAt),
      ("accepted", assignment.acceptedAt), ("set off", assignment.travellingAt),
      ("on site", assignment.onSiteAt),
      (assignment.status.isOver ? assignment.status.spoken : "ended", assignment.endedAt)
    ]
    let isWaiting = !assignment.status.isOver
    let words = steps.compactMap { step, instant -> String? in
      if step == "told", model.wording.isUntold(assignment) { return Wording.untold }
      if let instant { return "\(step) \(model.words(instant))" }
      return isWaiting && ["told", "seen", "accepted"].contains(step) ? "not \(step)" : nil
    }
    lines += PageLine.fact(
      "", words.joined(separator: " · ") + " · by \(model.name(of: assignment.assignedBy))", width: width)
    lines += PageLine.fact("  reason", assignment.reason, width: width)
    lines += PageLine.fact("  next step", assignment.nextStep, width: width)
    if let report = assignment.report { lines += Self.lines(of: report, model, width: width) }
    return lines
  }

  static func lines(of report: CompletionReport, _ model: Model, width: Int) -> [PageLine] {
    model.wording.facts(of: report).flatMap { PageLine.fact("  \($0.label)", $0.words, width: width) }
  }

  /// The thread, newest first: what was written to people outside and how far it has come, and what the desk and the
  /// technician have said inside.
  static func messageLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    guard !order.messages.isEmpty || !order.thread.words.isEmpty else {
      let key =
        model.key(for: MessageVerb.name, in: KeyContexts.window).map { " \($0) writes one." } ?? ""
      return [PageLine("Nobody was written to.\(key)", .dim)]
    }
    let written = order.messages.map { (at: $0.at, lines: lines(of: $0, order, model, width: width)) }
    let said = order.thread.words.map { (at: $0.at, lines: lines(of: $0, order, model, width: width)) }
    return (written + said).enumerated().sorted { ($1.element.at, $1.offset) < ($0.element.at, $0.offset) }
      .flatMap(\.element.lines)
  }

  private static func lines(
    of message: OutgoingMessage, _ order: WorkOrder, _ model: Model, width: Int
  ) -> [PageLine] {
    let wording = model.wording
    let words = model.side == .technician ? order.withoutCodes(message.words.words) : message.words.words
    return [
      PageLine(
        "\(model.words(message.at))  to \(wording.recipient(message.to, of: order)) · \(wording.state(of: message))",
        .heading)
    ] + PageLine.text(words, width: width, indent: 2)
      + PageLine.text(
        "\(wording.cause(of: message)) · \(model.name(of: message.by))", width: width, indent: 2, .dim)
  }

  private static func lines(
    of words: ThreadWords, _ order: WorkOrder, _ model: Model, width: Int
  ) -> [PageLine] {
    let isUnread = order.thread.unread(by: words.side.other).contains(words)
    let whom = words.side == .desk ? "to the technician" : "to dispatch"
    return [
      PageLine(
        "\(model.words(words.at))  \(whom) · inside, \(isUnread ? "not read" : "read")",
        isUnread && words.side != model.side ? .resultWarning : .heading)
    ] + PageLine.text(words.words, width: width, indent: 2)
      + PageLine.text(model.name(of: words.by), width: width, indent: 2, .dim)
  }

  /// Notes oldest first, every line of them.
  static func noteLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    guard !order.notes.isEmpty else {
      let key = model.key(for: NoteVerb.name, in: KeyContexts.window).map { " \($0) writes one." } ?? ""
      return [PageLine("No notes.\(key)", .dim)]
    }
    return order.notes.flatMap { note in
      [PageLine("\(model.words(note.at))  \(model.name(of: note.by))", .heading)]
        + PageLine.text(note.words, width: width, indent: 2)
    }
  }
}

extension AssignmentStatus {
  /// As people say it.
  var spoken: String {
    switch self {
    case .dispatched: "told"
    case .onSite: "on site"
    case .notDone: "not done"
    case .tentative, .scheduled, .seen, .accepted, .travelling, .done, .declined: rawValue
    }
  }
}
