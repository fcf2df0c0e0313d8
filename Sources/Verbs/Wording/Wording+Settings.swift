import Domain

/// Changes of the office's own settings, by the names under which they are set.
extension Wording {
  /// What changed from what: `atRisk 30 (was 25)`; nil for an event that sets no terms of the office.
  func settingsDone(_ event: Event, before: Office) -> String? {
    guard case .office(let change) = event else { return nil }
    let old = (profile: before.profile, limits: before.limits)
    switch change {
    case .profileChanged(let profile):
      return settings(OfficeFields.changes(from: old, to: (profile, before.limits)))
    case .limitsChanged(let limits):
      return settings(OfficeFields.changes(from: old, to: (before.profile, limits)))
    case .contractChanged(let contract):
      guard let was = before.contracts[contract.id] else { return nil }
      return terms(contract, was: was)
    case .founded, .taxonomyChanged, .zoneLearnt, .contractAdded, .onCallSet, .onCallRemoved, .templateSet,
      .templateRemoved, .sendingRuleSet, .sendingRuleRemoved, .dayClosed, .dayEnded, .deskOpened, .handover,
      .conflict,
      .console, .numbersLeased, .wordsErased:
      return nil
    }
  }

  private func settings(_ changes: [(name: String, was: String?, now: String?)]) -> String? {
    changes.isEmpty ? nil : "Office: \(told(changes))"
  }

  private func terms(_ contract: Contract, was: Contract) -> String? {
    let changes = Editing.differences(
      from: ContractFields.values(of: was), to: ContractFields.values(of: contract))
    if changes.isEmpty { return nil }
    return "Contract \(contract.name.clipped(32)): \(told(changes)); running clocks follow"
  }

  /// The first three of them: `atRisk 30 (was 25), speed 35 (was 30), 2 more`.
  private func told(_ changes: [(name: String, was: String?, now: String?)]) -> String {
    let shown = changes.prefix(3).map { change in
      "\(change.name) \((change.now ?? "none").clipped(32)) (was \((change.was ?? "none").clipped(32)))"
    }
    let more = changes.count > shown.count ? ", \(changes.count - shown.count) more" : ""
    return shown.joined(separator: ", ") + more
  }
}

extension ChangeOffice {
  /// The rule that it switches, and whether on, where it changes nothing else.
  var switched: (rule: AutomaticRule, isOn: Bool)? {
    guard profile == nil, trades == nil, let limits, var before = replacing?.limits else { return nil }
    let rules = AutomaticRule.allCases.filter { limits.isOn($0) != before.isOn($0) }
    guard rules.count == 1 else { return nil }
    before.turn(rules[0], on: limits.isOn(rules[0]))
    return before == limits ? (rules[0], limits.isOn(rules[0])) : nil
  }

  /// Whether it only makes a zone known that something else needs.
  var onlyLearnsZone: Bool { zone != nil && profile == nil && limits == nil && trades == nil }

  var words: CommandWords {
    if let switched {
      return CommandWords(
        RulesVerb.name, about: { _ in switched.rule.rawValue }, detail: { _ in switched.isOn ? "on" : "off" })
    }
    if let trades {
      let changed = trades.entries.filter { entry in replacing?.trades?.entries.contains(entry) == false }
      return CommandWords(OfficeTradeVerb.name, about: { _ in changed.first?.trade.name.clipped(24) })
    }
    return CommandWords(OfficeSetVerb.name, about: { settings(in: $0.office) })
  }

  /// The names of the settings that it changes, the first two.
  private func settings(in office: Office) -> String? {
    guard let seen = replacing else { return nil }
    let names = OfficeFields.changes(
      from: (seen.profile ?? office.profile, seen.limits ?? office.limits),
      to: (profile ?? office.profile, limits ?? office.limits)
    ).map(\.name)
    return names.isEmpty ? nil : names.prefix(2).joined(separator: ", ")
  }
}
