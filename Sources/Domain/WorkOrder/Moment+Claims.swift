extension Moment {
  /// The warning for who acts on an order that somebody else works on; nil where there is nobody to be asked.
  ///
  /// A rule that acts by itself is not held up, nor is a technician with his own work.
  func brokenClaim(on order: WorkOrder) -> BrokenRule? {
    guard !isAutomatic, let claim = order.claim, claim.by != stamp.by, !order.isEnded,
      person?.role != .technician
    else { return nil }
    return BrokenRule(
      rule: .claimed, severity: office.limits.severity(of: .claimed, for: person?.role), order: order.number,
      technician: "",
      evidence: .claimed(by: office.person(claim.by)?.name.words ?? claim.by.description, since: claim.at))
  }

  /// Stops who has not said that he knows of the other's claim.
  func heed(_ claim: BrokenRule) throws(Refusal) {
    try enforce([claim], accepts: acceptsClaims)
  }
}

extension Office {
  /// Each order of a group of commands that somebody else works on, once.
  public func claims(on commands: [Command], against person: Person.ID) -> [BrokenRule] {
    // What is claimed does not depend on the instant.
    let stamp = Stamp(by: person, at: dayOpenedAt, console: ConsoleID(high: 0, low: 0))
    let moment = Moment(office: self, stamp: stamp)
    var claims: [BrokenRule] = []
    for claim in commands.compactMap({ $0.rule.brokenClaim(in: moment) }) where !claims.contains(claim) {
      claims.append(claim)
    }
    return claims
  }
}
