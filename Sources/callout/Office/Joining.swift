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

  func run(_ address: String, code: String) throws(ShellError) -> Int32 {
    let address = address.hasSuffix("/") ? String(address.dropLast()) : address
    let path = surroundings.databasePath
    let client = OfficeClient(address: address, token: nil)
    guard client.isAcceptable else {
      throw .usage(
        UsageFault(
          "\"\(address.prefix(60))\" cannot be joined: http://127.0.0.1:7420 is an address on this machine, and others need encryption, which is not there yet.",
          word: address))
    }
    // What stands there is not to be found out after the code is used up.
    guard access(path, F_OK) != 0, access(TokenFile.path(of: path), F_OK) != 0 else {
      throw .failed(Failure(.officeExists, subject: path, detail: "an office is there already"))
    }
    let answer: JoinAnswer
    do {
      answer = try client.post("/v1/join", JoinRequest(code: code), wanting: JoinAnswer.self)
    } catch {
      throw .failed(error.failure(at: address))
    }
    do throws(Failure) { try TokenFile.write(answer.token, beside: path) } catch { throw .failed(error) }
    let file: OfficeFile
    do throws(StorageError) {
      file = try OfficeFile.join(
        answer, address: address, at: path, options: OfficeSession.options(surroundings))
    } catch {
      throw .failed(error.failure)
    }
    defer { file.close() }
    var line = try OfficeLine.open(file)
    _ = line.run()
    if let trouble = line.trouble { throw .failed(trouble) }
    let state = file.state
    if options.isJSON {
      output.emit(Objects.joined(file.identity, entries: state.seq).text)
    } else {
      output.say(Wording(office: state.office, now: file.now).joined(answer.person, entries: state.seq))
    }
    return 0
  }
}

/// Sends what waits and takes in what is new, once.
struct Syncing {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  func run() throws(ShellError) -> Int32 {
    let file = session.file
    var line = try OfficeLine.open(file)
    _ = line.run()
    if let trouble = line.trouble { throw .failed(trouble) }
    if let failure = line.stop { throw .failed(failure) }
    let state = file.state
    if options.isJSON {
      output.emit(
        Objects.synced(
          pushed: line.pushed, pulled: line.pulled, pending: state.waiting,
          conflicts: state.office.openConflicts.count
        ).text)
    } else {
      output.say(
        Wording(office: state.office, now: session.now).synced(
          pushed: line.pushed, pulled: line.pulled, pending: state.waiting))
    }
    return 0
  }
}
