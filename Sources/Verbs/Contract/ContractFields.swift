import Domain

/// Every term of a contract as `FIELD=VALUE`, the levels of service included.
enum ContractFields {
  static let names = [
    "name", "tier", "response", "hours", "zone", "holidays", "pauses", "P1", "P2", "P3", "P4", "P1.reactive",
    "P1.planned", "P1.inspection", "P1.installation"
  ]

  /// Sets what the words say.
  static func set(_ words: [String], on contract: inout Contract, in context: VerbContext) throws(UsageFault)
  {
    var levels: [(LevelName, String?)] = []
    for (name, value) in try Editing.pairs(words) {
      if let level = LevelName(name) {
        levels.append((level, value))
        continue
      }
      switch name.folded {
      case "name": contract.name = value ?? ""
      case "tier": contract.tier = try tier(value)
      case "response":
        guard let meaning = ResponseMeaning.allCases.first(where: { $0.rawValue.folded == value?.folded })
        else {
          throw fault(value, "response", "assigned or onSite")
        }
        contract.response = meaning
      case "hours": contract.hours = try Arguments.hours(value ?? "")
      case "zone", "timezone": contract.timeZone = value
      case "holidays": contract.hours = contract.hours.closed(on: try days(value))
      case "pauses": contract.pauses = try pauses(value, contract.pauses)
      default:
        throw UsageFault(
          "\"\(name.clipped(24))\" is no field of a contract.", word: name,
          nearest: Nearness.words(to: name, in: names))
      }
    }
    // A day of a level is one of the hours that the same words may have changed.
    for (level, value) in levels { try setLevel(level, value, on: &contract) }
  }

  /// The terms as they are, in the form in which they are typed.
  static func values(of contract: Contract) -> [(name: String, value: String)] {
    let pauses = HoldReason.allCases.map { "\($0.rawValue):\(Sheets.pause(contract.pauses[$0]))" }
    let holidays = contract.hours.holidays.map(\.iso).joined(separator: ",")
    return [
      ("name", contract.name), ("tier", contract.tier?.rawValue ?? "none"),
      ("response", contract.response.rawValue), ("hours", contract.hours.text),
      ("zone", contract.timeZone ?? "none"), ("holidays", holidays.isEmpty ? "none" : holidays),
      ("pauses", pauses.joined(separator: ","))
    ] + contract.levels.map { (Sheets.name(of: $0), Sheets.times(of: $0)) }
  }

  /// `P2` for every service, `P2.inspection` for one.
  struct LevelName {
    let priority: Priority
    let service: ServiceType?

    init?(_ name: String) {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard let first = parts.first, first.first == "P" || first.first == "p", let priority = Priority(first)
      else {
        return nil
      }
      self.priority = priority
      if parts.count == 1 {
        service = nil
      } else {
        guard parts.count == 2, let service = ServiceType(rawValue: parts[1].lowercased()) else { return nil }
        self.service = service
      }
    }
  }
}

extension ContractFields {
  private static func fault(_ word: String?, _ thing: String, _ expected: String) -> UsageFault {
    UsageFault("\"\((word ?? "").clipped(24))\" is no \(thing). It is \(expected).", word: word ?? "")
  }

  private static func tier(_ value: String?) throws(UsageFault) -> Tier? {
    guard let value, value.lowercased() != "none" else { return nil }
    guard let tier = Tier(rawValue: value.lowercased()) else {
      throw fault(value, "tier", "gold, silver, standard or none")
    }
    return tier
  }

  private static func days(_ value: String?) throws(UsageFault) -> [CivilDate] {
    var days: [CivilDate] = []
    for word in (value ?? "").split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let day = CivilDate(iso: String(word)) else {
        throw fault(String(word), "day", "a day such as 2026-12-25")
      }
      days.append(day)
    }
    return days
  }

  /// `parts:fix,access:both,vendor:none`; what is not named stays as it is.
  private static func pauses(
    _ value: String?, _ known: [HoldReason: ClockSet]
  ) throws(UsageFault)
    -> [HoldReason: ClockSet]
  {
    var pauses = known
    for word in (value ?? "").split(whereSeparator: { $0 == "," || $0 == " " }) {
      let parts = word.split(separator: ":").map(String.init)
      let expected = "parts:fix, access:both, weather:none and so on"
      guard parts.count == 2, let reason = HoldReason(rawValue: parts[0].lowercased()) else {
        throw fault(String(word), "pause", expected)
      }
      switch parts[1].lowercased() {
      case "fix": pauses[reason] = .fix
      case "response": pauses[reason] = .response
      case "both": pauses[reason] = .both
      case "none": pauses[reason] = nil
      default: throw fault(String(word), "pause", expected)
      }
    }
    return pauses
  }

  /// `4h/8h`, `8h/2d`, `1h/2h/24x7`, `none`; a day is a working day of the contract's hours, 24 hours round the clock.
  private static func setLevel(
    _ name: LevelName, _ value: String?, on contract: inout Contract
  ) throws(UsageFault) {
    let index = contract.levels.firstIndex { $0.priority == name.priority && $0.service == name.service }
    guard let value, value.lowercased() != "none" else {
      if let index { contract.levels.remove(at: index) }
      return
    }
    let parts = value.split(separator: "/", maxSplits: 2).map(String.init)
    let expected = "respond/fix such as 4h/8h, with /24x7 round the clock, or none"
    let hours = parts.count == 3 ? OpeningHours.always : contract.hours
    guard parts.count >= 2, let response = Span(typed: parts[0], daysOf: hours),
      let fix = Span(typed: parts[1], daysOf: hours), parts.count == 2 || parts[2] == "24x7",
      response > .zero, fix > .zero
    else { throw fault(value, "level", expected) }
    let level = ServiceLevel(
      priority: name.priority, service: name.service, response: response, fix: fix,
      isRoundTheClock: parts.count == 3)
    if let index { contract.levels[index] = level } else { contract.levels.append(level) }
    contract.levels.sort {
      ($0.priority, $0.service?.rawValue ?? "") < ($1.priority, $1.service?.rawValue ?? "")
    }
  }
}

extension Span {
  /// A length in which a day is a working day of the hours.
  fileprivate init?(typed text: String, daysOf hours: OpeningHours) {
    let parts = text.split(separator: "d", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      self.init(typed: text)
      return
    }
    guard (1...4).contains(parts[0].count), let days = Int64(parts[0]), days >= 0,
      let rest = parts[1].isEmpty ? .zero : Span(typed: parts[1])
    else { return nil }
    let workday = WorkCalendar(hours: hours, zone: .utc).workday
    self = .seconds(days * workday.seconds) + rest
  }
}

extension ContractFields {
  /// What is odd about a contract as it would stand, and may still be meant.
  static func warnings(_ contract: Contract, from seen: Contract?, in office: Office) -> [String] {
    var warnings = contract.levels.filter { $0.fix < $0.response && !(seen?.levels.contains($0) ?? false) }
      .map {
        "\(contract.name.clipped(24)) \($0.priority.text): the fix, \(TimeWords.agreed($0.fix)), is due before the "
          + "response, \(TimeWords.agreed($0.response))."
      }
    if let tier = contract.tier, tier != seen?.tier {
      let others = office.contracts.inOrder.filter { $0.tier == tier && $0.id != contract.id }.map(\.name)
      if !others.isEmpty {
        warnings.append(
          "\(others.joined(separator: ", ").clipped(40)) is of the tier \(tier.rawValue) too: customers of the tier "
            + "without a contract of their own have one of them; tier=none leaves it to those who are given it."
        )
      }
    }
    return warnings
  }
}
