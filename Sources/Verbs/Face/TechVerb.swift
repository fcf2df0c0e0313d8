public import Domain

/// `tech`: a technician's own work, one key for each step.
public struct TechVerb: Verb {
  public static let name = "desk.tech"
  public static let words = ["tech"]
  public static let help = "Show a technician his own work, one key for each step, also on a phone"
  public static let permission: Permission? = .reportWork
  public static let parameters: [Parameter] = [
    .option("office", .text, "unix:PATH; first and alone: what the key of a technician's account runs")
  ]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    // With it the program has gone its own way before any verb is read.
    guard let office = arguments.text("office") else { return }
    throw UsageFault(
      "--office stands first and alone: callout tech --office \(office.clipped(40))", word: office)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if let person = context.person { try context.office.acting(person) }
    return .chore(.tech)
  }
}
