import Domain
import Storage
import Verbs

/// `person pin` at the shell: asks twice, without showing what is typed.
struct PINChore {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  /// The exit status; 130 when it was broken off.
  func run(_ id: Person.ID, isOff: Bool) throws(ShellError) -> Int32 {
    let old = session.office.person(id)?.pin
    var sealed: PersonalText?
    if !isOff {
      let name = session.office.person(id)?.name.words ?? ""
      guard let pin = SecretPrompt.ask("New PIN for \(name): ", output) else { return 130 }
      if let fault = PINRule.fault(in: pin) { throw .usage(UsageFault(fault)) }
      guard let again = SecretPrompt.ask("The same again: ", output) else { return 130 }
      guard again == pin else { throw .usage(UsageFault(Wording.pinsDiffer)) }
      do { sealed = try session.sealed(pin) } catch { throw .failed(error) }
    }
    let proposal = Proposal(verb: PersonPINVerb.name, commands: [.setPIN(id, SetPIN(sealed))])
    let status = try Submitting(session: session, options: options, output: output).run(proposal)
    if !options.isDryRun { session.forget(old) }
    return status
  }
}

extension OfficeSession {
  /// A PIN as it is recorded.
  func sealed(_ pin: String) throws(Failure) -> PersonalText {
    PersonalText(id: identifiers.newID(), words: try PINSeal.seal(pin))
  }

  /// Erases the seal of a PIN that is no longer one; where the disk will not have it now, it stays as it is: slow to
  /// guess and good for nothing.
  func forget(_ old: PersonalText?) {
    guard let old else { return }
    do {
      if let person {
        let proposal = Proposal(verb: PersonPINVerb.name, commands: [.eraseWords(EraseWords([old.id]))])
        try file.submit(submission(proposal.commands, of: proposal, by: person))
      } else {
        try file.erasePersonalText(old.id)
      }
    } catch is SubmitError {
      // Who may set his own PIN alone erases what is here.
      do { try file.erasePersonalText(old.id) } catch { return }
    } catch {
      return
    }
  }
}
