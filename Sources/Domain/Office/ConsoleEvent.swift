/// What happens to the consoles that may take part in an office.
///
/// The office says it by itself: no command comes to it, so that no console can say it of itself or of another.
public enum ConsoleEvent: Codable, Hashable, Sendable {
  /// Consoles on other machines may join from now on.
  case started
  /// A code was made that a person may join with, once and until then.
  case enrolled(Person.ID, until: Timestamp)
  case joined(ConsoleID, of: Person.ID, with: ConsoleEntrance)
  /// It is turned away from now on.
  case revoked(ConsoleID, of: Person.ID)
  /// What people make of the alert about a copied folder.
  case alertChanged(Alert.ID, AlertChange)
}

/// By what an office has let a console in.
public enum ConsoleEntrance: Codable, Hashable, Sendable {
  /// A code that somebody had made; nil for one of a file before schema 6.
  case code(by: Person.ID?)
  /// The account that asked on the office's own machine.
  case account
  /// It acted as another console until then: its folder is a copy of that one's.
  case copy(of: ConsoleID)
}

/// A console whose folder was copied from another one's: both take part, until one of them is revoked or somebody
/// says that it is meant so.
public struct CopiedConsole: Codable, Hashable, Sendable, Identifiable {
  public let id: ConsoleID
  /// Another one of the same folder, where the one that it was copied from does not take part any more.
  public fileprivate(set) var original: ConsoleID
  public let person: Person.ID
  public let since: Timestamp
  /// What people have made of its alert.
  public internal(set) var alertLives: [AlertLife]

  init(_ id: ConsoleID, of original: ConsoleID, _ person: Person.ID, since: Timestamp) {
    (self.id, self.original, self.person, self.since) = (id, original, person, since)
    alertLives = []
    // Nobody at the desk can tell whose folder it is.
    var life = AlertLife(alert.id, at: since)
    life.level = .supervisor
    alertLives = [life]
  }

  var isSettled: Bool { alertLives[alert.id]?.resolution != nil }

  /// The alert that stands for it.
  var alert: Alert {
    Alert(
      id: Alert.ID(.consoleCopied, console: id, cause: since), severity: .high, since: since, orderID: nil,
      technicianID: nil, evidence: .copied(self), remedy: .revoke)
  }
}

extension Office {
  public func copiedConsole(_ id: ConsoleID) -> CopiedConsole? { copiedConsoles.first { $0.id == id } }

  func copyAlerts(at now: Timestamp) -> [Alert] {
    if copiedConsoles.isEmpty { return [] }
    let terms = AlertTerms(self)
    return copiedConsoles.compactMap { copy in
      copy.alert.standing(copy.alertLives, terms, learned: nil, at: now)
    }
  }

  mutating func apply(_ event: ConsoleEvent, _ stamp: Stamp) {
    switch event {
    case .started, .enrolled, .joined(_, _, .code), .joined(_, _, .account): break
    case .joined(let console, let person, .copy(let original)):
      copiedConsoles.append(CopiedConsole(console, of: original, person, since: stamp.at))
    case .revoked(let console, _):
      turnAway(console)
    case .alertChanged(let alert, let change):
      guard let index = copiedConsoles.firstIndex(where: { $0.id == alert.console }) else { return }
      copiedConsoles[index].alertLives.apply(change, to: alert, stamp)
    }
  }
  /// The copies of it are from now on copies of what it was a copy of, or of the first of them: the rest of them stay
  /// too many.
  private mutating func turnAway(_ console: ConsoleID) {
    let before = copiedConsoles.first { $0.id == console }?.original
    let heir = before ?? copiedConsoles.first { $0.original == console }?.id
    copiedConsoles.removeAll { $0.id == console || (before == nil && $0.id == heir) }
    guard let heir else { return }
    for index in copiedConsoles.indices where copiedConsoles[index].original == console {
      copiedConsoles[index].original = heir
    }
  }
}
