public import Domain

/// `handover drop N`: takes a line added by hand away again.
public struct HandoverDropVerb: Verb {
  public static let name = "handover.drop"
  public static let words = ["handover", "drop"]
  public static let help = "Take a line that was added by hand out of the handover"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = [.needed("line", .number, "1 is the first of them")]

  let line: HandoverLine.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let number = try arguments.number("line") ?? 0
    let lines = context.office.handover.lines
    guard lines.indices.contains(number - 1) else {
      let there = lines.isEmpty ? "none was added" : "there are 1 to \(lines.count)"
      throw UsageFault("The handover has no line \(number) by hand: \(there).", word: String(number))
    }
    line = lines[number - 1].id
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.changeHandover(ChangeHandover(.remove(line)))])
  }
}
