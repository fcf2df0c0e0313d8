import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Takes the next free number for a form that opens, durably: nobody else gets it, and it is not given again should
  /// the form be thrown away. A joined console has those that the office has granted it; nil once they are used up.
  public func takeNumber() throws(StorageError) -> Int? {
    try write { db in
      let confirmed = try caughtUp(self.confirmed, db)
      let last = try OfficeFile.lastPromised(db)
      let number =
        membership == nil
        ? max(confirmed.office.nextNumber, last + 1)
        : confirmed.office.nextLeased(to: try consoleID(db), after: last)
      if let number { try OfficeFile.promise(number, db) }
      return number
    }
  }

  /// The last number that a form was promised; 0 when none was.
  static func lastPromised(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT last FROM number_lease")
    return try Int.fetchOne(statement) ?? 0
  }

  private static func promise(_ number: Int, _ db: Database) throws {
    try db.execute(sql: "REPLACE INTO number_lease (one, last) VALUES (1, ?)", arguments: [number])
  }
}

extension OfficeFile {
  /// A submission of a joined console with numbers for the orders that bring none; nothing is taken by it yet.
  func numbered(_ submission: Submission, on confirmed: Office, _ db: Database) throws -> Submission {
    var last = try OfficeFile.lastPromised(db)
    let console = try consoleID(db)
    return submission.numbered(from: console) {
      let number = confirmed.nextLeased(to: console, after: last)
      last = number ?? last
      return number
    }
  }

  /// Takes the numbers that a kept submission gives.
  func noteNumber(of submission: Submission, _ db: Database) throws {
    guard let number = submission.lastNumber, try number > OfficeFile.lastPromised(db) else { return }
    try OfficeFile.promise(number, db)
  }

  /// So long nothing is asked for again that was not granted: the office may know better who may log work.
  private static let asksAgainAfter = Span.minutes(10)
  private static let askedSetting = "numbers.asked"

  /// Whether it was asked lately with the same numbers granted as now; notes that it is asked, where it was not.
  private func hasAskedInVain(as console: ConsoleID, on confirmed: Office, _ db: Database) throws -> Bool {
    let granted = confirmed.leases.lazy.filter { $0.console == console }.map(\.last).max() ?? 0
    let state = "\(console) \(granted)"
    let asked = try String.fetchOne(
      db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [Self.askedSetting])
    let words = (asked ?? "").split(separator: "@")
    if words.count == 2, words[0] == state, let seconds = Int64(words[1]),
      (Timestamp(seconds: seconds)...Timestamp(seconds: seconds) + Self.asksAgainAfter).contains(now)
    {
      return true
    }
    try Self.set(Self.askedSetting, to: "\(state)@\(now.seconds)", db)
    return false
  }

  /// Puts a request for more numbers into the outbox where this console runs out of them.
  func askForNumbers(on confirmed: Office, _ db: Database) throws {
    guard let membership else { return }
    let console = try consoleID(db)
    let desk = NumberDesk(
      console: console, person: membership.person, fresh: options.freshSubmission)
    let taken = try OfficeFile.lastPromised(db)
    if confirmed.numbersLeft(to: console, after: taken) > NumberLease.refillAt { return }
    let waiting = try waitingCommands(from: 0, limit: .max, db)
    guard let request = desk.request(on: confirmed, taken: taken, at: now, waiting: waiting),
      try !hasAskedInVain(as: console, on: confirmed, db)
    else { return }
    try keep(try WaitingCommand(request, count: try given(db) + 1, answered: try answered(db)), db)
  }
}
