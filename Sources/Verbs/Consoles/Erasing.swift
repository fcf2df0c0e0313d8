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

/// `customer erase NAME`: what is kept of a customer's people goes for good.
public struct CustomerEraseVerb: Verb {
  public static let name = "customer.erase"
  public static let words = ["customer", "erase"]
  public static let help = "Erase the names and numbers of a customer's people, everywhere"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [
    .needed("customer", .customer), .flag("for-good", "erases them; without it they are counted")
  ]

  let customer: Customer.ID
  let isForGood: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    customer = try context.customer(try arguments.needed("customer"))
    isForGood = arguments.has("for-good")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(.erase(.customer(customer), isForGood: isForGood))
  }
}

/// `person erase HANDLE`: what is kept of somebody who has left goes for good.
public struct PersonEraseVerb: Verb {
  public static let name = "person.erase"
  public static let words = ["person", "erase"]
  public static let help = "Erase the name and number of somebody who has left, everywhere"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [
    .needed("person", .person), .flag("for-good", "erases them; without it they are counted")
  ]

  let person: Person.ID
  let isForGood: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    person = try context.person(try arguments.needed("person"))
    isForGood = arguments.has("for-good")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(.erase(.person(person), isForGood: isForGood))
  }
}

extension Wording {
  /// What would be erased, what was, or that there is nothing.
  public func erasing(_ words: ErasedWords, isDone: Bool) -> String {
    let whose: String
    let verb: String
    switch words.subject {
    case .customer(let id):
      (whose, verb) = (office.customer(id)?.name ?? "nobody", "customer erase")
    case .person(let id): (whose, verb) = (office.person(id)?.handle ?? "nobody", "person erase")
    }
    if words.texts.isEmpty { return "No name or number of \(whose) is kept." }
    let count = "\(words.texts.count) \(words.texts.count == 1 ? "name or number" : "names and numbers")"
    let place = words.orders == 0 ? "" : ", in \(words.orders) \(words.orders == 1 ? "order" : "orders") too"
    if isDone {
      return "Erased \(count) of \(whose)\(place): here now, at each console with its next page. "
        + "Backups and files that were sent keep what they have."
    }
    return
      "\(count) of \(whose) are kept\(place). \(verb) … --for-good erases them; nothing brings them back."
  }
}

extension Objects {
  /// What `customer erase` and `person erase` answer.
  public static func erasing(_ words: ErasedWords, isDone: Bool) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("erased", isDone)
    object.add("texts", words.texts.count)
    object.add("orders", words.orders)
    return object.value
  }
}
