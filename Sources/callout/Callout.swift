import Curses
import Domain
import Foundation
import Settings
import Terminal
import Verbs

/// The program: without a verb it opens the console, with one it does that and ends.
@main
enum Callout {
  static func main() {
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// The exit status: 0 done, 1 refused, 2 wrong usage, 3 could not read, write or reach.
  private static func run(_ words: [String]) -> Int32 {
    let output = Output()
    var shell = Shell(output: output)
    do {
      let (options, rest) = try CommonOptions.split(words)
      shell.options = options
      var surroundings = try Surroundings()
      surroundings.set(
        database: options.database, person: options.person, isMono: options.hasNoColour || options.isPlain)
      if rest.isEmpty, !options.isHelp, !options.isVersion { return try console(surroundings, output) }
      return try shell.run(rest, surroundings)
    } catch let error as UsageFault {
      return shell.report(.usage(error), in: .unfounded)
    } catch let error as Failure {
      return shell.report(.failed(error), in: .unfounded)
    } catch {
      preconditionFailure("a shell ends with a usage fault or a failure")
    }
  }

  /// Opens the full-screen console on an office that is there.
  static func console(_ surroundings: Surroundings, _ output: Output) throws(Failure) -> Int32 {
    do { try CrashGuard.install() } catch {
      throw Failure(.noTerminal, subject: "signals", detail: "\(error)")
    }
    let session = try OfficeSession(surroundings)
    guard let person = session.person else {
      throw Failure(.cannotRead, subject: "person", detail: "--as HANDLE says who acts")
    }
    for problem in surroundings.problems { output.warn(problem.description) }
    return try Console(session, person: person).run()
  }
}
