import Domain
import Storage
import Terminal
import Verbs

/// Carries out a verb's proposal from the shell and says what became of it.
struct Submitting {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  /// The exit status: 0 when every group is durable here, else the one of the first that is not.
  func run(_ proposal: Proposal) throws(ShellError) -> Int32 {
    guard let person = session.person else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
    if options.isWaiting, options.isOffline {
      throw .usage(
        UsageFault("--wait asks the office, --offline does not: say one of them.", word: "--offline"))
    }
    var status: Int32 = 0
    for refusal in proposal.missing {
      let error = ShellError.refused(refusal, verb: proposal.verb, orders: [])
      status = error.status
      say(error)
    }
    var given: [Result<Given, ShellError>] = []
    for (index, group) in proposal.groups.enumerated() {
      let orders = proposal.isEach ? proposal.orders[index...].prefix(1).map { $0 } : proposal.orders
      var part = proposal
      part.commands = group
      part.orders = orders
      do {
        if options.isDryRun {
          try imagine(part, by: person)
        } else {
          given.append(.success(try give(part, by: person)))
        }
      } catch {
        guard proposal.isEach else { throw error }
        if options.isDryRun {
          status = status == 0 ? error.status : status
          say(error)
        } else {
          given.append(.failure(error))
        }
      }
    }
    // However many groups it is, the office is asked once.
    let line: Result<OfficeLine?, ShellError>
    do { line = .success(try askOffice(about: given)) } catch { line = .failure(error) }
    for result in given {
      do {
        try sayDone(result.get(), line)
      } catch {
        guard proposal.isEach else { throw error }
        status = status == 0 ? error.status : status
        say(error)
      }
    }
    try enterAccepted(proposal)
    return status
  }

  /// Facts of which somebody has just said that they count are entered at once where this is the office's own file.
  private func enterAccepted(_ proposal: Proposal) throws(ShellError) {
    let accepts = proposal.commands.contains {
      if case .settleConflict(let rule) = $0 { rule.asTold ?? false } else { false }
    }
    guard accepts, !options.isDryRun, session.file.membership == nil else { return }
    _ = try Ticking.takeLateFacts(session) { conflict, _ in
      if !options.isJSON {
        output.say("Entered: \(Wording(office: session.office, now: session.now).toldLate(conflict))")
      }
    }
  }
}

/// What is durable here by now, and what the office was before it.
private struct Given {
  let proposal: Proposal
  let id: Submission.ID
  let receipt: Receipt
  let before: Office
}

extension Submitting {
  /// Throws what the proposal would be refused with.
  func refuseBeforehand(_ proposal: Proposal) throws(ShellError) {
    guard let person = session.person else { return }
    do {
      _ = try session.file.dryRun(session.submission(proposal.commands, of: proposal, by: person))
    } catch {
      throw ShellError(error, of: proposal)
    }
  }

  private func say(_ error: ShellError) {
    if options.isJSON {
      output.emit(error.json(in: session.office, at: session.now).text)
    } else {
      output.warn(error.sentence(in: session.office, at: session.now))
    }
  }

  private func give(_ proposal: Proposal, by person: Person.ID) throws(ShellError) -> Given {
    let before = session.office
    let submission = session.submission(proposal.commands, of: proposal, by: person)
    do {
      let receipt = try session.file.submit(submission, takingBack: proposal.takingBack)
      return Given(proposal: proposal, id: submission.id, receipt: receipt, before: before)
    } catch {
      if case .refused(.broken(let broken)) = error { sayOtherWarnings(than: broken, proposal, by: person) }
      throw ShellError(error, of: proposal)
    }
  }

  /// Says what became of it.
  private func sayDone(_ given: Given, _ line: Result<OfficeLine?, ShellError>) throws(ShellError) {
    let (proposal, receipt) = (given.proposal, given.receipt)
    let answer = receipt.isWaiting ? try officeAnswer(to: given.id, line.get()) : .taken
    let isWaiting = answer == .waits
    var wording = Wording(office: receipt.after, now: session.now)
    wording.waitsForOffice = isWaiting
    let message = wording.outcome(
      of: proposal, takenBack: receipt.takenBack, over: receipt.steppedOver, isRedo: receipt.isRedo,
      events: receipt.events,
      before: given.before)
    let warnings =
      proposal.warnings + receipt.warnings.map { wording.passed($0) }
      + (isWaiting ? [Wording.waitsForOffice] : [])
    if options.isJSON {
      let orders = numbers(of: proposal, receipt.events, in: receipt.after)
      output.emit(
        Objects.result(
          verb: proposal.verb, orders: orders, isConfirmed: answer == .taken, events: receipt.events,
          message: message,
          warnings: warnings
        ).text)
    } else {
      output.tell(message)
      for warning in warnings { output.warn(warning) }
    }
  }

  /// What else a yes would pass, where a warning stops it: nobody says yes to what he was not told.
  private func sayOtherWarnings(than first: BrokenRule, _ proposal: Proposal, by person: Person.ID) {
    guard first.severity == .warn, !options.isJSON else { return }
    var accepted = proposal
    accepted.acceptsWarnings = true
    let preview: Preview
    do {
      preview = try session.file.dryRun(
        session.submission(accepted.commands, of: accepted, by: person), takingBack: accepted.takingBack)
    } catch {
      // More than warnings stands against it: the first is what is said.
      return
    }
    let wording = Wording(office: session.office, now: session.now)
    for broken in preview.decision.warnings where broken != first { output.warn(wording.passed(broken)) }
  }

  /// What the office has said to something that waits for it, where it has not refused it.
  private enum OfficeAnswer { case taken, waits }

  /// Asks the office, where anything of it waits: as long as that takes where it is to be waited for, else for a moment,
  /// unless it is not to be asked at all. The line is that of whoever waits.
  private func askOffice(about given: [Result<Given, ShellError>]) throws(ShellError) -> OfficeLine? {
    let waits = given.contains { result in
      if case .success(let one) = result { return one.receipt.isWaiting }
      return false
    }
    if !waits || options.isOffline { return nil }
    guard options.isWaiting else {
      ShortTry(file: session.file).run()
      return nil
    }
    var line = try OfficeLine.open(session.file)
    _ = line.run()
    return line
  }

  /// What the office has said against it is thrown. Who waits for it is told in that way too that it was not reached: what
  /// was done is kept here all the same and waits for it.
  private func officeAnswer(to id: Submission.ID, _ line: OfficeLine?) throws(ShellError) -> OfficeAnswer {
    if options.isOffline { return .waits }
    let conflicts = session.file.state.office.conflicts
    if let conflict = conflicts.first(where: { $0.lost.contains { $0.id == id } }) {
      throw .rejected(conflict)
    }
    do throws(StorageError) {
      guard try session.file.waits(id) else { return .taken }
    } catch {
      if options.isWaiting { throw .failed(error.failure) }
      return .waits
    }
    guard let line else { return .waits }
    if let failure = line.trouble ?? line.stop { throw .failed(failure) }
    throw .failed(Failure(.unreachable, subject: line.client.address.text, detail: "it has not answered yet"))
  }

  private func imagine(_ proposal: Proposal, by person: Person.ID) throws(ShellError) {
    let before = session.office
    let preview: Preview
    do {
      preview = try session.file.dryRun(
        session.submission(proposal.commands, of: proposal, by: person), takingBack: proposal.takingBack)
      if !options.isJSON { sayMoves(proposal, by: person, in: before) }
    } catch {
      // What a rule stops is looked at first; who may not do it is shown nothing of it.
      if !options.isJSON, case .refused(.broken) = error { sayMoves(proposal, by: person, in: before) }
      throw ShellError(error, of: proposal)
    }
    let decision = preview.decision
    var wording = Wording(office: decision.after, now: session.now)
    wording.isImagined = true
    let message = wording.outcome(
      of: proposal, takenBack: preview.takenBack, over: preview.steppedOver, isRedo: preview.isRedo,
      events: decision.events,
      before: before)
    let isFinal = decision.inverse.isEmpty && !decision.events.isEmpty
    let warnings =
      proposal.warnings + decision.warnings.map { wording.passed($0) }
      + (isFinal ? [wording.cannotBeUndone] : [])
    if options.isJSON {
      let orders = numbers(of: proposal, decision.events, in: decision.after)
      output.emit(
        Objects.dryRun(
          verb: proposal.verb, orders: orders, events: decision.events, message: message, warnings: warnings,
          previews: before.previews(of: proposal.commands, by: person, at: session.now), in: before
        ).text)
    } else {
      output.tell("Would be: \(message)")
      for text in wording.previews(decision.events) { output.tell(text) }
      for warning in warnings { output.warn(warning) }
    }
  }

  /// What each visit that would move breaks and keeps, said also where a rule then stops it; of several just when.
  private func sayMoves(_ proposal: Proposal, by person: Person.ID, in office: Office) {
    let previews = office.previews(of: proposal.commands, by: person, at: session.now)
    let wording = Wording(office: office, now: session.now)
    if proposal.isJudgedTogether {
      for case .assignVisit(let id, let rule) in proposal.commands {
        guard let order = office.order(id) else { continue }
        let from = order.technician.map { wording.technician($0) } ?? "nobody"
        output.say(
          "\(order.number)  \(from) → \(wording.technician(rule.technician)) \(wording.time(rule.start))")
      }
    }
    for preview in previews {
      guard previews.count == 1, proposal.orders.contains(preview.number) else {
        output.say(wording.oneOfSeveral(preview))
        continue
      }
      output.say("If dropped: \(wording.spots(preview))")
      for line in wording.preview(preview) { output.say(line.line) }
    }
  }

  /// The numbers it was about: those that were named, or those of the orders that came of it.
  private func numbers(of proposal: Proposal, _ events: [Event], in office: Office) -> [Int] {
    guard proposal.orders.isEmpty else { return proposal.orders }
    var numbers: [Int] = []
    for case .workOrder(let id, let event) in events {
      guard let number = office.order(id)?.number, Office.numbers.contains(number), !numbers.contains(number)
      else { continue }
      if case .logged = event {
        numbers.append(number)
      } else if proposal.takingBack != nil {
        numbers.append(number)
      }
    }
    return numbers
  }
}
