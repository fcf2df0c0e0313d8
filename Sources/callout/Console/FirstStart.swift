import Domain
import Foundation
import Settings
import Storage
import TUI
import Verbs

/// Before the console opens: an office that is not there yet, or has just been begun, is guided.
struct FirstStart {
  private static let setting = "guide"

  let surroundings: Surroundings
  let output: Output

  /// Where the guide keeps how far it has come, until it is through.
  private var placePath: String { surroundings.databasePath + ".guide" }

  /// The exit status of what was opened instead of the console; nil when the console's turn has come.
  func run() throws(ShellError) -> Int32? {
    guard isFullScreen else { return nil }
    let kept = TextFile.read(placePath).flatMap { GuidePlace(text: $0) }
    guard let office = try office() else { return try guide(nil, kept) }
    if kept != nil { return try guide(office.value, kept) }
    return office.isNew ? try guide(office.value, nil) : nil
  }

  /// `callout setup`: the guide again, whatever there is by now.
  func again() throws(ShellError) -> Int32 {
    guard isFullScreen else {
      throw .failed(Failure(.noTerminal, subject: "terminal", detail: "setup needs a full screen"))
    }
    let kept = TextFile.read(placePath).flatMap { GuidePlace(text: $0) }
    if let status = try guide(try office()?.value, kept) { return status }
    return try Callout.console(surroundings, output)
  }

  private var isFullScreen: Bool {
    let term = surroundings.environment["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !["", "dumb", "unknown"].contains(term)
  }

  /// The office in the file, and whether nothing has been done in it yet; nil where there is none.
  private func office() throws(ShellError) -> (value: Office, isNew: Bool)? {
    guard FileManager.default.fileExists(atPath: surroundings.databasePath) else { return nil }
    let session = try OfficeSession(surroundings)
    defer { session.file.close() }
    guard session.file.state.seq > 0 else { return nil }
    var isTold = true
    do { isTold = try session.file.setting(Self.setting) != nil } catch { isTold = true }
    return (session.office, session.file.state.seq == 1 && !isTold)
  }

  private func guide(_ office: Office?, _ place: GuidePlace?) throws(ShellError) -> Int32? {
    let end: GuideConsole.End
    do {
      end = try GuideConsole(surroundings, office: office, place: place, placePath: placePath).run()
    } catch {
      throw .failed(error)
    }
    switch end {
    case .left(let status): return status
    case .openDemo:
      var surroundings = surroundings
      surroundings.set(
        database: Demonstration.freePath(beside: surroundings.databasePath), person: nil, isMono: false)
      return Shell(output: output).run(["demo"], surroundings)
    case .openConsole:
      unlink(placePath)
      remember()
      return nil
    }
  }

  /// A guide that was gone through is not begun again by itself.
  private func remember() {
    do {
      let session = try OfficeSession(surroundings)
      defer { session.file.close() }
      try session.file.set(Self.setting, to: "done")
    } catch {
      return
    }
  }
}
