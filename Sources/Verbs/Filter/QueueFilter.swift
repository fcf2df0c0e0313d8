public import Domain

/// What a queue is narrowed to: `trade:lift,doors zone:north due<2h -held "door"`.
///
/// Every term must fit; a leading `-` turns a term round; a word without a colon is looked for in number, site,
/// customer, trade and problem. `open` looks at every open order instead of the unassigned ones alone, and so does
/// whoever asks for a technician's.
public struct QueueFilter: Hashable, Sendable {
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case trade, zone, priority, site, customer, status, tier, waiting, age, held, technician
  }

  public enum Mark: String, Hashable, Sendable, CaseIterable {
    case flagged, due, mine, others, claimed, unclaimed, held, breached, atrisk, urgent, incomplete, open

    /// What it says of an order, for whoever completes it.
    var help: String {
      switch self {
      case .flagged: "to be followed up, on whatever day"
      case .due: "to be followed up today or before"
      case .mine: "claimed by you"
      case .others: "claimed by somebody else"
      case .claimed: "claimed by anybody"
      case .unclaimed: "claimed by nobody"
      case .held: "on hold"
      case .breached: "a clock is missed"
      case .atrisk: "a clock is at risk"
      case .urgent: "P1, or a clock was missed here"
      case .incomplete: "its times contradict each other"
      case .open: "all open orders, not the unassigned alone"
      }
    }
  }

  public enum Test: Hashable, Sendable {
    /// One of several beginnings, folded.
    case field(Field, [String])
    case priority(Set<Priority>)
    case bucket(Set<QueueBucket>)
    case held(Set<HoldReason>)
    /// The clock that falls due first has less, or more, time left.
    case due(isLess: Bool, Span)
    /// It came in less, or more, time ago.
    case age(isLess: Bool, Span)
    case mark(Mark)
    case words(String)
  }

  public struct Term: Hashable, Sendable {
    public let test: Test
    public let isNegated: Bool
  }

  public let terms: [Term]

  /// Refuses only what cannot be meant: a field it does not know, a length that is none.
  public init(_ text: String) throws(UsageFault) {
    var terms: [Term] = []
    for word in WordLine(text.prefix(4_096)).words { terms.append(try QueueFilter.term(word)) }
    self.terms = terms
  }

  public var isEmpty: Bool { terms.isEmpty }
  /// Whether it looks at every open order.
  public var isOpen: Bool {
    terms.contains { term in
      switch term.test {
      case .mark(.open), .field(.technician, _): !term.isNegated
      case .field, .priority, .bucket, .held, .due, .age, .mark, .words: false
      }
    }
  }
}

/// What a filter's words are read against, besides the row.
public struct FilterMoment: Hashable, Sendable {
  public let now: Timestamp
  public let today: CivilDate
  /// Who is at the console, for `mine`.
  public let person: Person.ID?
  /// Whom `technician:` may mean.
  public let technicians: Register<Technician.ID, Technician>

  public init(
    now: Timestamp, today: CivilDate, person: Person.ID?,
    technicians: Register<Technician.ID, Technician> = Register()
  ) {
    self.technicians = technicians
    self.now = now
    self.today = today
    self.person = person
  }

  public init(_ office: Office, at now: Timestamp, person: Person.ID?) {
    self.init(
      now: now, today: office.today(at: now), person: person, technicians: office.technicians)
  }
}
