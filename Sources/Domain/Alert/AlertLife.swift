/// What people and rules have made of an alert; kept with the order or the customer that it is about.
public struct AlertLife: Codable, Hashable, Sendable {
  public let alert: Alert.ID
  /// Who has taken it; nil for nobody.
  public var owner: Person.ID?
  public var snoozedUntil: Timestamp?
  public var level = AlertLevel.desk
  /// The levels to which a rule has raised it: an undone one is not raised to again.
  public var raisedTo: [AlertLevel] = []
  public var resolution: AlertResolution?
  /// When any of it last changed; the terms count from here.
  public var changedAt: Timestamp

  public init(_ alert: Alert.ID, at: Timestamp) {
    self.alert = alert
    changedAt = at
  }
}

extension AlertLife: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    alert = try fields.alert
    owner = try fields.owner
    snoozedUntil = try fields.snoozedUntil
    level = try fields.level
    raisedTo = try fields.raisedTo
    resolution = try fields.resolution
    changedAt = try fields.changedAt
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("alert", alert)
    fields.put("owner", owner)
    fields.put("snoozedUntil", snoozedUntil)
    fields.put("level", level)
    fields.put("raisedTo", raisedTo)
    fields.put("resolution", resolution)
    fields.put("changedAt", changedAt)
  }
}

/// Who must see to an alert: whoever is at the desk, then those above.
public enum AlertLevel: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case desk, supervisor, owner

  /// The next one up; nil at the top.
  public var above: AlertLevel? {
    switch self {
    case .desk: .supervisor
    case .supervisor: .owner
    case .owner: nil
    }
  }
}

/// That somebody has settled an alert although its cause is still there, and how.
public struct AlertResolution: Codable, Hashable, Sendable {
  public let note: String
  public let by: Person.ID
  public let at: Timestamp

  public init(note: String, by: Person.ID, at: Timestamp) {
    self.note = note
    self.by = by
    self.at = at
  }
}

extension AlertResolution: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    note = try fields.note
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("note", note)
    fields.put("by", by)
    fields.put("at", at)
  }
}

/// One thing that happens to an alert.
public enum AlertChange: Codable, Hashable, Sendable {
  /// Somebody has it from now on, or nobody.
  case owned(Person.ID?)
  case snoozed(until: Timestamp)
  case resolved(note: String)
  case escalated(AlertLevel)
  /// It is as it was, by an undo.
  case restored(AlertLife?)
}

extension [AlertLife] {
  subscript(alert: Alert.ID) -> AlertLife? { first { $0.alert == alert } }

  /// Folds a change in. Total, like every fold.
  mutating func apply(_ change: AlertChange, to alert: Alert.ID, _ stamp: Stamp) {
    let index = firstIndex { $0.alert == alert } ?? endIndex
    if index == endIndex { append(AlertLife(alert, at: stamp.at)) }
    self[index].changedAt = stamp.at
    switch change {
    case .owned(let person):
      self[index].owner = person
      self[index].snoozedUntil = nil
    case .snoozed(let until):
      self[index].snoozedUntil = until
      self[index].owner = self[index].owner ?? stamp.by
    case .resolved(let note):
      self[index].resolution = AlertResolution(note: note, by: stamp.by, at: stamp.at)
    case .escalated(let level):
      self[index].level = level
      self[index].raisedTo.append(level)
      self[index].owner = nil
      self[index].snoozedUntil = nil
    case .restored(let before):
      // As if nothing had been done about it, so that its term goes on from where it was. Only what a rule has done
      // is remembered, as it is not to be done again.
      let raised = self[index].raisedTo
      if before == nil, raised.isEmpty {
        remove(at: index)
        return
      }
      self[index] = before ?? AlertLife(alert, at: stamp.at)
      self[index].raisedTo = raised
    }
  }
}
