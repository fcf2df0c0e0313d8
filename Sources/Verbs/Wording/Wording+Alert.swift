public import Domain

extension Wording {
  /// How long an alert is one. Its sentence says since when or by when what it tells of is so, and never another length.
  public func age(of alert: Alert) -> Span {
    if case .clock(let clock, _) = alert.evidence, clock.isMissed, !clock.skipsClosedHours,
      alert.since == clock.dueAt
    {
      return Span.zero - clock.remaining
    }
    return age(since: alert.since)
  }

  private func age(since instant: Timestamp) -> Span { TimeWords.since(instant, now: now) }

  /// What an alert says after its order's number: fact, figure and the instant that counts; in short without the
  /// clock's name where it is the only one.
  public func alert(_ alert: Alert, isShort: Bool = false) -> String {
    switch alert.evidence {
    case .clock(let clock, let priority): return "\(priority.text) \(missedOrDue(clock))"
    // Only a P1 without anybody is an alert at once.
    case .unassigned(let due?) where due < now:
      let late = TimeWords.lateness(age(since: due))
      return "P1 \(isShort ? "" : "response ")missed by \(late), nobody assigned"
    case .unassigned(let due):
      return "P1, nobody assigned\(due.map { "; \(isShort ? "" : "response ")due \(time($0))" } ?? "")"
    case .overrun(let by, let handle, let next):
      return
        "\(technician(handle: handle)) \(TimeWords.length(by)) over\(next.map { "; \($0) is next" } ?? "")"
    case .silence(let span, let limit, let handle):
      return
        "\(technician(handle: handle)): no check-in for \(TimeWords.length(span)) (limit \(TimeWords.length(limit)))"
    case .overlap(let with, let handle, let from):
      return "\(technician(handle: handle)) has \(with) too from \(time(from))"
    case .unseen(let since, .phone) where hasNoNumber(alert.technicianID):
      return "\(technician(alert.technicianID)) not told since \(time(since)): no number on record"
    case .unseen(let since, .phone):
      return "\(technician(alert.technicianID)) was to be phoned at \(time(since)); no answer noted"
    case .unseen(let since, .message):
      return "\(technician(alert.technicianID)) was sent it at \(time(since)), has not seen it"
    case .unanswered(let since):
      return "\(technician(alert.technicianID)) saw it at \(time(since)) and has not accepted it"
    case .offerEnded: return "\(technician(alert.technicianID)) did not answer; it is in the queue again"
    case .message(let to, let why, let attempts):
      return "\(recipient(to)) not told: \(why.clipped(48))\(attempts > 1 ? ", tried \(attempts) times" : "")"
    case .hold(let reason, let since, let reviewAt):
      return
        "held for \(reason.rawValue) \(TimeWords.length(age(since: since))); review was due \(time(reviewAt))"
    case .waiting(let priority, let since):
      return "\(priority.text) waits since \(time(since)), nobody assigned"
    case .stalled(let status, let since, let limit):
      return
        "\(Wording.status(status)), nothing happened since \(time(since)) (limit \(TimeWords.length(limit)))"
    case .longHold(let reason, let since, nil): return "P1 held for \(reason.rawValue) since \(time(since))"
    case .longHold(let reason, let since, let days?):
      return "held for \(reason.rawValue) since \(time(since)), longer than \(days) working days"
    case .part(let due, let next):
      return "part was due \(time(due))\(next.map { ": \($0.clipped(40))" } ?? "")"
    case .window(let handle, let arrival, let latest):
      return "\(technician(handle: handle)) arrives about \(time(arrival)), \(due(latest, of: alert))"
    case .early(let who, let start, let opens):
      return "\(Wording.short(who)) comes at \(time(start)), promised from \(time(opens))"
    case .declined(let who, let reason): return "\(Wording.short(who)) declined: \(reason.clipped(60))"
    case .away(let why, let who, let start):
      return "\(Wording.short(who)) is \(Wording.absent(why)); nobody comes at \(time(start))"
    case .noAccess(let who, let evidence, let charges):
      let whom = who.isEmpty ? "" : "\(Wording.short(who)): "
      return "\(whom)no access, \(evidence.clipped(50))\(charges ? "; return visit is charged" : "")"
    case .notDone(let who, let reason, let next):
      let whom = who.isEmpty ? "left undone" : "\(Wording.short(who)) left it undone"
      return "\(whom): \(reason.clipped(40))\(next.map { "; next: \($0.clipped(40))" } ?? "")"
    case .notTheirs(let who, let status):
      let holder = alert.technicianID.map { "\(technician($0)) has it now" } ?? "nobody has it now"
      return "\(Wording.short(who)) is \(status == .onSite ? "there" : "on the way there"), and \(holder)"
    case .workOnHold(let reason, let who, let status):
      return "held for \(reason.rawValue), yet \(Wording.short(who)) is "
        + (status == .onSite ? "there" : "on the way there")
    case .complaint(let customer, let words): return "\(customer.clipped(24)) complains: \(words.clipped(60))"
    case .unexplained(let clock): return "\(missedOrDue(clock)); nobody has said why"
    case .conflict(let conflict): return self.alert(conflict)
    case .copied(let copy):
      return
        "\(person(copy.person)) has a second console since \(time(copy.since)), by a copy of the folder of "
        + "\(Self.short(copy.original)): it is \(Self.short(copy.id))"
    case .unreached(let status, let since):
      let place = Wording.status(status) + (since.map { " since \(time($0))" } ?? "")
      return "\(technician(alert.technicianID)), \(status.isUnderWay ? place : "told of it"), "
        + "does not know that it is off: call him"
    case .unread(let said, let count):
      let more = count > 1 ? " (\(count) unread)" : ""
      return "\(person(said.by)) says: \"\(said.words.clipped(60))\"\(more)"
    }
  }

  private func missedOrDue(_ clock: ClockFace) -> String {
    let kind = clock.kind == .response ? "response" : "fix"
    if clock.isMissed {
      return "\(kind) missed by \(TimeWords.missed(clock)), due \(time(clock.dueAt))"
    }
    return "\(kind) due \(time(clock.dueAt)), \(TimeWords.left(clock)) left"
  }

  /// By when somebody had to be there: the end of a window that was promised, else of what was planned for him.
  private func due(_ latest: Timestamp, of alert: Alert) -> String {
    let order = alert.orderID.flatMap { office.order($0) }
    guard let order, order.openPromise?.end != latest, let start = order.openVisit?.start else {
      return "window ends \(time(latest))"
    }
    return "planned \(time(start))"
  }

  /// Who has an alert, and since when: `nobody`, `you, 10:33`, `supervisor, 10:45`.
  public func owner(of alert: Alert, you: Person.ID?, isShort: Bool = false) -> String {
    let standing = alert.standing
    let who: String
    if let owner = standing.owner {
      who = owner == you ? "you" : person(owner)
    } else {
      who = standing.level == .desk ? "nobody" : standing.level.rawValue
    }
    guard !isShort, let at = standing.changedAt, who != "nobody" else { return who }
    return "\(who), \(time(at))"
  }

  /// What happens to an alert next if nobody does anything: `10:45 to supervisor`, `snoozed to 11:30`; of a step whose
  /// time has gone by, as where nobody was at a console, since when it is due: `due since 10:45`.
  public func next(of alert: Alert, isShort: Bool = false) -> String {
    switch alert.standing.next {
    case .returns(let at): return isShort ? "z \(time(at))" : "snoozed to \(time(at))"
    case .escalates(_, let at) where at < now:
      return isShort ? "due \(time(at))" : "due since \(time(at))"
    case .escalates(let level, let at):
      return isShort ? "\(Wording.short(level)) \(time(at))" : "\(time(at)) to \(level.rawValue)"
    case .stays: return isShort ? "stays" : "stays until solved"
    }
  }

  private static func short(_ level: AlertLevel) -> String {
    level == .supervisor ? "sup." : level.rawValue
  }

  /// That a clock of its order runs out before somebody looks again, with when; nil where none does.
  public func runsOut(_ alert: Alert, before until: Timestamp) -> String? {
    guard let order = alert.orderID.flatMap({ office.order($0) }), !order.isEnded else { return nil }
    let clocks = office.clocks(of: order, at: now).filter { clock in
      clock.isTicking && clock.dueAt > now && clock.dueAt <= until
    }
    guard let first = clocks.min(by: { $0.dueAt < $1.dueAt }) else { return nil }
    return
      "\(order.number): the \(first.kind.rawValue) due \(time(first.dueAt)) runs out before it comes back."
  }

  /// From when its term counts, where that is later than the alert: a sentence, or nil.
  public func countsFrom(_ alert: Alert) -> String? {
    switch alert.standing.seenFrom {
    case .deskOpened(let at):
      "It counts from \(time(at)), when somebody came to the desk: it is older than that."
    case .learned(let at): "It counts from \(time(at)), when the office was told of the order."
    case nil: nil
    }
  }

  /// What the key for the worst alert says when none of them wants anybody now.
  public func allPutOff(_ count: Int) -> String {
    count == 1 ? "The one alert here is put off." : "All \(count) alerts here are put off."
  }

  /// What became of an alert, as a result line or a line of the history says it.
  func change(_ change: AlertChange, of alert: Alert.ID) -> String {
    let kind = Wording.kind(alert.kind)
    switch change {
    case .owned(nil): return "alert \(kind) given back"
    case .owned(let person?): return "alert \(kind) taken by \(self.person(person))"
    case .snoozed(let until): return "alert \(kind) put off to \(time(until))"
    case .resolved(let note): return "alert \(kind) settled: \(note.clipped(60))"
    case .escalated(let level): return "alert \(kind) passed on to \(level.rawValue)"
    case .restored: return "alert \(kind) as it was"
    }
  }

  /// A kind of alert in words.
  public static func kind(_ kind: Alert.Kind) -> String {
    switch kind {
    case .atRisk: "clock at risk"
    case .breached: "clock missed"
    case .p1Unassigned: "P1 unassigned"
    case .overrun: "over the estimate"
    case .noCheckIn: "no check-in"
    case .overlap: "two at one time"
    case .holdReview: "review due"
    case .messageFailed: "message failed"
    case .notSeen: "not seen"
    case .notAccepted: "not accepted"
    case .offerEnded: "offer ended"
    case .unassigned: "unassigned too long"
    case .stalled: "stalled"
    case .longHold: "long hold"
    case .partMissing: "part missing"
    case .windowInDanger: "window in danger"
    case .declined: "declined"
    case .technicianAway: "technician away"
    case .noShow: "no access"
    case .notDone: "not done"
    case .notTheirs: "taken from him"
    case .workOnHold: "work on hold"
    case .complaint: "complaint"
    case .breachCause: "cause of breach"
    case .conflict: "conflict"
    case .consoleCopied: "console copied"
    case .unread: "not read"
    case .notReached: "not told that it is off"
    }
  }

  /// The shape in front of an alert: a P1 that nobody has is missed once its response is.
  public func mark(_ alert: Alert) -> Character {
    if case .unassigned(let due?) = alert.evidence, due < now { return Wording.mark(.breached) }
    return Wording.mark(alert.id.kind)
  }

  /// The shape in front of the alerts of a kind.
  public static func mark(_ kind: Alert.Kind) -> Character {
    switch kind {
    case .atRisk, .p1Unassigned, .technicianAway, .overlap, .overrun, .windowInDanger, .unassigned,
      .offerEnded:
      "▲"
    case .breached, .breachCause: "✗"
    case .noCheckIn, .messageFailed, .notSeen, .notAccepted, .declined, .noShow, .notDone, .notTheirs,
      .workOnHold,
      .complaint,
      .stalled, .conflict, .unread, .notReached, .consoleCopied:
      "!"
    case .holdReview, .longHold, .partMissing: "‖"
    }
  }
}
