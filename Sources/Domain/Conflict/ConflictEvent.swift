/// What happens to conflicts: one arises where the office refuses what a console had done.
public enum ConflictEvent: Codable, Hashable, Sendable {
  case arose(Conflict)
  case changed(Conflict.ID, ConflictChange)
}

/// What happens to one conflict.
public enum ConflictChange: Codable, Hashable, Sendable {
  /// A later claim of the same console rested on what was refused, and fell with it.
  case grew(Conflict.LostSubmission)
  case settled(ConflictAnswer)
  /// The facts in it count: the office enters them by whoever told them, as of when he did.
  case accepted
  /// They are entered.
  case entered
  /// A settlement was taken back.
  case reopened
  case alertChanged(Alert.ID, AlertChange)
}

extension Office {
  public func conflict(_ id: Conflict.ID) -> Conflict? { conflicts.first { $0.id == id } }

  /// Those that nobody has settled, the oldest first.
  public var openConflicts: [Conflict] { conflicts.filter(\.isOpen) }

  mutating func apply(_ event: ConflictEvent, _ stamp: Stamp) {
    switch event {
    case .arose(var conflict):
      conflict.alertLives = beginning(of: conflict)
      conflicts.append(conflict)
    case .changed(let id, let change):
      guard let index = conflicts.firstIndex(where: { $0.id == id }) else { return }
      conflicts[index].apply(change, stamp)
    }
  }
}
