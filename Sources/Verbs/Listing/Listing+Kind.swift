public import Domain

extension Listing {
  /// What `list KIND` prints. Drafts, sessions and joined consoles are the caller's to bring; a filter is understood
  /// for orders and people. An export hands telephone numbers over whole, a list hides them.
  public static func of(
    _ kind: ListKind, filter: String?, board: Board, in office: Office, at now: Timestamp, person: Person.ID?,
    drafts: [ListedDraft] = [], sessions: [DeskSession] = [], joined: [JoinedConsole] = [],
    hidesPhones: Bool = true
  ) throws(UsageFault) -> Listing {
    var parsed: QueueFilter?
    if let filter, kind == .queue || kind == .workOrders { parsed = try QueueFilter(filter) }
    switch kind {
    case .queue: return queue(board, in: office, at: now, filter: parsed, person: person)
    case .workOrders: return workOrders(in: office, at: now, filter: parsed, person: person)
    case .technicians: return technicians(board, in: office, at: now)
    case .timeline: return timeline(board, in: office, at: now)
    case .alerts: return alerts(board, in: office, at: now, person: person)
    case .customers: return customers(in: office, hidesPhones: hidesPhones)
    case .sites: return sites(in: office, hidesPhones: hidesPhones)
    case .equipment: return equipment(in: office)
    case .people: return people(in: office, filter: filter)
    case .contracts: return contracts(in: office)
    case .drafts: return self.drafts(drafts, in: office, at: now)
    case .rules: return rules(in: office)
    case .sendingRules: return sendingRules(in: office)
    case .review: return review(in: office, at: now)
    case .followUps: return followUps(in: office, at: now)
    case .consoles: return self.consoles(sessions, joined, in: office, at: now)
    case .conflicts: return conflicts(in: office, at: now)
    case .holds: return holds(board, in: office, at: now)
    }
  }

  /// What `find` prints, best first.
  public static func hits(_ hits: [SearchHit], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        Column("number", "Order", isRight: true), Column("open", ""), Column("createdAt", "Received"),
        Column("site", "Site"), Column("excerpt", "Found")
      ],
      rows: hits.map { hit in
        Row(
          [
            String(hit.number), hit.isOpen ? "open" : "", wording.time(hit.receivedAt), hit.siteName,
            hit.excerpt.isEmpty ? hit.summary : hit.excerpt
          ], Objects.hit(hit))
      })
  }

  /// What `history` prints, oldest first.
  public static func history(_ lines: [HistoryLine], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        Column("seq", "Seq", isRight: true), Column("at", "When"), Column("person", "Who"),
        Column("console", "Console"), Column("verb", "Verb"), Column("words", "What"),
        Column("before", "Before"),
        Column("after", "After")
      ],
      rows: lines.map { line in
        Row(
          [
            String(line.seq), wording.time(line.at), line.who, line.console, line.verb, line.words,
            line.before ?? "", line.after ?? ""
          ], line.json)
      })
  }
}
