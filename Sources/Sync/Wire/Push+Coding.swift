public import Domain

/// A push as it travels: what all of its commands have in common stands once, and so does each id. Who gives them and
/// from which console is for the session to say.
extension Push: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    let (first, answered): (Int, Int) = (try fields.first, try fields.answered)
    let begun: Timestamp = try fields.at
    let commands: [Travelling] = try fields.commands
    let counts = -LogCursor.mostEntries...LogCursor.mostEntries
    guard counts.contains(first), counts.contains(answered),
      commands.allSatisfy({ counts.contains($0.answered) && counts.contains($0.skipped) })
    else { throw .unexpected(wanted: "numbers of commands", path: ["commands"]) }
    self.init(
      log: try fields.log, epoch: try fields.epoch,
      commands: commands.enumerated().map { index, one in
        one.command(count: first + index + one.skipped, answered: answered + one.answered, since: begun)
      })
  }

  public func write(_ fields: CompactFieldWriter) {
    let told = commands.map(\.decoded)
    let (first, answered) = (commands.first?.count ?? 0, commands.first?.answered ?? 0)
    let begun = told.lazy.compactMap { $0?.stamp.at }.first ?? .epoch
    fields.put("log", log)
    fields.put("epoch", epoch)
    fields.put("first", first)
    fields.put("answered", answered)
    fields.put("at", begun)
    fields.put(
      "commands",
      zip(commands, told).enumerated().map { index, one in
        Travelling(
          one.0, told: one.1, skipped: one.0.count - first - index, answered: one.0.answered - answered,
          since: begun)
      })
  }
}

/// One command of a push, by what it differs in from the first.
private struct Travelling: CompactRecord {
  let id: Submission.ID
  /// Seconds since the first was given.
  let at: Int64
  /// How many numbers are left out before it: none, in a push that is whole.
  let skipped: Int
  let answered: Int
  /// Its stamp says when by those seconds; nil where nobody here can read it.
  let told: Submission?
  /// The bytes of what its own console cannot read.
  let body: [UInt8]

  init(_ command: WaitingCommand, told: Submission?, skipped: Int, answered: Int, since begun: Timestamp) {
    id = command.submission
    at = told.map { ($0.stamp.at - begun).seconds } ?? 0
    self.skipped = skipped
    self.answered = answered
    self.told = told
    body = told == nil ? command.body : []
  }

  init(_ fields: CompactFields) throws(CompactCodingError) {
    let (id, at): (Submission.ID, Int64?) = (try fields.id, try fields.at)
    let (skipped, answered): (Int?, Int?) = (try fields.count, try fields.answered)
    let body: Bytes? = try fields.body
    self.id = id
    self.at = at ?? 0
    self.skipped = skipped ?? 0
    self.answered = answered ?? 0
    self.body = body?.rawBytes ?? []
    told = body == nil ? Self.read(id, at ?? 0, fields) : nil
  }

  /// Nil for what a newer console wrote.
  private static func read(_ id: Submission.ID, _ at: Int64, _ fields: CompactFields) -> Submission? {
    let nobody = Stamp(
      by: Person.ID(high: 0, low: 0), at: Timestamp(seconds: at), console: ConsoleID(high: 0, low: 0))
    do throws(CompactCodingError) { return try Submission(id: id, nobody, besides: fields) } catch {
      return nil
    }
  }

  func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("at", at == 0 ? nil : at)
    fields.put("count", skipped == 0 ? nil : skipped)
    fields.put("answered", answered == 0 ? nil : answered)
    if let told { told.writeBesides(fields) } else { fields.put("body", Bytes(body)) }
  }

  func command(count: Int, answered: Int, since begun: Timestamp) -> WaitingCommand {
    guard let told else {
      return WaitingCommand(count: count, answered: answered, submission: id, body: body)
    }
    let at = begun + .seconds(told.stamp.at.seconds)
    return WaitingCommand(
      told.submitted(by: told.stamp.by, from: told.stamp.console, at: at), numbered: count,
      answered: answered)
  }
}
