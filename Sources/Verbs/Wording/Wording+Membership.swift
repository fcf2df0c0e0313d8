public import Domain

extension Wording {
  public var officeStarted: String {
    "\(office.profile.name) takes consoles in now. \(call(EnrolVerb.name)) makes a code, \(call(ServeVerb.name)) listens."
  }

  /// A code, and what to do with it.
  public func enrolled(_ person: Person.ID, code: String, until: Timestamp) -> [String] {
    [
      "Code for \(self.person(person)), good once and until \(time(until)): \(code)",
      "There: callout --db FILE join ADDRESS --code \(code), with the address that serve says."
    ]
  }

  /// What `enrol` would do, where it was only tried.
  public func wouldEnrol(_ handle: String, isNew: Bool) -> String {
    isNew ? "\(handle) would act here from now on, and get a code." : "\(handle) would get a code."
  }

  /// What `consoles revoke` would do, where it was only tried.
  public func wouldRevoke(_ console: ConsoleID) -> String {
    "The console \(console.description.prefix(8)) would be turned away from then on."
  }

  /// That a console is turned away, and which others go on that are copies of its folder, or that it is a copy of.
  public func revoked(_ console: ConsoleID, among all: [JoinedConsole]) -> [String] {
    /// The one that all copies of its folder come from, copies of copies among them.
    func first(_ console: ConsoleID) -> ConsoleID {
      var origin = console
      for _ in all { origin = all.first { $0.id == origin }?.copyOf ?? origin }
      return origin
    }
    let others = all.filter { other in
      other.id != console && other.revokedAt == nil && first(other.id) == first(console)
    }
    return ["The console \(Self.short(console)) is turned away from now on."]
      + others.map { other in
        "\(Self.short(other.id)) goes on, by a copy of the same folder, since \(time(other.joinedAt)): "
          + "\(call(ConsoleRevokeVerb.name)) \(Self.short(other.id)) turns it away too."
      }
  }

  /// How far a console is behind its office: `up to date`, `12 behind`; nothing where that is not known.
  static func behind(_ lacks: Int?) -> String {
    lacks.map { $0 == 0 ? "up to date" : "\($0) behind" } ?? ""
  }

  /// The beginning of a console's id, as people read it.
  static func short(_ console: ConsoleID) -> String { String(console.description.prefix(8)) }

  /// What happened to a console, or who was let in.
  func consoleDone(_ event: ConsoleEvent) -> String {
    switch event {
    case .started: "Consoles on other machines may join from now on"
    case .enrolled(let person, let until):
      "A code for \(self.person(person)), good once and until \(time(until))"
    case .joined(let console, let person, .code(let maker)):
      "\(self.person(person))'s console \(Self.short(console)) joined, by a code"
        + (maker.map { " of \(self.person($0))" } ?? "")
    case .joined(let console, let person, .account):
      "\(self.person(person))'s console \(Self.short(console)) joined, by his account on the office's machine"
    case .joined(let console, let person, .copy(let original)):
      "\(self.person(person))'s console \(Self.short(original)) was copied: the copy is \(Self.short(console)) now"
    case .revoked(let console, let person):
      "\(self.person(person))'s console \(Self.short(console)) is turned away"
    case .alertChanged(let alert, let change): self.change(change, of: alert)
    }
  }

  public func joined(_ person: Person.ID, entries: Int) -> String {
    "Joined \(office.profile.name) as \(self.person(person)): \(entries) entries are here."
  }

  public func serving(at address: String) -> String { "\(office.profile.name) is served at \(address)" }

  /// `3 sent, 12 new, nothing waits. Files: 1 sent, 2 fetched.`
  public func synced(
    pushed: Int, pulled: Int, pending: Int, filesSent: Int, filesFetched: Int
  ) -> String {
    let files =
      filesSent + filesFetched == 0
      ? "" : " Files: \(filesSent) sent, \(filesFetched) fetched."
    let waiting = pending == 0 ? "nothing waits" : "\(pending) wait"
    let open = office.openConflicts.count
    let conflicts =
      open == 0 ? "" : " \(open) open \(open == 1 ? "conflict" : "conflicts"): \(call(ConflictsVerb.name))."
    return "\(pushed) sent, \(pulled) new, \(waiting).\(files)\(conflicts)"
  }

  /// That a socket cannot be given to the group that its folder is open to.
  public static func shutOut(_ group: String, account: String) -> String {
    "Nobody of the group \(group) can come in: \(account) is not in it. "
      + "usermod -aG \(group) \(account), then serve again."
  }

  /// Why nobody else acts at a console that has joined an office.
  public static func joined(as member: Person?) -> String {
    "This console has joined its office as \(member?.handle ?? "somebody else"). Others join with a console of their own."
  }

  public static let fetchesHistory =
    "callout sync --once --history fetches it at once, an open console by and by."

  /// What of a console's record is its office's word, in a sentence; nil where all of it was verified here.
  public static func takenOver(_ report: TakenOverReport?) -> String? {
    guard let report else { return nil }
    if report.isScoped {
      return "\(report.orders) orders of its person's own work, as the office gave them at entry "
        + "\(report.through). The record of them is at the office."
    }
    let rows = "\(report.orders) orders came as the office had them after entry \(report.through)"
    if report.missing == 0 { return "\(rows), and the entries since: callout rebuild folds them." }
    return "\(rows), of \(report.recordedAt.rfc3339). \(report.missing) entries before are at the office, "
      + "not verified here: \(fetchesHistory)"
  }

  /// Said below a history that does not begin with its order.
  public static let historyIsCut =
    "What was before is at the office: \(fetchesHistory)"

  /// Said below what was found where older work is not here; nil where all of it is.
  public func searchReaches(_ report: TakenOverReport) -> String? {
    if report.hasAllOrders { return nil }
    return "Work that ended before \(time(report.endedSince)) is at the office alone: \(Self.fetchesHistory)"
  }

  /// How far what a snapshot left out has come, and why no further: `here back to 12 May 2024`; nil where nothing is
  /// missing.
  func olderWork(_ report: TakenOverReport?) -> String? {
    guard let report, !report.isWhole else { return nil }
    let reach =
      report.hasAllOrders ? "all is here but its record" : "here back to \(time(report.endedSince))"
    switch report.rest {
    case nil: return "\(reach); the rest follows while a console is open"
    case .turnedOff: return "\(reach); the rest stays at the office, since older-work is off"
    case .noRoom: return "\(reach); the rest waits until 1 GB is free on the disk"
    }
  }

  /// `1000000 older entries fetched: they lead to what the office had given.`
  public static func historyFetched(_ entries: Int, isSame: Bool) -> String {
    isSame
      ? "\(entries) older entries fetched and verified: they say what the office had given."
      : "\(entries) older entries fetched and verified. They say something else than the office had given: what is "
        + "shown follows the entries now. Ask whoever runs the office."
  }

  /// Said beside what a joined console has done and the office has not answered.
  public static let waitsForOffice = "The office has not confirmed it yet."
}
