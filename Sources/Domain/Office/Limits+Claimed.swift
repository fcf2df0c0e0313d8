extension Limits {
  /// These limits with what somebody changed who read them as `from`; refused when such a limit has changed since.
  func taking(_ to: Limits, from: Limits, of subject: Subject) throws(Refusal) -> Limits {
    var fields = ClaimedFields(self, from: from, to: to, of: subject)
    for (name, field) in Limits.spans { try fields.take(field, name) }
    for (name, field) in Limits.counts { try fields.take(field, name) }
    try fields.takeEach(\.cancelFees, "fee")
    try fields.takeEach(\.severities, "rule")
    try fields.takeEach(\.severitiesByRole, "rule")
    var taken = fields.result
    for rule in AutomaticRule.allCases where from.isOn(rule) != to.isOn(rule) {
      taken.turn(rule, on: to.isOn(rule))
    }
    return taken
  }

  /// The lengths, by the names under which they are set.
  private static var spans: [(String, WritableKeyPath<Limits, Span>)] {
    [
      ("seenWithin", \.seenWithin), ("seenWithinP1", \.seenWithinP1), ("acceptWithin", \.acceptWithin),
      ("acceptWithinP1", \.acceptWithinP1), ("offerWithin", \.offerWithin),
      ("offerWithinP1", \.offerWithinP1),
      ("checkInWithin", \.checkInWithin), ("stalledAfter", \.stalledAfter),
      ("unassignedAfter", \.unassignedAfter), ("escalateAfter", \.escalateAfter),
      ("escalateAfterP1", \.escalateAfterP1), ("ownFor", \.ownFor), ("roomFrom", \.roomFrom),
      ("breakMoves", \.breaksMoveBy),
      ("riseAfter", \.riseAfter), ("messageWait", \.messageWait)
    ]
  }

  private static var counts: [(String, WritableKeyPath<Limits, Int>)] {
    [
      ("atRisk", \.atRiskPercent), ("longHold", \.longHoldWorkingDays),
      ("responseTarget", \.responseTargetPercent), ("fixTarget", \.fixTargetPercent)
    ]
  }
}

extension OfficeProfile {
  /// The same for the profile.
  func taking(_ to: OfficeProfile, from: OfficeProfile, of subject: Subject) throws(Refusal) -> OfficeProfile
  {
    var fields = ClaimedFields(self, from: from, to: to, of: subject)
    try fields.take(\.name, "name")
    try fields.take(\.zone, "zone")
    try fields.take(\.currency, "currency")
    try fields.take(\.dayEnds, "dayEnds")
    try fields.take(\.roadFactorHundredths, "roadFactor")
    try fields.take(\.kilometresPerHour, "speed")
    return fields.result
  }
}

extension Taxonomy {
  /// The same for the trades, each by itself.
  func taking(_ to: Taxonomy, from: Taxonomy, of subject: Subject) throws(Refusal) -> Taxonomy {
    if self == from { return to }
    var result = self
    for trade in (from.entries + to.entries).map(\.trade) {
      let now = result[trade]
      if from[trade] == to[trade] || now == to[trade] { continue }
      if now != from[trade] { throw .changedSince(subject, field: "trade", now: trade.name) }
      guard let index = result.entries.firstIndex(where: { $0.trade == trade }) else {
        if let new = to[trade] { result.entries.append(new) }
        continue
      }
      if let new = to[trade] { result.entries[index] = new } else { result.entries.remove(at: index) }
    }
    return result
  }
}

extension Contract {
  /// The same for a contract.
  func taking(_ to: Contract, from: Contract) throws(Refusal) -> Contract {
    var fields = ClaimedFields(self, from: from, to: to, of: .contract(name))
    try fields.take(\.name, "name")
    try fields.take(\.tier, "tier")
    try fields.take(\.response, "response")
    try fields.take(\.hours, "hours")
    try fields.take(\.timeZone, "timeZone")
    try fields.takeEach(\.pauses, "pauses")
    try fields.take(\.levels, "levels")
    return fields.result
  }
}
