public import Domain
public import Sync

/// A joined console in memory: its part of the log, its outbox, and what it predicts.
public final class MemoryConsole: ConsoleStore {
  public private(set) var id: ConsoleID
  private var ledger: MemoryLedger
  private var outbox: [WaitingCommand] = []
  private var given = 0
  private let numbers: NumberDesk?
  /// Whether the log has a command of this console that it never gave.
  private var isForked = false
  private let clock: () -> Timestamp
  /// When nothing waited the last time that the office was heard.
  private var settledAt: Timestamp?
  /// The last number that was given away.
  private var lastNumber = 0
  /// What it gave and has no entry of, since a snapshot answered it or took the entry's place.
  private var givenBefore: [WaitingCommand] = []
  /// A snapshot on its way.
  private var arriving: (head: SnapshotHead, parts: [[UInt8]])?

  public init(
    _ id: ConsoleID, log: LogID, epochs: [Epoch], numbers: NumberDesk? = nil,
    clock: @escaping () -> Timestamp = { .epoch }
  ) {
    self.id = id
    self.numbers = numbers
    self.clock = clock
    ledger = MemoryLedger(log: log, epochs: epochs)
  }

  /// A copy of all that is on its disk.
  public init(copying other: MemoryConsole) {
    id = other.id
    ledger = other.ledger
    outbox = other.outbox
    given = other.given
    numbers = other.numbers
    isForked = other.isForked
    clock = other.clock
    lastNumber = other.lastNumber
    arriving = other.arriving
    givenBefore = other.givenBefore
    settledAt = other.settledAt
  }

  /// The same without what it gave after an entry: a mistake that a simulation plants.
  public convenience init(copying other: MemoryConsole, lettingGoAfter seq: Int) {
    self.init(copying: other)
    ledger = ledger.truncated(to: seq, epochs: ledger.epochs)
  }

  /// What the office has confirmed.
  public var confirmed: Office { ledger.office }
  public var entries: [SealedEntry] { ledger.entries }

  /// When what waits here can have been made.
  private var contact: Contact { Contact(settledAt: settledAt, now: clock()) }

  /// What people at it see.
  public var prediction: Prediction {
    var prediction = Prediction(confirmed: ledger.office)
    for command in outbox {
      guard let submission = command.decoded else { continue }
      prediction.add(submission, in: contact, count: command.count) { ledger.gather($0, &$1) }
    }
    return prediction
  }

  /// A number for a form that opens; nil where this console has none left.
  public func takeNumber() -> Int? {
    let number = ledger.office.nextLeased(to: id, after: lastNumber)
    lastNumber = number ?? lastNumber
    return number
  }

  /// Decides a submission on what it sees, and keeps it for the office; what is so already needs nobody.
  @discardableResult public func submit(_ submission: Submission) throws -> Decision {
    var prediction = self.prediction
    prediction.gather { ledger.gather(submission, &$0) }
    let wanted = submission.numbered(from: id, takeNumber)
    let decision = try prediction.office.predict(wanted)
    if decision.events.isEmpty { return decision }
    try keep(wanted)
    return decision
  }

  private func keep(_ submission: Submission) throws {
    outbox.append(try WaitingCommand(submission, count: given + 1, answered: ledger.count(of: id)))
    given += 1
  }

  public func standing() -> Standing {
    let answered = ledger.count(of: id)
    return Standing(
      log: ledger.log, epochs: ledger.epochs, cursor: ledger.head, answered: answered,
      given: max(given, answered), isForked: isForked, begins: ledger.base?.head.end.seq ?? 0)
  }

  public func cursor(at seq: Int) -> LogCursor? { ledger.cursor(seq) }

  @discardableResult public func goBack(to ground: CommonGround) throws -> Standing {
    let (cursor, epochs) = (ground.cursor, ground.epochs)
    let given = ledger.rest(after: cursor.seq).filter { $0.head.console == id }
    var again = try given.compactMap { try $0.givenAgain(ledger.decoder, actedAt: ledger.actedAt) }
    if let base = ledger.base, base.head.end.seq > cursor.seq {
      again = givenBefore + again
      givenBefore = []
    }
    ledger = ledger.truncated(to: cursor.seq, epochs: epochs)
    let answered = ledger.count(of: id)
    let commands = again + outbox
    outbox = commands.enumerated().map { $1.numbered(answered + $0 + 1, answered: answered) }
    self.given = answered + outbox.count
    settledAt = nil
    return standing()
  }

  @discardableResult public func become(_ console: ConsoleID) throws -> Standing {
    id = console
    isForked = false
    settledAt = nil
    outbox = outbox.enumerated().map { index, command in command.numbered(index + 1) }
    given = outbox.count
    return standing()
  }

  public func waiting(from count: Int, atMost limit: MessageLimit) -> [WaitingCommand] {
    let rest = outbox.filter { $0.count >= count }
    return Array(rest.prefix(limit.fitting(rest.lazy.map(\.body.count))))
  }

  @discardableResult public func confirm(_ page: Page) throws -> Standing {
    try page.verify(after: ledger.head, knowing: ledger.epochs, log: ledger.log)
    ledger.take(page.epochs)
    for entry in page.entries {
      let recalled = (page.recalled ?? []).filter { $0.seq == entry.head.seq }
      ledger.take(entry, recalled: try recalled.map { try $0.decoded })
    }
    for entry in page.entries where entry.head.console == id {
      let before = outbox.count
      outbox.removeAll { $0.count == entry.head.count && $0.isAnswered(by: entry.head) }
      if outbox.count == before { isForked = true }
    }
    given = max(given, ledger.count(of: id))
    if page.isLast, !isForked,
      let request = numbers?.of(id).request(on: confirmed, taken: lastNumber, at: clock(), waiting: outbox)
    {
      try keep(request)
    }
    if page.isLast, outbox.isEmpty { settledAt = clock() }
    return standing()
  }
}

extension MemoryConsole {
  public func snapshotRequest() -> SnapshotRequest {
    SnapshotRequest(
      log: ledger.log, of: arriving?.head.end, part: arriving?.parts.count, answered: ledger.count(of: id))
  }

  public func take(_ answer: SnapshotAnswer, to request: SnapshotRequest) throws -> Standing? {
    switch answer {
    case .otherLog: throw SnapshotFault.otherLog
    case .gone: arriving = nil
    case .head(let head):
      guard head.isSound else { throw SnapshotFault.malformed }
      if head.end.seq <= ledger.head.seq { return standing() }
      let before = { [seq = ledger.head.seq] (epochs: [Epoch]) in epochs.filter { $0.first <= seq } }
      guard before(head.epochs) == before(ledger.epochs) else { throw SnapshotFault.otherLog }
      arriving = (head, [])
    case .part(let bytes):
      guard arriving != nil, arriving?.head.end == request.of, arriving?.parts.count == request.part else {
        return nil
      }
      arriving?.parts.append(bytes.rawBytes)
    }
    guard let (head, parts) = arriving, parts.count == head.parts else { return nil }
    arriving = nil
    guard head.fits(parts) else { throw SnapshotFault.otherBytes }
    var rows: [SnapshotRow] = []
    for part in parts { rows += try SnapshotRow.all(in: part) }
    try begin(with: TakenOver(head, rows))
    return standing()
  }

  /// Works from a snapshot, and lets go of what it answers.
  private func begin(with base: TakenOver) throws {
    let answered = ledger.count(of: id)
    for entry in ledger.entries where entry.head.console == id {
      if let command = try entry.givenAgain(ledger.decoder, actedAt: ledger.actedAt) {
        givenBefore.append(command)
      }
    }
    ledger = MemoryLedger(log: ledger.log, base)
    for (number, submission) in base.head.answers(after: answered) {
      let isIt = { [own = id] (command: WaitingCommand) in
        command.isAnswered(under: number, submission, by: own)
      }
      if let command = outbox.first(where: isIt) { givenBefore.append(command) } else { isForked = true }
      outbox.removeAll(where: isIt)
    }
    given = max(given, ledger.count(of: id))
  }
}
