import Dispatch
import Domain
import Foundation
import Storage
import Sync
import Verbs

/// Makes a file that belongs to an office, and brings it up to date.
struct Joining {
  let surroundings: Surroundings
  let options: CommonOptions
  let output: Output

  func run(_ wish: NewMembership) throws(ShellError) -> Int32 {
    let path = surroundings.databasePath
    let address: OfficeAddress
    do { address = try OfficeAddress(wish.address) } catch { throw .usage(error) }
    try refuseImpossible(wish, address)
    if let known = known(at: address) { return try goOn(with: known, address, wish) }
    // What stands there is not to be found out after the code is used up.
    let places: [String] = [path, TokenFile.path(of: path), TrustFile.path(of: path)]
    guard places.allSatisfy({ access($0, F_OK) != 0 }) else { throw taken }
    let answer = try ask(OfficeClient(address: address, proof: .none, authority: wish.authority), wish)
    return try finish(try make(path, answer, address, wish))
  }

  var taken: ShellError {
    .failed(Failure(.officeExists, subject: surroundings.databasePath, detail: "an office is there already"))
  }

  func ask(
    _ client: OfficeClient, _ wish: NewMembership, was: ConsoleID? = nil
  ) throws(ShellError) -> JoinAnswer {
    do {
      return try client.post(
        .join,
        JoinRequest(
          code: Self.code(wish.code ?? ""), technician: wish.isForTechnician ? true : nil, was: was),
        wanting: JoinAnswer.self)
    } catch {
      if case .unreachable(let why) = error {
        throw .failed(Failure(.notLetIn, subject: client.address.text, detail: why))
      }
      if case .turnedAway = error, wish.code != nil {
        throw .failed(Failure(.codeNotTaken, subject: client.address.text, detail: ""))
      }
      throw .failed(error.failure(at: client.address))
    }
  }

  /// Takes in what the office has.
  func finish(_ file: OfficeFile) throws(ShellError) -> Int32 {
    defer { file.close() }
    var line = try OfficeLine.open(file)
    _ = line.run()
    if let trouble = line.trouble { throw .failed(trouble) }
    let state = file.state
    let report: TakenOverReport?
    do { report = try file.takenOver() } catch { throw .failed(error.failure) }
    let entries = state.seq - (report?.missing ?? 0)
    guard let member = file.membership?.person else {
      throw .failed(Failure(.notJoined, subject: file.path, detail: ""))
    }
    if options.isJSON {
      output.emit(Objects.joined(file.identity, entries: entries).text)
    } else {
      output.say(Wording(office: state.office, now: file.now).joined(member, entries: entries))
      if let words = Wording.takenOver(report) { output.say(words) }
    }
    return 0
  }

  /// A code as it was made, however it was read out and written down: in capitals, in groups.
  private static func code(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// A code is for who comes over the network; certificates are for an encrypted address.
  private func refuseImpossible(_ wish: NewMembership, _ address: OfficeAddress) throws(ShellError) {
    if wish.code == nil, !address.isSocket {
      throw .usage(UsageFault("join takes --code, which callout enrol at the office prints.", word: "join"))
    }
    if wish.authority != nil, !address.isEncrypted {
      throw .usage(UsageFault("--ca is for an https address: nothing is encrypted here.", word: "--ca"))
    }
  }

  /// The file of the new console, with what it proves itself with and whom it trusts beside it.
  private func make(
    _ path: String, _ answer: JoinAnswer, _ address: OfficeAddress, _ wish: NewMembership
  ) throws(ShellError) -> OfficeFile {
    do throws(Failure) {
      try Folder.make(for: path)
      if !answer.token.isEmpty { try TokenFile.write(answer.token, beside: path) }
      if let authority = wish.authority { try TrustFile.keep(authority, beside: path) }
    } catch {
      throw .failed(error)
    }
    do throws(StorageError) {
      return try OfficeFile.join(
        answer, address: address.text, at: path, options: OfficeSession.options(surroundings))
    } catch {
      throw .failed(error.failure)
    }
  }
}

/// Sends what waits and takes in what is new, once.
struct Syncing {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  func run(history: Bool) throws(ShellError) -> Int32 {
    let file = session.file
    var line = try OfficeLine.open(file)
    _ = line.run()
    if let trouble = line.trouble { throw .failed(trouble) }
    if let failure = line.stop { throw .failed(failure) }
    if history { try fetchHistory(line) }
    let hasPiece = DispatchSemaphore(value: 0)
    var courier = FileCourier(file, line.client) { hasPiece.signal() }
    while line.isIdle, courier.step(at: line.milliseconds) {
      _ = hasPiece.wait(timeout: .now() + .seconds(1))
    }
    let state = file.state
    if options.isJSON {
      output.emit(
        Objects.synced(
          pushed: line.pushed, pulled: line.pulled, pending: state.waiting,
          conflicts: state.office.openConflicts.count, filesSent: courier.sent, filesFetched: courier.fetched
        ).text)
    } else {
      output.say(
        Wording(office: state.office, now: session.now).synced(
          pushed: line.pushed, pulled: line.pulled, pending: state.waiting, filesSent: courier.sent,
          filesFetched: courier.fetched))
    }
    return 0
  }

  /// Fetches the entries that were taken over as rows, verifies that they lead to what was given, and folds them.
  private func fetchHistory(_ line: OfficeLine) throws(ShellError) {
    var fetched = 0
    do {
      guard let report = try session.file.takenOver() else { return }
      while let pull = try session.file.missingHistory() {
        let answer = try line.client.post(.pull, pull, wanting: PullAnswer.self)
        guard case .page(let page) = answer, !page.entries.isEmpty else {
          throw Failure(.parted, subject: session.file.path, detail: "its older entries are not there")
        }
        let isWhole = try session.file.fill(page)
        fetched += page.entries.count
        output.progress("\(min(fetched, report.missing)) of \(report.missing) older entries fetched")
        if isWhole { break }
      }
      let isSame = try session.file.foldHistory { [output] count, all in
        output.progress("\(count) of \(all) entries folded")
      }
      output.endProgress()
      let words = Wording.historyFetched(min(fetched, report.missing), isSame: isSame)
      if !isSame { output.warn(words) } else if !options.isJSON { output.say(words) }
    } catch let error as StorageError {
      throw .failed(error.failure)
    } catch let error as OfficeClient.Trouble {
      throw .failed(error.failure(at: line.client.address))
    } catch let error as Failure {
      throw .failed(error)
    } catch {
      throw .failed(Failure(.cannotRead, subject: session.file.path, detail: "\(error)"))
    }
  }
}
