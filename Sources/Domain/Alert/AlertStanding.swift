/// How an alert stands at an instant: who has it, and what happens to it next.
public struct AlertStanding: Hashable, Sendable {
  public let owner: Person.ID?
  /// When it was last taken, put off or passed on; nil while nobody has done anything about it.
  public let changedAt: Timestamp?
  public let level: AlertLevel
  public let next: Next
  /// Since when the office could have seen it, where it is older than that and its term counts from there.
  public internal(set) var seenFrom: SeenFrom?
  /// Until when it is new enough to be passed on.
  var passedOnUntil = Timestamp.epoch

  /// From when on the office could see something that was so before.
  public enum SeenFrom: Hashable, Sendable {
    /// Nobody was at a console until then.
    case deskOpened(Timestamp)
    /// Only then was the order told of, as by an import.
    case learned(Timestamp)

    public var at: Timestamp {
      switch self {
      case .deskOpened(let at), .learned(let at): at
      }
    }
  }

  /// The next step if nobody does anything.
  public enum Next: Hashable, Sendable {
    /// It comes back from being put off.
    case returns(Timestamp)
    /// It goes to the next level.
    case escalates(to: AlertLevel, at: Timestamp)
    /// Nobody is left to tell: it stays until its cause is gone or somebody settles it.
    case stays

    public var at: Timestamp? {
      switch self {
      case .returns(let at), .escalates(_, let at): at
      case .stays: nil
      }
    }
  }

  public init(owner: Person.ID?, changedAt: Timestamp?, level: AlertLevel, next: Next) {
    self.owner = owner
    self.changedAt = changedAt
    self.level = level
    self.next = next
  }

  /// Whether somebody has put it off to a time that is still to come.
  public var isSnoozed: Bool {
    if case .returns = next { true } else { false }
  }

  public static let fresh = AlertStanding(owner: nil, changedAt: nil, level: .desk, next: .stays)
}

/// After which times the office passes alerts on; a rule that is off passes nothing on.
struct AlertTerms: Hashable, Sendable {
  let escalateAfter: Span
  let escalateAfterP1: Span
  let ownFor: Span
  let isOn: Bool
  let deskOpenedAt: Timestamp?

  init(_ office: borrowing Office) {
    let limits = office.limits
    deskOpenedAt = office.deskOpenedAt
    escalateAfter = limits.escalateAfter
    escalateAfterP1 = limits.escalateAfterP1
    ownFor = limits.ownFor
    isOn = limits.isOn(.alertEscalation)
  }

  /// From when on what is true since `instant` could be seen; nil where it could at once.
  func seenFrom(_ instant: Timestamp, learned: Timestamp?) -> AlertStanding.SeenFrom? {
    let known = [deskOpenedAt.map { AlertStanding.SeenFrom.deskOpened($0) }, learned.map { .learned($0) }]
    return known.compactMap(\.self).filter { instant < $0.at }.max { $0.at < $1.at }
  }
}

extension Alert {
  /// So long after somebody could see it, or did something about it, an alert is passed on. An old one that has only
  /// now come to the office's knowledge, as by an import, is nobody's emergency unless it is a P1.
  static let passedOnWithin = Span.days(1)

  /// The alert with its life; nil once somebody has settled it. `learned` is when the office came to know of what
  /// it is about, where that was late.
  func standing(_ lives: [AlertLife], _ terms: AlertTerms, learned: Timestamp?, at now: Timestamp) -> Alert? {
    let life = lives[id]
    if life?.resolution != nil { return nil }
    var alert = self
    let known = life ?? AlertLife(id, at: since)
    let begun = max(known.changedAt, since, known.snoozedUntil ?? since)
    let seenFrom = terms.seenFrom(begun, learned: learned)
    let until = passedOnUntil(known, seenFrom, learned: learned)
    let step = escalation(known, seenFrom, terms, until: until, at: now)
    let next: AlertStanding.Next =
      if let until = life?.snoozedUntil, until > now { .returns(until) } else { step ?? .stays }
    alert.standing = AlertStanding(
      owner: life?.owner, changedAt: life?.changedAt, level: life?.level ?? .desk, next: next)
    alert.standing.seenFrom = seenFrom
    alert.standing.passedOnUntil = until
    return alert
  }

  private func passedOnUntil(
    _ life: AlertLife, _ seenFrom: AlertStanding.SeenFrom?, learned: Timestamp?
  ) -> Timestamp {
    let wasOld = learned.map { since + Alert.passedOnWithin <= $0 } ?? false
    if wasOld, !isUrgent, life.changedAt <= since { return since + Alert.passedOnWithin }
    let begun = max(life.changedAt, since, life.snoozedUntil ?? since)
    return max(begun, seenFrom?.at ?? begun) + Alert.passedOnWithin
  }

  /// When nobody sees to it, it goes a level up: a missed clock at once, the rest after its term. What was so
  /// before anybody could see it gives its term to whoever comes.
  private func escalation(
    _ life: AlertLife, _ seenFrom: AlertStanding.SeenFrom?, _ terms: AlertTerms,
    until: Timestamp, at now: Timestamp
  ) -> AlertStanding.Next? {
    guard terms.isOn, subject != nil, let level = life.level.above, !life.raisedTo.contains(level) else {
      return nil
    }
    let term = isUrgent ? terms.escalateAfterP1 : terms.escalateAfter
    let at: Timestamp
    if let until = life.snoozedUntil {
      at = max(until, seenFrom?.at ?? until) + term
    } else if life.owner != nil {
      at = max(life.changedAt, seenFrom?.at ?? life.changedAt) + terms.ownFor
    } else if id.kind == .breached, life.level == .desk, life.changedAt == since, seenFrom == nil {
      at = since
    } else {
      at = max(life.changedAt, since, seenFrom?.at ?? since) + term
    }
    return at < until && now < until ? .escalates(to: level, at: at) : nil
  }

  /// What keeps its life, and what a rule acts on.
  private var subject: Automation.Subject? {
    id.conflict.map { .conflict($0) } ?? orderID.map { .workOrder($0) } ?? id.customer.map { .customer($0) }
  }

  private var isUrgent: Bool {
    switch evidence {
    case .unassigned: true
    case .clock(_, let priority): priority == .p1
    // Of a P1 what nobody has answered, and what was left undone, is grave.
    case .unseen, .unanswered, .offerEnded, .notDone: severity == .high
    case .overrun, .silence, .overlap, .hold, .waiting, .stalled, .longHold, .part, .window, .early,
      .declined,
      .noAccess, .notTheirs, .workOnHold, .complaint, .unexplained, .message, .away, .conflict, .unread,
      .unreached,
      .copied:
      false
    }
  }

  /// When it is too old to be passed on, while it is to be.
  fileprivate var stepUntil: Timestamp? {
    if case .stays = standing.next { return nil }
    return standing.passedOnUntil
  }

  /// The rule's step for it; nil where none is to come.
  var step: AutomaticStep? {
    guard case .escalates(let level, let at) = standing.next, let subject else { return nil }
    return AutomaticStep(
      Automation(.alertEscalation, on: subject, cause: "\(id) \(level.rawValue)"),
      [.changeAlert(id, ChangeAlert(.escalated(level), replacing: standing.owner))], dueAt: at,
      until: standing.passedOnUntil)
  }
}

extension [Alert] {
  /// Where the worst stands that nobody has put off: the first of the gravest.
  public var worst: Int? {
    indices.filter { !self[$0].standing.isSnoozed }.max { self[$0].gravity < self[$1].gravity }
  }

  /// When one of them comes back or is passed on.
  func nextTurn(after now: Timestamp) -> Timestamp? {
    let turns =
      compactMap(\.standing.next.at).filter { $0 > now } + compactMap(\.stepUntil).filter { $0 > now }
    return turns.min()
  }

  func standing(
    _ lives: [AlertLife], _ terms: AlertTerms, learned: Timestamp?, at now: Timestamp
  ) -> [Alert] {
    compactMap { $0.standing(lives, terms, learned: learned, at: now) }
  }

  func dueSteps(at now: Timestamp) -> [AutomaticStep] { compactMap(\.step).filter { $0.isDue(at: now) } }
}
