/// Asks for numbers that this console may give to orders without asking for each.
public struct LeaseNumbers: CommandRule {
  public static let permission = Permission.logWork
  public static let kind = CommandKind.fact

  /// The last number that the console gave away; 0 before the first.
  public var taken: Int

  public init(taken: Int) { self.taken = taken }

  /// None where it has enough left, or where there are none to be had any more: the office gives each order its
  /// number then.
  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let office = moment.office
    let console = moment.stamp.console
    let last = office.nextNumber + NumberLease.size - 1
    guard office.numbersLeft(to: console, after: taken) <= NumberLease.refillAt,
      last <= Office.numbers.upperBound
    else { return [] }
    return [.office(.numbersLeased(NumberLease(console: console, first: office.nextNumber, last: last)))]
  }
}
