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

  enum Turn {
    /// What was opened instead of the console is over, with this exit status.
    case over(Int32)
    /// The console's turn, on a file that is open already and not yet loaded, or on one to be opened.
    case console(OfficeFile?)
  }

  /// Guides whoever needs it, and says whose turn it is then.
  func run() throws(ShellError) -> Turn {
    guard isFullScreen else { return .console(nil) }
    let kept = TextFile.read(placePath).flatMap { GuidePlace(text: $0) }
    guard let file = try fileWithOffice() else { return turn(after: try guide(nil, kept)) }
    if file.membership != nil { return .console(file) }
    if kept == nil, try !isUntouched(file) { return .console(file) }
    return turn(after: try guide(try office(in: file), kept))
  }

  private func turn(after status: Int32?) -> Turn { status.map(Turn.over) ?? .console(nil) }

  /// `callout setup`: the guide again, whatever there is by now.
  func again() throws(ShellError) -> Int32 {
    guard isFullScreen else {
      throw .failed(Failure(.noTerminal, subject: "terminal", detail: "setup needs a full screen"))
    }
    let kept = TextFile.read(placePath).flatMap { GuidePlace(text: $0) }
    var office: Office?
    if let file = try fileWithOffice() { office = try self.office(in: file) }
    if let status = try guide(office, kept) { return status }
    return try Callout.console(surroundings, output)
  }

  private var isFullScreen: Bool { Self.hasScreen(surroundings) }

  /// Whether there is a terminal that can be drawn on.
  static func hasScreen(_ surroundings: Surroundings) -> Bool {
    let term = surroundings.environment["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !["", "dumb", "unknown"].contains(term)
  }

  /// The file, open and not loaded; nil where there is none, or no office in it and none that it has joined.
  private func fileWithOffice() throws(ShellError) -> OfficeFile? {
    guard FileManager.default.fileExists(atPath: surroundings.databasePath) else { return nil }
    let file = try OfficeSession.file(surroundings, loadsState: false)
    do throws(StorageError) {
      let hasEntries = try file.lastEntry() > 0
      if hasEntries || file.membership != nil { return file }
    } catch {
      throw .failed(error.failure)
    }
    file.close()
    return nil
  }

  /// Whether nothing has been done in an office since it was founded, the guide included.
  private func isUntouched(_ file: OfficeFile) throws(ShellError) -> Bool {
    do throws(StorageError) {
      if try file.lastEntry() > 1 { return false }
      return try file.setting(Self.setting) == nil
    } catch {
      throw .failed(error.failure)
    }
  }

  /// The office in an open file, which is closed: the guide opens it as often as it writes.
  private func office(in file: OfficeFile) throws(ShellError) -> Office {
    defer { file.close() }
    do { return try file.load().office } catch { throw .failed(error.failure) }
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
        database: MadeUpDays.freePath(beside: surroundings.databasePath), person: nil, isMono: false)
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
