public import Domain

extension Wording {
  public var officeStarted: String {
    "\(office.profile.name) takes consoles in now. \(call("office.enrol")) makes a code, \(call("office.serve")) listens."
  }

  /// A code, and what to do with it.
  public func enrolled(_ person: Person.ID, code: String, until: Timestamp) -> [String] {
    [
      "Code for \(self.person(person)), good once and until \(time(until)): \(code)",
      "There: callout --db FILE join ADDRESS --code \(code), with the address that serve says."
    ]
  }

  public func revoked(_ console: ConsoleID) -> String {
    "The console \(console.description.prefix(8)) is turned away from now on."
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
      open == 0 ? "" : " \(open) open \(open == 1 ? "conflict" : "conflicts"): \(call("conflict.list"))."
    return "\(pushed) sent, \(pulled) new, \(waiting).\(files)\(conflicts)"
  }

  /// Said beside what a joined console has done and the office has not answered.
  public static let waitsForOffice = "The office has not confirmed it yet."
}
