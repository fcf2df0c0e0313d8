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
    var count = 0
    while true {
      let due = session.office.automaticSteps(at: session.now).due
      if options.isDryRun { return say(due) }
      let done = try Self.carryOut(due.prefix(Self.portion), session, by: person) { sentence, step, events in
        tell(sentence, step, events, isJSON: options.isJSON)
      }
      count += done
      if done == 0 { break }
    }
    if count == 0, !options.isJSON { output.say("Nothing is due.") }
    return 0
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

  /// Enters facts that consoles had told before the order came that they are about; how many. One that is refused for
  /// another reason stays a conflict.
  static func takeLateFacts(_ session: OfficeSession) throws(ShellError) -> Int {
    var count = 0
    for conflict in session.office.lateFacts.prefix(portion) {
      let (high, low) = session.identifiers.next()
      let again = conflict.toldAgain(
        as: Submission.ID(high: high, low: low), from: session.file.identity.console)
      do throws(SubmitError) {
        try session.file.submit(again)
        count += 1
      } catch {
        if case .failed(let failure) = error { throw .failed(failure) }
      }
    }
    return count
  }
}

extension Ticking {
  private func say(_ due: [AutomaticStep]) -> Int32 {
    let wording = Wording(office: session.office, now: session.now)
    for step in due { output.say("Would act: \(wording.wouldAct(step))") }
    return 0
  }

  private func tell(_ sentence: String, _ step: AutomaticStep, _ events: [Event], isJSON: Bool) {
    guard isJSON else { return output.say(sentence) }
    let number = step.automation.number(in: session.office)
    output.emit(
      Objects.result(
        verb: "tick", orders: number.map { [$0] } ?? [], isConfirmed: true, events: events,
        message: sentence, warnings: []
      ).text)
  }
}
