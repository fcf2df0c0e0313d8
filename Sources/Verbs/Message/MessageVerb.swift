public import Domain

/// `message ORDER… TEMPLATE|WORDS [--to customer|technician|PERSON]`: words to somebody about an order.
public struct MessageVerb: Verb {
  public static let name = "work-order.message"
  public static let words = ["message"]
  public static let help = "Write to the customer or the technician; --dry-run shows it first"
  public static let permission: Permission? = SendMessage.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("text", .longText, "a template's name, or free words with {fields}"),
    .option("to", .text, "customer, technician, or a person by handle")
  ]

  let orders: [OrderReference]
  let content: SendMessage.Content
  let party: MessageParty
  let person: Person.ID?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let text = try arguments.needed("text")
    let template = context.office.templateNames.first { $0 == text.lowercased() }
    content = template.map { .template($0) } ?? .words(text)
    if template == nil { try MessageVerb.check(text, among: context.office.templateNames) }
    let usual = template.flatMap { context.office.template($0) }?.party ?? .customer
    guard let to = arguments.text("to") else {
      (party, person) = (usual, nil)
      return
    }
    let choices = MessageParty.allCases.filter { !to.folded.isEmpty && $0.rawValue.hasPrefix(to.folded) }
    if choices.count == 1 {
      (party, person) = (choices[0], nil)
    } else {
      (party, person) = (usual, try context.person(to))
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let found = try context.orders(orders)
    let commands = found.flatMap { order in
      (tellsTime ? Telling.untrue(of: order, with: Self.name) : [])
        + [.sendMessage(order.id, context.message(to: party, person: person, content, of: order))]
    }
    return Self.proposal(commands, orders: found.map(\.number))
  }

  /// Whether it tells the customer when somebody comes, which no two mails are to say in two ways.
  private var tellsTime: Bool {
    guard case .template(let name) = content, party == .customer else { return false }
    return name == "time" || name == "late"
  }

  /// One word that is no template is a slip: it would go out as it stands.
  private static func check(_ text: String, among templates: [String]) throws(UsageFault) {
    if !text.trimmed.contains(where: \.isWhitespace) {
      throw UsageFault(
        "\"\(text.clipped(24))\" is no template. They are \(templates.joined(separator: ", ")).", word: text,
        nearest: Nearness.words(to: text, in: templates))
    }
    try check(text)
  }

  /// Refuses a merge field that there is not, with the nearest one.
  static func check(_ text: String) throws(UsageFault) {
    guard let name = MergeText(text).unknown.first else { return }
    let all = MergeField.allCases.map(\.rawValue)
    throw UsageFault(
      "\"{\(name.clipped(24))}\" is no merge field. They are \(all.joined(separator: ", ")).", word: name,
      nearest: Nearness.words(to: name, in: all))
  }
}
