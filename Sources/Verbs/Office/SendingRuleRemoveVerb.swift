public import Domain

/// `sending-rule remove NAME`: such work is anybody's again.
public struct SendingRuleRemoveVerb: Verb {
  public static let name = "sending-rule.remove"
  public static let words = ["sending-rule", "remove"]
  public static let help = "Take a rule on who is sent away"
  public static let permission: Permission? = SetSendingRule.permission
  public static let parameters: [Parameter] = [.needed("name", .text)]

  let rule: SendingRule

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("name").trimmed
    let rules = context.office.sendingRules
    let beginning = rules.filter { !word.isEmpty && $0.name.folded.hasPrefix(word.folded) }
    guard let found = context.office.sendingRule(word) ?? (beginning.count == 1 ? beginning[0] : nil)
    else {
      throw UsageFault(
        "No rule is called \"\(word.clipped(24))\".", word: word,
        nearest: beginning.isEmpty ? Nearness.words(to: word, in: rules.map(\.name)) : beginning.map(\.name))
    }
    rule = found
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.setSendingRule(SetSendingRule(rule, isRemoved: true, replacing: rule))])
  }
}
