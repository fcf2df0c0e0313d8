import Domain
import Settings
import TUI
import Verbs

extension Callout {
  /// Opens the supervisor's wall on an office that is open.
  static func board(_ session: OfficeSession, turnSeconds: Int, _ output: Output) throws(ShellError) -> Int32
  {
    try console(session, showing: .wall(Wall()), turning: turnSeconds, output)
  }

  /// Opens the face of the technician who acts, on an office that is open.
  static func tech(_ session: OfficeSession, _ output: Output) throws(ShellError) -> Int32 {
    guard let person = session.office.person(session.person) else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says which technician.", word: "--as"))
    }
    guard let technician = person.technician else {
      let words =
        "\(person.handle) is no technician: --as HANDLE names one, technician add NAME --handle HANDLE makes one."
      throw .usage(UsageFault(words, word: person.handle))
    }
    return try open(.pocket(Pocket(technician)), session, output)
  }

  /// Opens the helpdesk's calls on an office that is open.
  static func call(_ session: OfficeSession, _ output: Output) throws(ShellError) -> Int32 {
    try open(.calls(CallDesk()), session, output)
  }

  /// As a screen, or as lines where somebody listens to it.
  private static func open(
    _ face: Face, _ session: OfficeSession, _ output: Output
  ) throws(ShellError) -> Int32 {
    guard session.surroundings.configuration.plain.value, let person = session.person else {
      return try console(session, showing: face, output)
    }
    do { return try PlainConsole(session, person: person, showing: face, output).run() } catch {
      throw .failed(error)
    }
  }
}
