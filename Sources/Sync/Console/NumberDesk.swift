public import Domain

/// How a joined console comes to numbers that it may give to orders by itself.
public struct NumberDesk {
  public let console: ConsoleID
  public let person: Person.ID
  private let fresh: () -> Submission.ID

  /// `fresh` makes the id of a request: as random as any, so that a copied console is found out by it.
  public init(console: ConsoleID, person: Person.ID, fresh: @escaping () -> Submission.ID) {
    self.console = console
    self.person = person
    self.fresh = fresh
  }

  /// The same for what the console is called from now on.
  public func of(_ console: ConsoleID) -> NumberDesk {
    NumberDesk(console: console, person: person, fresh: fresh)
  }

  /// Asks for more where they run out; nil where there are enough, where it was asked already, and where this person
  /// has no use for them. `taken` is the last number that was given away.
  public func request(
    on confirmed: Office, taken: Int, at now: Timestamp, waiting: [WaitingCommand]
  ) -> Submission? {
    guard confirmed.numbersLeft(to: console, after: taken) <= NumberLease.refillAt,
      !waiting.contains(where: \.asksForNumbers)
    else { return nil }
    let submission = Submission(
      id: fresh(), stamp: Stamp(by: person, at: now, console: console),
      commands: [.leaseNumbers(LeaseNumbers(taken: taken))])
    do { return try confirmed.decide(submission).events.isEmpty ? nil : submission } catch { return nil }
  }
}

extension WaitingCommand {
  fileprivate var asksForNumbers: Bool {
    decoded?.commands.contains { if case .leaseNumbers = $0 { true } else { false } } ?? false
  }
}

extension Submission {
  /// The same with numbers for those orders that brought none, as long as there are some; from what its console is called
  /// by now, which may have been taken in anew since it was opened.
  public func numbered(from console: ConsoleID, _ next: () -> Int?) -> Submission {
    let numbered = commands.map { command -> Command in
      guard case .logWorkOrder(var rule) = command, !Office.numbers.contains(rule.work.number),
        let number = next()
      else { return command }
      rule.work.number = number
      return .logWorkOrder(rule)
    }
    return Submission(
      id: id, stamp: Stamp(by: stamp.by, at: stamp.at, console: console), commands: numbered,
      override: override, acceptsWarnings: acceptsWarnings,
      acceptsClaims: acceptsClaims, reversal: reversal, automation: automation,
      acceptedWarnings: acceptedWarnings, isJudgedTogether: isJudgedTogether, undoes: undoes)
  }

  /// The highest number that it gives to an order; nil where it gives none.
  public var lastNumber: Int? {
    commands.compactMap { command in
      guard case .logWorkOrder(let rule) = command, Office.numbers.contains(rule.work.number) else {
        return nil
      }
      return rule.work.number
    }.max()
  }
}

extension Office {
  /// Decides a submission at a joined console: an order that brings no number stands under none until the office has
  /// given it one.
  public func predict(_ submission: Submission) throws(Refusal) -> Decision {
    var deciding = self
    deciding.numbersFollow = true
    return try deciding.decide(submission)
  }
}
