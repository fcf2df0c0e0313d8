import Domain
import Glibc
import Storage
import Sync
import TUI
import Verbs

/// Joining with a file that has joined already: the line had dropped before anything came, or the office has turned the
/// console away and lets its person in again.
extension Joining {
  /// The file of a console that has joined the office at this address; nil where there is none.
  func known(at address: OfficeAddress) -> OfficeFile? {
    let path = surroundings.databasePath
    guard access(path, F_OK) == 0 else { return nil }
    let file: OfficeFile
    do { file = try OfficeFile(opening: path, options: OfficeSession.options(surroundings)) } catch {
      return nil
    }
    if file.membership?.address == address.text { return file }
    file.close()
    return nil
  }

  /// Goes on with it, and with all that waits in it.
  func goOn(
    with file: OfficeFile, _ address: OfficeAddress, _ wish: NewMembership
  ) throws(ShellError) -> Int32 {
    try joinAnew(file, address, wish)
    return try finish(try OfficeSession.file(surroundings, loadsState: true))
  }

  /// Is another console of the same person from now on, where the office does not know this one any more. One that it
  /// knows stays what it is, as long as nothing has come: it goes on.
  private func joinAnew(
    _ file: OfficeFile, _ address: OfficeAddress, _ wish: NewMembership
  ) throws(ShellError) {
    defer { file.close() }
    do {
      try NextToken.settle(file.console(), beside: file.path)
      let client = try OfficeClient.of(file, at: address)
      guard try isTurnedAway(client, file) else {
        if file.state.seq == 0 { return }
        throw taken
      }
      let answer = try ask(client, wish, was: file.console())
      guard answer.log == file.identity.log else {
        throw Failure(.parted, subject: file.path, detail: ConsoleLink.Stop.otherOffice.rawValue)
      }
      guard answer.person == file.membership?.person else {
        throw ShellError.usage(
          UsageFault("The code is for somebody else than this file: join into another one.", word: "--code"))
      }
      if !answer.token.isEmpty { try NextToken.write(answer.token, of: answer.console, beside: file.path) }
      try file.become(answer.console)
      try NextToken.settle(answer.console, beside: file.path)
      // What was said of the one that was turned away holds no more: a window that keeps the line says it anew.
      LineNote.write(.behind, beside: file.path)
    } catch let error as ShellError {
      throw error
    } catch let error as StorageError {
      throw .failed(error.failure)
    } catch let error as Failure {
      throw .failed(error)
    } catch let error as OfficeClient.Trouble {
      throw .failed(error.failure(at: address))
    } catch {
      throw .failed(Failure(.cannotRead, subject: file.path, detail: "\(error)"))
    }
  }

  private func isTurnedAway(_ client: OfficeClient, _ file: OfficeFile) throws -> Bool {
    let pull = try file.standing().pull
    do throws(OfficeClient.Trouble) {
      _ = try client.post(.pull, pull, wanting: PullAnswer.self)
      return false
    } catch {
      if case .turnedAway = error { return true }
      throw error
    }
  }
}
