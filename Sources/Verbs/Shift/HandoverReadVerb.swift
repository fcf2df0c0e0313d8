public import Domain

/// `handover read [SECTION|all]`: says that one has read it.
public struct HandoverReadVerb: Verb {
  public static let name = "handover.read"
  public static let words = ["handover", "read"]
  public static let help = "Say that you have read a part of the handover, else the next one"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = [
    .optional("section", .choice(HandoverSection.allCases.map(\.rawValue) + ["all"]))
  ]

  let sections: [HandoverSection]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let unread = context.person.map { context.office.handover.unread(by: $0) } ?? []
    if arguments.text("section")?.folded == "all" {
      sections = HandoverSection.allCases
    } else if let section = try arguments.choice("section", HandoverSection.self) {
      sections = [section]
    } else {
      sections = Array(unread.prefix(1))
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.changeHandover(ChangeHandover(.read(sections)))])
  }
}
