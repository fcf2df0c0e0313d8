import Domain

extension ImportedWork {
  /// Instants that come before what must have been earlier; accepted as they are and flagged.
  mutating func findContradictions() {
    contradictions = []
    for visit in visits {
      let steps: [(String, Timestamp?)] = [
        ("createdAt", logged.receivedAt), ("assignedAt", visit.assignedAt), ("acceptedAt", visit.acceptedAt),
        ("travellingAt", visit.travellingAt), ("onSiteAt", visit.onSiteAt), ("doneAt", visit.doneAt)
      ]
      note(steps)
    }
    note([("createdAt", logged.receivedAt), ("closedAt", closedAt)])
  }

  private mutating func note(_ steps: [(String, Timestamp?)]) {
    var before: (name: String, at: Timestamp)?
    for (name, instant) in steps {
      guard let at = instant else { continue }
      if let before, at < before.at {
        let words = "\(name) before \(before.name)"
        if !contradictions.contains(words) { contradictions.append(words) }
      }
      before = (name, at)
    }
  }
}
