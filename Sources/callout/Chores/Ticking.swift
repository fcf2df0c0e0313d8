import Domain
import Storage
import Verbs

/// Carries out what the office's rules have to do, each step as a submission of its own that names its rule, many of
/// them in one commit.
struct Ticking {
  /// So many steps are done in one commit: a file full of old work is worked off in portions.
  static let portion = 100
  let session: OfficeSession
  let output: Output

  /// For a file that no console has open: everything that is due, portion by portion.
  func run(_ options: CommonOptions) throws(ShellError) -> Int32 {
    guard let person = session.person ?? session.office.people.inOrder.first(where: { $0.role == .owner })?.id
    else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
    if options.isDryRun { return say(session.office.automaticSteps(at: session.now).due) }
    var count = try endDay(by: person, isJSON: options.isJSON)
    count += try enterLateFacts(isJSON: options.isJSON)
    while true {
      let due = session.office.automaticSteps(at: session.now).due
      let done = try Self.carryOut(due.prefix(Self.portion), session, by: person) { sentence, step, events in
        let number = step.automation.number(in: session.office)
        tell(sentence, number.map { [$0] } ?? [], events, isJSON: options.isJSON)
      }
      count += done
      if done == 0 { break }
    }
    if count == 0, !options.isJSON { output.say("Nothing is due.") }
    return 0
  }

  /// Ends the office's day where that is due; what came of it, nothing where it did not end now. A joined console's day
  /// is ended by its office, and another process on this file may have been first.
  static func endDay(_ session: OfficeSession, by person: Person.ID) throws(ShellError) -> [Event] {
    guard session.file.membership == nil, let due = session.office.dayEndDue(at: session.now) else {
      return []
    }
    let proposal = Proposal(verb: UnspokenVerb.closeDay, commands: [.closeDay(CloseDay(due: due))])
    do throws(SubmitError) {
      let receipt = try session.file.submit(session.submission(proposal.commands, of: proposal, by: person))
      return receipt.isRepeat ? [] : receipt.events
    } catch {
      if case .failed(let failure) = error { throw .failed(failure) }
      return []
    }
  }

  /// Submits steps, each an entry of its own and all of them one commit; how many came to something. Another console
  /// may have been first, or a person may have changed what a step was about: then there is nothing to do any more.
  /// It stops where it may not go on, with what is done until then.
  static func carryOut(
    _ steps: some Sequence<AutomaticStep>, _ session: OfficeSession, by person: Person.ID,
    while mayGoOn: () -> Bool = { true }, _ tell: (String, AutomaticStep, [Event]) -> Void
  ) throws(ShellError) -> Int {
    let steps = Array(steps)
    let before = session.office
    let receipt: BulkReceipt
    do {
      receipt = try session.file.submitAll(
        steps.map { session.submission($0, by: person) }, while: mayGoOn)
    } catch {
      throw .failed(error.failure)
    }
    var count = 0
    let wording = Wording(office: receipt.state.office, now: session.now)
    for (step, outcome) in zip(steps, receipt.outcomes) {
      guard case .recorded(let seq, let events) = outcome else { continue }
      count += 1
      tell(wording.acted(step.automation, entry: seq, events: events, before: before), step, events)
    }
    return count
  }

  /// Enters facts that consoles had told before the order or the visit came that they are about, a portion of them; how
  /// many. One that is refused for another reason stays a conflict, and is not tried again by this process. Another
  /// process may have been first: then there is nothing to do any more.
  static func takeLateFacts(
    _ session: OfficeSession, while mayGoOn: () -> Bool = { true }, _ tell: (Conflict, [Event]) -> Void
  ) throws(ShellError) -> Int {
    var count = 0
    for conflict in session.lateFacts.prefix(portion) {
      guard mayGoOn() else { break }
      do throws(SubmitError) {
        let receipt = try session.file.submit(session.submission(conflict))
        session.leave(conflict)
        if receipt.isRepeat { continue }
        count += 1
        tell(conflict, receipt.events)
      } catch {
        if case .failed(let failure) = error { throw .failed(failure) }
        session.leave(conflict)
      }
    }
    return count
  }
}

extension Ticking {
  /// Those that this file has to enter: what a joined console knows of, its office enters.
  private var lateFacts: [Conflict] { session.file.membership == nil ? session.lateFacts : [] }

  private func endDay(by person: Person.ID, isJSON: Bool) throws(ShellError) -> Int {
    let events = try Self.endDay(session, by: person)
    if events.isEmpty { return 0 }
    tell(wording.dayEnded(session.office.dayOpenedAt), [], events, isJSON: isJSON)
    return 1
  }

  private func enterLateFacts(isJSON: Bool) throws(ShellError) -> Int {
    var count = 0
    while !lateFacts.isEmpty {
      count += try Self.takeLateFacts(session) { conflict, events in
        let numbers = conflict.orders.compactMap { session.office.order($0)?.number }
        tell("Entered: \(wording.toldLate(conflict))", numbers, events, isJSON: isJSON)
      }
    }
    return count
  }

  private func say(_ due: [AutomaticStep]) -> Int32 {
    if session.file.membership == nil, let end = session.office.dayEndDue(at: session.now) {
      output.say("Would \(wording.dayWouldEnd(end))")
    }
    for conflict in lateFacts { output.say("Would enter: \(wording.toldLate(conflict))") }
    for step in due { output.say("Would act: \(wording.wouldAct(step))") }
    return 0
  }

  private func tell(_ sentence: String, _ orders: [Int], _ events: [Event], isJSON: Bool) {
    guard isJSON else { return output.say(sentence) }
    output.emit(
      Objects.result(
        verb: "tick", orders: orders, isConfirmed: true, events: events, message: sentence, warnings: []
      ).text)
  }

  private var wording: Wording { Wording(office: session.office, now: session.now) }
}
