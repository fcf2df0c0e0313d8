extension Conflict {
  /// The alert that stands for it until somebody settles it.
  func alert(in office: Office) -> Alert {
    let since = refusedAt ?? at
    let order = orders.lazy.compactMap { office.order($0) }.first
    return Alert(
      id: Alert.ID(.conflict, order: order?.number, conflict: id, cause: since), severity: .high,
      since: since, orderID: order?.id, technicianID: nil, evidence: .conflict(self),
      remedy: .settle)
  }
}

extension Office {
  /// How a conflict's alert begins: whoever was refused has it, as long as he acts here.
  func beginning(of conflict: Conflict, wasActive: Bool? = nil) -> [AlertLife]? {
    guard wasActive ?? person(conflict.person)?.isActive ?? false else { return nil }
    let alert = conflict.alert(in: self)
    var life = AlertLife(alert.id, at: alert.since)
    life.owner = conflict.person
    return [life]
  }

  /// Gives the alerts of conflicts that an older version wrote down the owners that they begin with; whether any had none.
  ///
  /// `wasActive` says whether somebody acted here when his conflict arose; nil where that is not known, and he had it
  /// then if he acts here now.
  public mutating func beginConflicts(wasActive: (Conflict) throws -> Bool?) rethrows -> Bool {
    let begun = try conflicts.map { conflict in
      var begun = conflict
      if conflict.alertLives == nil {
        begun.alertLives = beginning(of: conflict, wasActive: try wasActive(conflict))
      }
      return begun
    }
    defer { conflicts = begun }
    return begun != conflicts
  }

  /// The alerts for what consoles wanted and the office refused, each until it is settled.
  func conflictAlerts(at now: Timestamp) -> [Alert] {
    if conflicts.isEmpty { return [] }
    let terms = AlertTerms(self)
    return openConflicts.compactMap { conflict in
      conflict.alert(in: self).standing(conflict.alertLives ?? [], terms, learned: nil, at: now)
    }
  }

  /// The conflict alert of this id; nil once it is settled.
  func conflictAlert(_ id: Conflict.ID, at now: Timestamp) -> Alert? {
    conflictAlerts(at: now).first { $0.id.conflict == id }
  }
}
