import Domain
import Verbs

/// What a technician's face says about his work.
enum PocketWords {
  /// `accepted 10:44`, `held for parts since 10:43`.
  static func state(of job: OwnVisit, _ model: Model) -> String {
    guard let lead = job.lead else { return ownState(of: job, model) }
    return "along with \(name(of: lead, model)): \(ownState(of: job, model))"
  }

  /// Somebody of the same crew; a number that nobody knows is not shown for a name.
  static func name(of technician: Technician.ID, _ model: Model) -> String {
    model.technicianName(technician).map { Wording.short($0) } ?? "a colleague"
  }

  /// Who wrote something; of colleagues his file has no names.
  private static func name(of person: Person.ID, _ model: Model) -> String {
    model.office.person(person)?.name.words ?? "a colleague"
  }

  private static func ownState(of job: OwnVisit, _ model: Model) -> String {
    if job.isHeld, let hold = model.office.order(job.order)?.hold {
      return "held for \(hold.reason.rawValue) since \(model.words(hold.since))"
    }
    switch job.status {
    case .tentative, .scheduled: return "planned, not told yet"
    case .dispatched, .seen: return "told \(model.words(job.since)), not accepted"
    case .accepted: return "accepted \(model.words(job.since))"
    case .travelling: return "travelling since \(model.words(job.since))"
    case .onSite: return "on site since \(model.words(job.since))"
    case .done, .notDone, .declined: return job.status.spoken
    }
  }

  /// `on shift 07:00–15:30`, `break`, `off until Wed 07:00`.
  static func shift(_ pocket: Pocket, _ model: Model) -> String {
    guard let technician = model.office.technician(pocket.technician) else { return "" }
    let working = model.board.lanes.first { $0.id == pocket.technician }?.working ?? []
    let hours = working.first { $0.end > model.now }.map {
      " \(model.office.zone.clock(at: $0.start))–\(model.office.zone.clock(at: $0.end))"
    }
    switch technician.presence {
    case .available: return "on shift" + (hours ?? "")
    case .onBreak: return "on a break"
    case .off: return "off shift"
    case .unavailable: return "unavailable"
    }
  }

  /// `● local`, `○ no line 4 min, 2 to send`.
  static func link(_ model: Model) -> String {
    switch model.link {
    case .local: return "● local"
    case .notSaving(_, let failure): return "✗ not saving: \(Sentences.short(failure))"
    // What is on its way for a moment is no news, and drawing it costs a slow line as much as the step itself.
    case .office(.live, _): return "● office"
    case .office(.behind, let waiting): return "◐ office" + (waiting == 0 ? "" : ", \(waiting) to send")
    case .office(.full, let waiting): return "✗ the office's disk is full, \(waiting) to send"
    case .office(.offline(let since), let waiting):
      return "○ no line \(TimeWords.estimate(model.now - since)), \(waiting) to send"
    case .office(.stopped(let failure), let waiting):
      return "✗ \(failure.code == .turnedAway ? "turned away" : "apart from its office"), \(waiting) to send"
    }
  }

  /// `respond by 11:20, in 0:34`: the clock that falls due first; nil where none runs.
  static func clock(of order: WorkOrder, _ model: Model) -> (words: String, role: StyleRole)? {
    let faces = model.office.clocks(of: order, at: model.now).filter(\.isTicking)
    guard let face = faces.min(by: { $0.dueAt < $1.dueAt }) else { return nil }
    let verb = face.kind == .response ? "respond" : "fix"
    let words =
      face.state == .breached
      ? "\(verb) was due \(model.words(face.dueAt))"
      : "\(verb) by \(model.words(face.dueAt)), in \(TimeWords.left(face))"
    return (face.state == .running ? words : "\(words) \(face.shape)", face.role)
  }

  /// When it begins: `13:00`, `Wed 08:00`, `no time`.
  static func time(of job: OwnVisit, _ model: Model) -> String {
    job.start.map { model.words($0) } ?? "no time"
  }

  /// The time on the way and at work as the steps tell it, for the visit that is open.
  static func times(of order: WorkOrder, _ model: Model) -> [String] {
    guard let assignment = order.openVisit?.activeAssignment else { return ["No step is reported yet."] }
    var lines: [String] = []
    if let left = assignment.travellingAt {
      let arrived = assignment.onSiteAt ?? model.now
      lines.append(
        "Travel  \(TimeWords.clock(arrived - left))   from \(model.words(left))"
          + (assignment.onSiteAt.map { " to \(model.words($0))" } ?? ", under way"))
    }
    if let arrived = assignment.onSiteAt {
      lines.append(
        "Work    \(TimeWords.clock(model.now - arrived))   from \(model.words(arrived)), going on")
    }
    if lines.isEmpty { lines = ["No step is reported yet, so there is no time to tell."] }
    if let key = model.key(for: PocketStep.complete.rawValue, in: KeyContexts.tech) {
      lines += ["", "\(key) completes the visit; both times stand in its form and can be corrected there."]
    }
    return lines
  }

  /// What he did and what became nothing of it, each with why: what the office has refused until it is settled, and what
  /// he reported in vain since the day began. The newest is the first.
  static func inVain(_ pocket: Pocket, _ model: Model) -> [String] {
    let refused = model.office.openConflicts.filter { $0.person == model.person }.map { conflict in
      (at: conflict.at, words: model.wording.inVain(conflict))
    }
    let steps = model.office.unheededSteps(
      of: pocket.technician, since: model.office.lastDayEnd(at: model.now)
    ).map { (at: $0.at, words: model.wording.inVain($0)) }
    return (refused + steps).enumerated().sorted { ($1.element.at, $1.offset) < ($0.element.at, $0.offset) }
      .map(\.element.words)
  }

  /// Somebody's words on an order.
  struct Said {
    let at: Timestamp
    let who: String
    let words: String
  }

  /// What was said to and by him, and noted, oldest first.
  static func said(about order: WorkOrder, _ model: Model) -> [Said] {
    let notes = order.notes.map { note in
      Said(at: note.at, who: note.by == model.person ? "you" : name(of: note.by, model), words: note.words)
    }
    let thread = order.thread.words.map { words in
      Said(
        at: words.at,
        who: words.by == model.person ? "you" : words.side == .desk ? "dispatch" : name(of: words.by, model),
        words: words.words)
    }
    return (notes + thread).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  static let nothing = "No work is yours now. Dispatch tells you here when there is."
}
