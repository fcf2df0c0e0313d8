/// What happens to the office as a whole.
public enum OfficeEvent: Codable, Hashable, Sendable {
  case founded(OfficeProfile, firstNumber: Int)
  case profileChanged(OfficeProfile)
  case limitsChanged(Limits)
  case taxonomyChanged(Taxonomy)
  case zoneLearnt(ZoneRules)
  case contractAdded(Contract)
  case contractChanged(Contract)
  case onCallSet(OnCallTurn)
  case onCallRemoved(OnCallTurn)
  case templateSet(MessageTemplate)
  case templateRemoved(MessageTemplate)
  case sendingRuleSet(SendingRule)
  case sendingRuleRemoved(SendingRule)
  /// The day is over: what has ended leaves the running day, but for what the desk has still to hand over.
  case dayClosed
  /// The same; what ended from this instant on stays until the next day's end.
  case dayEnded(keptFrom: Timestamp)
  /// The first console was opened, and nobody was at another one.
  case deskOpened
  case handover(HandoverEvent)
  case conflict(ConflictEvent)
  case numbersLeased(NumberLease)
  /// These words about people are to be found nowhere any more.
  case wordsErased([Identifier<PersonalText>])
  case console(ConsoleEvent)
}

extension OfficeEvent {
  /// Whether what has ended leaves the running day by it.
  public var endsDay: Bool {
    switch self {
    case .dayClosed, .dayEnded: true
    case .founded, .profileChanged, .limitsChanged, .taxonomyChanged, .zoneLearnt, .contractAdded,
      .contractChanged, .onCallSet, .onCallRemoved, .templateSet, .templateRemoved, .sendingRuleSet,
      .sendingRuleRemoved, .deskOpened, .handover, .conflict, .numbersLeased, .wordsErased, .console:
      false
    }
  }
}
