public import Domain

/// Whose names and telephone numbers are erased.
public enum ErasedSubject: Hashable, Sendable {
  /// A customer's people: who may be called there and who rang about his orders.
  case customer(Customer.ID)
  /// Somebody who has left the office, and the technician that he was.
  case person(Person.ID)
}

/// What erasing comes to.
public struct ErasedWords: Hashable, Sendable {
  public let subject: ErasedSubject
  public let texts: [Identifier<PersonalText>]
  /// In how many orders they stand.
  public let orders: Int

  public init(_ subject: ErasedSubject, texts: [Identifier<PersonalText>], orders: Int) {
    self.subject = subject
    self.texts = texts
    self.orders = orders
  }
}
