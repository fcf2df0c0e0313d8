public import Domain

/// The last entry that a console and its office both have.
public struct CommonGround: Sendable {
  public let cursor: LogCursor
  /// The first entry after it that is here and that the office has said it has not.
  public let lost: LogCursor
  /// The office's, all of them.
  public let epochs: [Epoch]
  /// What the office has after it, which proves that it has it; nil where it sends no entries.
  public let page: Page?
  /// Its word that it has it, where it sends none.
  public let signed: SignedHead?

  public init(
    cursor: LogCursor, lost: LogCursor, epochs: [Epoch], page: Page? = nil, signed: SignedHead? = nil
  ) {
    self.cursor = cursor
    self.lost = lost
    self.epochs = epochs
    self.page = page
    self.signed = signed
  }
}

extension ConsoleStore {
  /// The last entry that this console and its office both have; nil where the office has the last entry that is here.
  ///
  /// An office that was restored lost the end of its log: it is looked for from there, in steps that double.
  public func commonGround(asking ask: (Pull) throws -> PullAnswer) throws -> CommonGround? {
    let standing = try standing()
    var lost = standing.cursor
    func known(_ seq: Int) throws -> CommonGround? {
      guard let cursor = try cursor(at: seq) else { return nil }
      switch try ask(Pull(log: standing.log, after: cursor)) {
      case .page(let page):
        return CommonGround(cursor: cursor, lost: lost, epochs: page.epochs, page: page)
      case .far(let epochs, let signed):
        return CommonGround(cursor: cursor, lost: lost, epochs: epochs, signed: signed)
      case .parted, .otherLog:
        if cursor.seq < lost.seq { lost = cursor }
        return nil
      }
    }
    var missing = standing.cursor.seq
    if try known(missing) != nil { return nil }
    var step = 1
    var found: CommonGround?
    while missing > 0, found == nil {
      // What is before the place where the ledger begins may not be here: that place is not stepped over.
      let isOver = missing - step < standing.begins && missing > standing.begins
      let seq = isOver ? standing.begins : max(0, missing - step)
      found = try known(seq)
      if found == nil { missing = seq }
      step *= 2
    }
    guard var common = found else { return nil }
    while missing - common.cursor.seq > 1 {
      let middle = common.cursor.seq + (missing - common.cursor.seq) / 2
      if let later = try known(middle) { common = later } else { missing = middle }
    }
    return CommonGround(
      cursor: common.cursor, lost: lost, epochs: common.epochs, page: common.page, signed: common.signed)
  }
}

extension SealedEntry {
  /// What its console had given, to be given again; nil for the answer to something that a copy of it gave.
  ///
  /// Who had accepted warnings is not asked again; what was refused is judged as for the first time. What nobody here
  /// can read is given without its words: that it was there, and was not read, is not lost. `actedAt` says when an
  /// entry was made that an undo takes back, so that the undo is judged as it was; nil where it is not here.
  public func givenAgain(
    _ decoder: CompactDecoder, actedAt: (Submission.ID) throws -> Timestamp?
  ) throws -> WaitingCommand? {
    let body: KeptBody
    do { body = try decoder.decode(KeptBody.self, from: self.body) } catch { return unreadable }
    var lost: [Command]?
    for event in body.events.compactMap(\.known) {
      if case .office(.conflict(.arose(let conflict))) = event { lost = conflict.commands }
      if case .office(.conflict(.changed(_, .grew(let submission)))) = event { lost = submission.commands }
    }
    if lost?.isEmpty ?? false { return unreadable }
    let commands = lost ?? body.commands
    if commands.isEmpty { return nil }
    let submission = Submission(
      id: head.submission,
      stamp: Stamp(by: head.person, at: body.told ?? head.at, console: head.console), commands: commands,
      override: body.override,
      acceptsWarnings: lost == nil, acceptsClaims: lost == nil, reversal: body.reversal,
      undoes: try body.reversal.flatMap { try $0.isRedo ? nil : actedAt($0.entry) })
    return try WaitingCommand(submission, count: 0, answered: 0)
  }

  private var unreadable: WaitingCommand {
    WaitingCommand(count: 0, answered: 0, submission: head.submission, body: [])
  }
}

extension Submission.ID {
  /// The id of the entry by which an office answers a submission that it has had from another console: two copies of
  /// one file give the same.
  public func again(from console: ConsoleID) -> Identifier<Submission> {
    Identifier(high: high ^ console.high, low: low ^ console.low)
  }
}
