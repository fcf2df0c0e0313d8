public import Domain

extension Listing {
  /// What `list KIND` prints. Drafts, sessions and joined consoles are the caller's to bring. Orders are narrowed as
  /// the queue is, everything else by the words and values of its rows. Telephone numbers are hidden, but in an export
  /// that was asked for them.
  public static func of(
    _ kind: ListKind, filter: String?, board: Board, in office: Office, at now: Timestamp, person: Person.ID?,
    drafts: [ListedDraft] = [], sessions: [DeskSession] = [], joined: [JoinedConsole] = [],
    hidesPhones: Bool = true
  ) throws(UsageFault) -> Listing {
    let whole: Listing
    switch kind {
    case .queue:
      return queue(
        board, in: office, at: now,
        filter: try filter.map { text throws(UsageFault) in try QueueFilter(text) }, person: person,
        hidesPhones: hidesPhones)
    case .workOrders:
      return workOrders(
        in: office, at: now, filter: try filter.map { text throws(UsageFault) in try QueueFilter(text) },
        person: person, hidesPhones: hidesPhones)
    case .technicians: whole = technicians(board, in: office, at: now)
    case .timeline: whole = timeline(board, in: office, at: now)
    case .alerts: whole = alerts(board, in: office, at: now, person: person)
    case .customers: whole = customers(in: office, hidesPhones: hidesPhones)
    case .sites: whole = sites(in: office, hidesPhones: hidesPhones)
    case .equipment: whole = equipment(in: office)
    case .people: whole = people(in: office)
    case .contracts: whole = contracts(in: office)
    case .drafts: whole = self.drafts(drafts, in: office, at: now)
    case .rules: whole = rules(in: office)
    case .sendingRules: whole = sendingRules(in: office)
    case .review: whole = review(in: office, at: now)
    case .followUps: whole = followUps(in: office, at: now)
    case .consoles: whole = self.consoles(sessions, joined, in: office, at: now)
    case .conflicts: whole = conflicts(in: office, at: now)
    case .holds: whole = holds(board, in: office, at: now)
    }
    return try filter.map { text throws(UsageFault) in try whole.narrowed(by: text) } ?? whole
  }

  /// What `find` prints, best first.
  public static func hits(_ hits: [SearchHit], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        .right("Order"), "", "Received", "Site", "Found"
      ],
      keys: "number id open createdAt summary site excerpt",
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
        .right("Seq"), "When", "Who", "From", "Verb", "What", "Before", "After",
        "In spite of a rule"
      ],
      keys: HistoryLine.keys,
      rows: lines.map { line in
        Row(
          [
            String(line.seq), wording.time(line.at), line.who, line.from, line.verb, line.words,
            line.before ?? "", line.after ?? "", line.override ?? ""
          ], line.json)
      })
  }
}
