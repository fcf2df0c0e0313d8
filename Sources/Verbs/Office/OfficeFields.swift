import Domain

/// The office's own settings as `FIELD=VALUE`: profile, limits, fees, rules.
enum OfficeFields {
  static let names =
    [
      "name", "zone", "currency", "dayEnds", "roadFactor", "speed", "atRisk", "acceptWithin",
      "acceptWithinP1", "seenWithin", "seenWithinP1", "offerWithin", "offerWithinP1",
      "checkInWithin", "stalledAfter", "unassignedAfter", "longHold", "riseAfter", "messageWait",
      "escalateAfter", "escalateAfterP1", "ownFor", "roomFrom", "breakMoves",
      "responseTarget", "fixTarget"
    ] + CancelReason.allCases.map { "fee.\($0.rawValue)" }
    + Rule.allCases.map { "rule.\($0.rawValue)" }
    + AutomaticRule.allCases.map { "auto.\($0.rawValue)" }

  /// The roles that plan, for each of which a rule may weigh otherwise.
  private static let planners = Role.allCases.filter { $0.may(.dispatchWork) }

  static func set(
    _ words: [String], profile: inout OfficeProfile, limits: inout Limits, in context: VerbContext
  )
    throws(UsageFault)
  {
    for (name, value) in try Editing.pairs(words) {
      let field = try name.contains(".") ? name : known(name)
      if try setProfile(field, value, &profile) { continue }
      if try setLength(field, value, &limits) { continue }
      try setRest(field, value, &limits)
    }
  }

  /// The settings as they are, in the form in which they are typed.
  static func values(of office: Office) -> [(name: String, value: String)] {
    values(office.profile, office.limits)
  }

  /// What two states of them differ in, each with what it was and what it is now.
  static func changes(
    from old: (profile: OfficeProfile, limits: Limits), to new: (profile: OfficeProfile, limits: Limits)
  ) -> [(name: String, was: String?, now: String?)] {
    Editing.differences(from: values(old.profile, old.limits), to: values(new.profile, new.limits))
  }

  private static func values(_ profile: OfficeProfile, _ limits: Limits) -> [(name: String, value: String)] {
    var values = [
      ("name", profile.name), ("zone", profile.zone), ("currency", profile.currency),
      ("dayEnds", profile.dayEnds.text), ("roadFactor", String(profile.roadFactorHundredths)),
      ("speed", String(profile.kilometresPerHour)), ("atRisk", String(limits.atRiskPercent)),
      ("seenWithin", limits.seenWithin.typed), ("seenWithinP1", limits.seenWithinP1.typed),
      ("offerWithin", limits.offerWithin.typed), ("offerWithinP1", limits.offerWithinP1.typed),
      ("acceptWithin", limits.acceptWithin.typed), ("acceptWithinP1", limits.acceptWithinP1.typed),
      ("checkInWithin", limits.checkInWithin.typed), ("stalledAfter", limits.stalledAfter.typed),
      ("unassignedAfter", limits.unassignedAfter.typed), ("longHold", String(limits.longHoldWorkingDays)),
      ("riseAfter", limits.riseAfter.typed), ("messageWait", "\(limits.messageWait.seconds)s"),
      ("escalateAfter", limits.escalateAfter.typed),
      ("escalateAfterP1", limits.escalateAfterP1.typed), ("ownFor", limits.ownFor.typed),
      ("roomFrom", limits.roomFrom.typed), ("breakMoves", limits.breaksMoveBy.typed),
      ("responseTarget", String(limits.responseTargetPercent)), ("fixTarget", String(limits.fixTargetPercent))
    ]
    for reason in CancelReason.allCases {
      if let fee = limits.cancelFees[reason] { values.append(("fee.\(reason.rawValue)", fee.text)) }
    }
    for rule in Rule.allCases {
      values.append(("rule.\(rule.rawValue)", limits.severity(of: rule).rawValue))
      for role in planners {
        guard let own = limits.severitiesByRole[rule]?[role] else { continue }
        values.append(("rule.\(rule.rawValue).\(role.rawValue)", own.rawValue))
      }
    }
    values += AutomaticRule.allCases.map { ("auto.\($0.rawValue)", limits.isOn($0) ? "on" : "off") }
    return values.map { (name: $0.0, value: $0.1) }
  }
}

extension OfficeFields {
  private static func known(_ name: String) throws(UsageFault) -> String {
    let folded = name.folded
    if let exact = names.first(where: { $0.folded == folded }) { return exact }
    let beginning = names.filter { !folded.isEmpty && $0.folded.hasPrefix(folded) }
    if beginning.count == 1 { return beginning[0] }
    throw UsageFault(
      "\"\(name.clipped(24))\" is no setting of the office.", word: name,
      nearest: Nearness.words(to: name, in: names))
  }

  private static func setProfile(
    _ name: String, _ value: String?, _ profile: inout OfficeProfile
  ) throws(UsageFault)
    -> Bool
  {
    switch name {
    case "name": profile.name = try needed(value, name)
    case "zone": profile.zone = try needed(value, name)
    case "currency":
      let code = try needed(value, name).uppercased()
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
        throw fault(value, "currency", "a code of three letters such as EUR")
      }
      profile.currency = code
    case "dayEnds":
      guard let time = TimeOfDay(value ?? "") else { throw fault(value, "time", "06:00 or such") }
      profile.dayEnds = time
    case "roadFactor": profile.roadFactorHundredths = try count(value, name, 100...300)
    case "speed": profile.kilometresPerHour = try count(value, name, 1...200)
    default: return false
    }
    return true
  }

  private static func setLength(
    _ name: String, _ value: String?, _ limits: inout Limits
  ) throws(UsageFault) -> Bool {
    let paths: [String: WritableKeyPath<Limits, Span>] = [
      "seenWithin": \.seenWithin, "seenWithinP1": \.seenWithinP1, "offerWithin": \.offerWithin,
      "offerWithinP1": \.offerWithinP1, "acceptWithin": \.acceptWithin, "acceptWithinP1": \.acceptWithinP1,
      "checkInWithin": \.checkInWithin,
      "stalledAfter": \.stalledAfter, "unassignedAfter": \.unassignedAfter,
      "riseAfter": \.riseAfter, "escalateAfter": \.escalateAfter, "escalateAfterP1": \.escalateAfterP1,
      "ownFor": \.ownFor, "roomFrom": \.roomFrom
    ]
    if name == "breakMoves" {
      guard let span = Span(typed: value ?? ""), (Span.zero...Span.hours(12)).contains(span) else {
        throw fault(value, "length", "0m, 90m or at most 12h")
      }
      limits.breakMoves = span
      return true
    }
    guard let path = paths[name] else { return false }
    guard let span = Span(typed: value ?? ""), span > .zero, span <= .days(30) else {
      throw fault(value, "length", Examples.lengths)
    }
    limits[keyPath: path] = span
    return true
  }

  private static func setRest(_ name: String, _ value: String?, _ limits: inout Limits) throws(UsageFault) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    if name == "messageWait" {
      let digits = (value ?? "").hasSuffix("s") ? String((value ?? "").dropLast()) : value ?? ""
      limits.messageWait = .seconds(Int64(try count(digits, name, 0...3_600)))
    } else if name == "atRisk" {
      limits.atRiskPercent = try count(value, name, 0...100)
    } else if name == "responseTarget" {
      limits.responseTargetPercent = try count(value, name, 0...100)
    } else if name == "fixTarget" {
      limits.fixTargetPercent = try count(value, name, 0...100)
    } else if name == "longHold" {
      limits.longHoldWorkingDays = try count(value, name, 1...365)
    } else if parts.count == 2, parts[0].lowercased() == "fee" {
      let reason: CancelReason = try Editing.field(parts[1])
      guard let value else {
        limits.cancelFees[reason] = nil
        return
      }
      guard let fee = Money(value), fee.hundredths >= 0 else { throw fault(value, "amount", "45.00 or such") }
      limits.cancelFees[reason] = fee
    } else if parts.count == 2, parts[0].lowercased() == "rule" {
      try setRule(parts[1], value, &limits)
    } else if parts.count == 2, parts[0].lowercased() == "auto" {
      let rule: AutomaticRule = try Editing.field(parts[1])
      guard let isOn = ["on": true, "off": false][value?.lowercased() ?? ""] else {
        throw fault(value, "switch", "on or off")
      }
      limits.turn(rule, on: isOn)
    } else {
      throw UsageFault(
        "\"\(name.clipped(24))\" is no setting of the office.", word: name,
        nearest: Nearness.words(to: name, in: names))
    }
  }

  /// `overlap=block` for everybody, `overlap.dispatcher=forbid` for a role; an empty one takes the role's word away.
  private static func setRule(_ name: String, _ value: String?, _ limits: inout Limits) throws(UsageFault) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let rule: Rule = try Editing.field(parts.first ?? "")
    var role: Role?
    if parts.count == 2 {
      guard let known = planners.first(where: { $0.rawValue == parts[1].folded }) else {
        let names = planners.map(\.rawValue).joined(separator: ", ")
        throw fault(parts[1], "role that plans", "one of \(names)")
      }
      role = known
    }
    if let role, value == nil {
      limits.severitiesByRole[rule]?[role] = nil
      if limits.severitiesByRole[rule]?.isEmpty ?? false { limits.severitiesByRole[rule] = nil }
      return
    }
    guard let severity = Severity(rawValue: value?.lowercased() ?? "") else {
      throw fault(value, "severity", "warn, block or forbid")
    }
    if let role {
      limits.severitiesByRole[rule, default: [:]][role] = severity
    } else {
      limits.severities[rule] = severity
    }
  }

  private static func needed(_ value: String?, _ name: String) throws(UsageFault) -> String {
    guard let value, !value.trimmed.isEmpty else { throw UsageFault("\(name) may not be empty.", word: name) }
    return value
  }

  private static func count(
    _ value: String?, _ name: String, _ range: ClosedRange<Int>
  ) throws(UsageFault) -> Int {
    guard let number = Int(value ?? ""), range.contains(number) else {
      throw fault(value, name, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func fault(_ word: String?, _ thing: String, _ expected: String) -> UsageFault {
    UsageFault("\"\((word ?? "").clipped(24))\" is no \(thing). It is \(expected).", word: word ?? "")
  }
}

extension Span {
  /// The shortest form in which people type it: `90m`, `2h`, `1d`.
  var typed: String {
    if seconds != 0, seconds % 86_400 == 0 { return "\(seconds / 86_400)d" }
    if seconds != 0, seconds % 3_600 == 0 { return "\(seconds / 3_600)h" }
    return "\(seconds / 60)m"
  }
}
