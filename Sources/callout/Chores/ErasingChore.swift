import Domain
import Storage
import Verbs

/// `customer erase` and `person erase`: counts the words that are kept of somebody, or erases them.
struct ErasingChore {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  func run(_ subject: ErasedSubject, isForGood: Bool) throws(ShellError) -> Int32 {
    // A joined console need not have all orders, and would leave words of the others.
    if session.file.membership != nil {
      throw .failed(StorageError.joined(path: session.file.path).failure)
    }
    if case .person(let id) = subject, let one = session.office.person(id), one.isActive {
      throw .usage(
        UsageFault(
          "\(one.handle) has not left: person edit \(one.handle) status=left comes first.", word: one.handle))
    }
    let words = try found(subject)
    if isForGood, !options.isDryRun, !words.texts.isEmpty {
      guard let person = session.person else {
        throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
      }
      let proposal = Proposal(verb: PersonEraseVerb.name, commands: [.eraseWords(EraseWords(words.texts))])
      do {
        try session.file.submit(session.submission(proposal.commands, of: proposal, by: person))
      } catch {
        switch error {
        case .refused(let refusal): throw .refused(refusal, verb: PersonEraseVerb.name, orders: [])
        case .failed(let failure): throw .failed(failure)
        }
      }
    }
    let isDone = isForGood && !options.isDryRun
    if options.isJSON {
      output.emit(Objects.erasing(words, isDone: isDone && !words.texts.isEmpty).text)
    } else {
      output.say(Wording(office: session.office, now: session.now).erasing(words, isDone: isDone))
    }
    return 0
  }

  private func found(_ subject: ErasedSubject) throws(ShellError) -> ErasedWords {
    do throws(StorageError) {
      switch subject {
      case .customer(let id):
        let found = try session.file.words(about: id)
        return ErasedWords(subject, texts: found.texts, orders: found.orders)
      case .person(let id):
        return ErasedWords(subject, texts: try session.file.words(about: id), orders: 0)
      }
    } catch {
      throw .failed(error.failure)
    }
  }
}
