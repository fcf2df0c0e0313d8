import Domain
import Foundation
import Storage
import Synchronization
import TUI

extension BackRoom {
  /// Puts whoever acts on the list of who is at which console, and shows it.
  func announce() {
    announcedAt = .now
    let session = DeskSession(
      id: sessionID, person: person, terminal: Self.terminal(self.session.surroundings.environment),
      process: Int(getpid()), begunAt: begunAt, seenAt: self.session.now)
    // A disk that takes nothing is said by the next write; the list is then as old as its last word.
    do { try self.session.file.announce(session) } catch { return }
    tellSessions()
  }

  /// Once in a minute at most: that he has touched it since, or else only who else is there.
  func keepSession() {
    let isDue = announcedAt.map { .now - $0 >= .seconds(55) } ?? true
    if isDue, wasTouched.exchange(false, ordering: .relaxed) { announce() } else { tellSessions() }
  }

  /// Shows who is at the consoles, if that is not shown already.
  func tellSessions() {
    let sessions: [DeskSession]
    do { sessions = try session.file.sessions() } catch { return }
    guard sessions != shownSessions else { return }
    shownSessions = sessions
    post(.sessions(sessions))
  }

  /// Leaves the list of who is at a console, and says what was done at this one and where the ledger stood then.
  func leaveSession() {
    do {
      try session.file.leave(sessionID, at: session.now)
      try session.file.set(Self.madeHereName, to: "\(session.file.state.seq) \(madeHere.text)")
    } catch { return }
  }

  /// Goes on where the last console was left: as long as nobody has written anything since and nobody else is at one,
  /// what was done there is one's own to undo as before.
  func takeUpMadeHere() {
    do {
      guard try session.file.sessions().isEmpty, let said = try session.file.setting(Self.madeHereName)
      else { return }
      let parts = said.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, Int(parts[0]) == session.file.state.seq else { return }
      madeHere = MadeHere(parts[1]) ?? madeHere
    } catch { return }
  }

  private static let madeHereName = "made-here"

  /// Where it is shown: `pts/3`, and from which machine where it is another one.
  private static func terminal(_ environment: [String: String]) -> String {
    let name = ttyname(0).map { String(cString: $0) } ?? ""
    let short = name.hasPrefix("/dev/") ? String(name.dropFirst(5)) : name
    guard let from = environment["SSH_CONNECTION"]?.split(separator: " ").first else { return short }
    return "\(short) from \(from)"
  }
}
