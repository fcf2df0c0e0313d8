import Curses
import Domain
import Foundation
import Settings
import TUI
import Terminal
import Verbs

/// The program: without a verb it opens the console, with one it does that and ends.
@main
enum Callout {
  static func main() {
    Heap.share()
    umask(0o077)
    do { try CrashGuard.install() } catch { Output().warn("Crashes are not caught: \(error)") }
    let output = Output()
    let status = run(Array(CommandLine.arguments.dropFirst()), output)
    guard let loss = output.loss else { exit(status) }
    let why = String(cString: strerror(loss))
    output.warn("What was asked for is not whole: standard output cannot be written (\(why)).")
    exit(status == 0 ? 3 : status)
  }

  /// The exit status: 0 done, 1 refused, 2 wrong usage, 3 could not read, write or reach.
  private static func run(_ words: [String], _ output: Output) -> Int32 {
    var shell = Shell(output: output)
    do throws(ShellError) {
      if let forced = try forced(words) { return try forced.run(output) }
      let (options, rest) = try split(words)
      shell.options = options
      var surroundings: Surroundings
      do { surroundings = try Surroundings() } catch { throw .usage(error) }
      surroundings.set(
        database: options.database, person: options.person, isMono: options.hasNoColour || options.isPlain,
        isPlain: options.isPlain)
      if rest.isEmpty, !options.isHelp, !options.isVersion {
        let begun = FirstStart(surroundings: surroundings, output: output)
        switch try begun.run() {
        case .over(let status): return status
        case .console(let file?): return try console(OfficeSession(surroundings, loading: file), output)
        case .console(nil): return try console(surroundings, output)
        }
      }
      return shell.run(rest, surroundings)
    } catch {
      return shell.report(error, in: .unfounded, at: Timestamp(seconds: 0))
    }
  }

  private static func forced(_ words: [String]) throws(ShellError) -> ForcedFace? {
    do { return try ForcedFace(words) } catch { throw .usage(error) }
  }

  private static func split(_ words: [String]) throws(ShellError) -> (CommonOptions, [String]) {
    do { return try CommonOptions.split(words) } catch { throw .usage(error) }
  }

  /// Opens the full-screen console on an office that is there; for a technician his own face.
  static func console(_ surroundings: Surroundings, _ output: Output) throws(ShellError) -> Int32 {
    try console(OfficeSession(surroundings), output)
  }

  /// The same on an office that is open; with a player its day goes on for as long as the console is there.
  static func console(
    _ session: OfficeSession, playing player: LivePlayer? = nil, showing face: Face = .console,
    turning seconds: Int = 0, _ output: Output
  ) throws(ShellError) -> Int32 {
    guard let person = session.person else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
    // A technician's own face is all of an office that is his to see, whichever file he holds.
    if case .console = face, session.office.hasScope(person) { return try tech(session, output) }
    for problem in session.surroundings.problems { output.warn(problem.description) }
    do {
      return try Console(session, person: person, playing: player, showing: face, turning: seconds).run()
    } catch {
      throw .failed(error)
    }
  }
}
