public import Domain

/// The office's side: takes a console's commands, decides each once, and enters what came of it.
///
/// Who and from where are those of the session, whatever a command says about either.
public struct Registrar: Sendable {
  public let person: Person.ID
  public let console: ConsoleID
  /// What its console puts into a push at most.
  private let limit: MessageLimit

  public init(person: Person.ID, console: ConsoleID, limit: MessageLimit = .push) {
    self.person = person
    self.console = console
    self.limit = limit
  }

  /// Enters each command that the log does not have yet, in order; a push may come twice or in parts.
  public func take(_ push: Push, into log: inout any OpenLog) throws -> PushAnswer {
    guard push.epoch == log.epochs.last?.id else { return .otherEpoch }
    let before = try log.count(of: console)
    var count = before
    let contact = try log.contact(of: console)
    for command in push.commands {
      if command.count <= count {
        let known = try log.submission(command.count, of: console)
        guard known == command.submission || known == command.submission.again(from: console) else {
          return .forked(command.count)
        }
        continue
      }
      guard command.count == count + 1 else { return .expect(count + 1) }
      try enter(command, in: contact, into: &log)
      count += 1
    }
    if count > before, !leavesMore(push) { try log.noteSettled(console) }
    return .taken(through: count)
  }

  /// Whether more may wait where a push comes from, whatever is said there: as many commands as fit go into one, and half
  /// of its bytes leave room for any but the longest.
  private func leavesMore(_ push: Push) -> Bool {
    push.commands.count >= limit.items || push.commands.reduce(0) { $0 + $1.body.count } >= limit.bytes / 2
  }
}

extension Registrar {
  private func enter(_ command: WaitingCommand, in contact: Contact, into log: inout any OpenLog) throws {
    if try log.has(command.submission) {
      // A copy of this console's file gave it already: its answer stands.
      let again = submission(command.submission.again(from: console), at: log.now)
      return try enter([], for: again, command, on: try log.fold(for: again), into: &log)
    }
    guard let told = command.decoded else {
      return try refuse(
        submission(command.submission, at: log.now), command, .needsNewerConsole(.office("")), into: &log)
    }
    let at = contact.counted(told.stamp.at)
    let submission = try told.counted(at: at).submitted(by: person, from: console).undoing {
      try log.actedAt($0)
    }
    let claimed = at == told.stamp.at ? nil : told.stamp.at
    let before = try log.fold(for: submission)
    if let conflict = before.office.conflict(under: submission, answered: command.answered) {
      let lost = Conflict.LostSubmission(
        id: submission.id, count: command.count, commands: submission.commands)
      return try enter(
        [.office(.conflict(.changed(conflict.id, .grew(lost))))], for: submission, told: claimed, command,
        on: before, into: &log)
    }
    let decision: Decision
    do throws(Refusal) {
      decision = try before.office.decide(submission, promised: promised(log))
        .noting(told: told.stamp.at, countedAs: submission.stamp)
    } catch {
      let own = ownRefusal(of: submission, on: before.office, promised: promised(log))
      let early = try absence(for: submission, on: before.office, log)
      return try refuse(submission, told: claimed, command, early ?? own ?? error, into: &log)
    }
    if decision.events.contains(where: \.isOfOthersVisit),
      let early = try absence(for: submission, on: before.office, log)
    {
      return try refuse(submission, told: claimed, command, early, into: &log)
    }
    try log.append(
      submission, count: command.count, EntryBody(submission, decision, told: claimed),
      events: decision.events, on: before)
  }

  /// Why it would be refused without the messages that go with it: that is what somebody wanted. Nil where it would not,
  /// and where none go with it.
  private func ownRefusal(of submission: Submission, on office: Office, promised: Int) -> Refusal? {
    guard let own = submission.withoutMessages else { return nil }
    do throws(Refusal) {
      _ = try office.decide(own, promised: promised)
      return nil
    } catch {
      return error
    }
  }

  /// A promise that cannot be read is no reason to refuse a command.
  private func promised(_ log: any OpenLog) -> Int {
    do { return try log.promised } catch { return 0 }
  }

  private func refuse(
    _ submission: Submission, told: Timestamp? = nil, _ command: WaitingCommand, _ refusal: Refusal,
    into log: inout any OpenLog
  ) throws {
    let before = try log.fold(for: submission)
    // What a console asks for by itself is nobody's wish: nothing is lost with it.
    if submission.isOfConsole {
      return try enter([], for: submission, told: told, command, on: before, into: &log)
    }
    let conflict = Conflict(
      submission, count: command.count, refusal: refusal, at: log.now,
      theirs: try obstacle(to: submission, refusal, before.office, log))
    if let same = before.office.conflict(like: conflict) {
      // Who goes on wishing what he may not is answered, and kept no more of.
      if conflict.isOfRights, same.lost.count >= Self.mostForbidden {
        return try enter([], for: submission, told: told, command, on: before, into: &log)
      }
      let more = Event.office(.conflict(.changed(same.id, .grew(conflict.lost[0]))))
      return try enter([more], for: submission, told: told, command, on: before, into: &log)
    }
    try enter(
      [.office(.conflict(.arose(conflict)))], for: submission, told: told, command, on: before, into: &log)
  }

  private func enter(
    _ events: [Event], for submission: Submission, told: Timestamp? = nil, _ command: WaitingCommand,
    on before: Fold, into log: inout any OpenLog
  ) throws {
    try log.append(
      submission, count: command.count, EntryBody(answering: events, told: told), events: events, on: before)
  }

  /// What stands for one that the office cannot read.
  private func submission(_ id: Submission.ID, at: Timestamp) -> Submission {
    Submission(id: id, stamp: Stamp(by: person, at: at, console: console), commands: [])
  }
}

extension Registrar {
  /// How many entries of an order are looked at for the one that stood in the way.
  private static let looksBack = 64

  /// Whose change stood in the way: the last one that can be why it was refused, of its own orders or of the order
  /// that the refusal names.
  private func obstacle(
    to submission: Submission, _ refusal: Refusal, _ office: Office, _ log: any OpenLog
  ) throws -> Conflict.Obstacle? {
    // Who has settled what somebody else wanted to settle stands in the refusal.
    if case .changedSince(.conflict, _, _) = refusal { return nil }
    let own = submission.commands.flatMap(\.orders)
    let orders = refusal.otherOrder.flatMap { office.order(number: $0) }.map { [$0.id] } ?? own
    let isIt = { (events: [Event]) in
      events.contains { event in
        guard case .workOrder(let id, let what) = event, orders.contains(id) else { return false }
        return refusal.isOwed(to: what)
      }
    }
    let heads = try Set(orders).compactMap { try log.latest(about: $0, among: Self.looksBack, where: isIt) }
    return heads.max { $0.seq < $1.seq }.map {
      Conflict.Obstacle(entry: $0.seq, person: $0.person, console: $0.console, at: $0.at)
    }
  }
}

extension Registrar {
  /// So many wishes that somebody may not have stand in one conflict.
  private static let mostForbidden = 200
}

extension Conflict {
  /// Whether it is refused to its person, whatever it is about.
  fileprivate var isOfRights: Bool {
    if case .notAllowed = refusal { true } else { false }
  }
}

extension Submission {
  /// Whether no person wished it: a console asks for numbers by itself.
  fileprivate var isOfConsole: Bool {
    !commands.isEmpty && commands.allSatisfy { if case .leaseNumbers = $0 { true } else { false } }
  }

  /// The same by when the office has the entry that it takes back: a console whose clock is off has it at another instant.
  fileprivate func undoing(_ actedAt: (Submission.ID) throws -> Timestamp?) rethrows -> Submission {
    func isUndone(_ command: Command) -> Bool {
      guard case .releaseWorkOrder(_, let rule) = command else { return false }
      return rule.neverHeldSince != nil && rule.replacing == nil
    }
    guard case .undoes(let entry)? = reversal, commands.contains(where: isUndone),
      let at = try actedAt(entry)
    else { return self }
    let commands = commands.map { command -> Command in
      guard isUndone(command), case .releaseWorkOrder(let id, var rule) = command else { return command }
      rule.neverHeldSince = at
      return .releaseWorkOrder(id, rule)
    }
    return Submission(
      id: id, stamp: stamp, commands: commands, override: override, acceptsWarnings: acceptsWarnings,
      acceptsClaims: acceptsClaims, reversal: reversal, automation: automation,
      acceptedWarnings: acceptedWarnings, isJudgedTogether: isJudgedTogether, undoes: at)
  }

  /// The same without the messages that go with something else; nil where there are none.
  fileprivate var withoutMessages: Submission? {
    let own = commands.filter { command in
      guard case .sendMessage(_, let rule) = command, case .with = rule.cause else { return true }
      return false
    }
    if own.isEmpty || own.count == commands.count { return nil }
    return Submission(
      id: id, stamp: stamp, commands: own, override: override, acceptsWarnings: acceptsWarnings,
      acceptsClaims: acceptsClaims, reversal: reversal, acceptedWarnings: acceptedWarnings,
      isJudgedTogether: isJudgedTogether, undoes: undoes)
  }

  /// The same by whoever the session is of.
  func submitted(by person: Person.ID, from console: ConsoleID, at: Timestamp? = nil) -> Submission {
    Submission(
      id: id, stamp: Stamp(by: person, at: at ?? stamp.at, console: console), commands: commands,
      override: override, acceptsWarnings: acceptsWarnings, acceptsClaims: acceptsClaims, reversal: reversal,
      automation: nil, acceptedWarnings: acceptedWarnings, isJudgedTogether: isJudgedTogether,
      undoes: undoes)
  }
}

extension Office {
  /// The open conflict that is about the same as another one: one field of one order, between the same two people, wanted
  /// at the same console; or whatever else one person may not do there, so that nobody fills everybody's alerts with it.
  func conflict(like other: Conflict) -> Conflict? {
    if other.isOfRights {
      return openConflicts.last { $0.isOfRights && $0.person == other.person && $0.console == other.console }
    }
    guard case .changedSince(_, let field, _) = other.refusal, let theirs = other.theirs,
      other.orders.count == 1
    else { return nil }
    return openConflicts.last { open in
      guard case .changedSince(_, field, _) = open.refusal else { return false }
      return open.person == other.person && open.console == other.console && open.orders == other.orders
        && open.theirs?.person == theirs.person
    }
  }

  /// The open conflict that a claim rests on: its console had not heard of the refusal when it was made, and it is about
  /// one of the same orders, or takes back what was refused. Nothing rests on facts, and what waits is entered alone.
  func conflict(under submission: Submission, answered: Int) -> Conflict? {
    guard submission.commands.contains(where: { $0.kind == .claim }) else { return nil }
    let orders = Set(submission.commands.flatMap(\.orders))
    return openConflicts.last { conflict in
      conflict.console == submission.stamp.console && !conflict.isFact
        && conflict.lost.contains { lost in
          guard lost.count > answered else { return false }
          return submission.reversal?.entry == lost.id
            || !orders.isDisjoint(with: lost.commands.flatMap(\.orders))
        }
    }
  }
}
