public import Domain

/// `handover`: what the next dispatcher must know, made from the record.
public struct HandoverVerb: Verb {
  public static let name = "handover.show"
  public static let words = ["handover"]
  public static let help = "Show what the next shift must know, made from the record"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.handover) }
}
