/// Erases words about people for good, at the office and at every console that has them.
///
/// The ledger says which, by their ids; the words themselves are beside it, and gone.
public struct EraseWords: CommandRule {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.fact

  public var texts: [Identifier<PersonalText>]

  public init(_ texts: [Identifier<PersonalText>]) { self.texts = texts }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    texts.isEmpty ? [] : [.office(.wordsErased(texts))]
  }
}
