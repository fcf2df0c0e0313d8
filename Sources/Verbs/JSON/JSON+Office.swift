public import Domain

extension Objects {
  /// The office's own settings: its profile and the limits of its alerts and rules.
  public static func office(_ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("name", office.profile.name)
    object.add("zone", office.profile.zone)
    object.add("currency", office.profile.currency)
    object.add("dayEnds", office.profile.dayEnds.text)
    object.add("roadFactorHundredths", office.profile.roadFactorHundredths)
    object.add("kilometresPerHour", office.profile.kilometresPerHour)
    let limits = office.limits
    object.add("atRiskPercent", limits.atRiskPercent)
    object.add("acceptWithinSeconds", Int(limits.acceptWithin.seconds))
    object.add("acceptWithinP1Seconds", Int(limits.acceptWithinP1.seconds))
    object.add("checkInWithinSeconds", Int(limits.checkInWithin.seconds))
    object.add("stalledAfterSeconds", Int(limits.stalledAfter.seconds))
    object.add("unassignedAfterSeconds", Int(limits.unassignedAfter.seconds))
    object.add("longHoldWorkingDays", limits.longHoldWorkingDays)
    object.add("escalateAfterSeconds", Int(limits.escalateAfter.seconds))
    object.add("escalateAfterP1Seconds", Int(limits.escalateAfterP1.seconds))
    object.add("ownForSeconds", Int(limits.ownFor.seconds))
    object.add("roomFromSeconds", Int(limits.roomFrom.seconds))
    object.add("breakMovesSeconds", Int(limits.breaksMoveBy.seconds))
    object.add("riseAfterSeconds", Int(limits.riseAfter.seconds))
    let switches = AutomaticRule.allCases.map {
      JSONValue.Member($0.rawValue, .string(limits.isOn($0) ? "on" : "off"))
    }
    object.add("automaticRules", .object(switches))
    let rules = Rule.allCases.map { JSONValue.Member($0.rawValue, .string(limits.severity(of: $0).rawValue)) }
    object.add("rules", .object(rules))
    let byRole = Rule.allCases.compactMap { rule in
      limits.severitiesByRole[rule].map { own in
        let roles = Role.allCases.compactMap { role in
          own[role].map { JSONValue.Member(role.rawValue, .string($0.rawValue)) }
        }
        return JSONValue.Member(rule.rawValue, .object(roles))
      }
    }
    object.add("rulesByRole", .object(byRole))
    let fees = CancelReason.allCases.compactMap { reason in
      limits.cancelFees[reason].map { JSONValue.Member(reason.rawValue, .string($0.text)) }
    }
    object.add("cancelFees", .object(fees))
    return object.value
  }
}
