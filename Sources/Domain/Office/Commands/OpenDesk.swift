/// Somebody sits down at a console and nobody was at another one: from here on the office sees what happens.
public struct OpenDesk: CommandRule {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.fact

  public init() {}

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    moment.office.deskOpenedAt == moment.now ? [] : [.office(.deskOpened)]
  }
}
