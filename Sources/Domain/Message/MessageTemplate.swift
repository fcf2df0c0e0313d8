/// A text for many orders, with merge fields; for everybody, or for one customer, tier or language.
public struct MessageTemplate: Codable, Hashable, Sendable {
  /// The name people type: `time`, `held`.
  public var name: String
  public var party: MessageParty
  public var text: String
  public var customer: Customer.ID?
  public var tier: Tier?
  /// The language as its code: `de`.
  public var language: String?

  public init(
    _ name: String, to party: MessageParty, _ text: String, customer: Customer.ID? = nil, tier: Tier? = nil,
    language: String? = nil
  ) {
    self.name = name
    self.party = party
    self.text = text
    self.customer = customer
    self.tier = tier
    self.language = language
  }

  /// Whether it is the variant of the same name for the same people.
  public func isSameVariant(as other: MessageTemplate) -> Bool {
    name == other.name && customer == other.customer && tier == other.tier && language == other.language
  }

  public static let longestText = 1_000

  /// The name of the one that tells a caller that his call is on record.
  public static let receipt = "received"

  /// The name of the one that tells a technician that he has a visit, and asks for his yes.
  public static let visit = "visit"

  /// The name of the one that tells a customer who takes care of his order.
  static let assigned = "assigned"

  /// The name of the one that tells a customer that his order is put off.
  public static let postponed = "postponed"

  /// The name of the one that tells a customer that somebody is on the way to him.
  static let onTheWay = "on-the-way"

  /// The names of those that tell a customer when somebody who has set out comes.
  static let announcing: Set<String> = [onTheWay, "late"]

  /// The name of the one that tells a technician that a visit which he has heard of is his no longer.
  public static let gone = "gone"

  /// The name of the one that tells a customer that his order is called off.
  public static let calledOff = "cancelled"
}

/// Who a template speaks to.
public enum MessageParty: String, Codable, Hashable, Sendable, CaseIterable {
  case customer, technician
}

extension MessageTemplate {
  /// What every office has until it says otherwise, in the order of the digits that choose them.
  public static let usual: [MessageTemplate] = [
    MessageTemplate(
      "time", to: .customer,
      "{office}: {technician} comes to {site} on {day} at {time} for \"{problem}\". Your order is {order}; "
        + "call us if that does not suit you. {code}"),
    MessageTemplate(
      "late", to: .customer,
      "{office}: {technician} is delayed and is now expected at {site} on {expected}. "
        + "Your order is {order}; we call you if that changes."),
    MessageTemplate(
      onTheWay, to: .customer,
      "{office}: {technician} is on the way to {site} and is expected at {time}. Your order is {order}; "
        + "somebody should be there to let in."),
    MessageTemplate(
      "correction", to: .customer,
      "{office}: what we told you about order {order}, {was}, no longer holds. {plan}"),
    MessageTemplate(
      "held", to: .customer,
      "{office}: the work at {site} on order {order} {reason}. We call you on {review} at the latest."),
    MessageTemplate(
      postponed, to: .customer,
      "{office}: we have to put off order {order}, \"{problem}\", at {site}. {plan}"),
    MessageTemplate(
      assigned, to: .customer,
      "{office}: {technician} takes care of \"{problem}\" at {site}, order {order}. {plan} {code}"),
    MessageTemplate(
      "way", to: .technician, "Are you on the way to {site}, {order}? Answer by a step or call {office}."),
    MessageTemplate(
      visit, to: .technician, "{order} {site}, {address}: {problem}. {day} {time}. Please accept it."),
    MessageTemplate(
      calledOff, to: .customer,
      "{office}: your order {order}, \"{problem}\", is called off and nobody comes for it. "
        + "Call us if that is not right."),
    MessageTemplate("off", to: .technician, "{order} is called off: {problem}. Nobody goes there for it."),
    MessageTemplate(
      gone, to: .technician, "{order} is not yours any more: {problem}. You need not go there."),
    MessageTemplate(
      receipt, to: .customer,
      "{office}: we have your call about \"{problem}\" at {site}. Your order is {order}. "
        + "We call you with the time. {code}")
  ]
}

extension Office {
  /// Each template's name once: the usual ones in their order, then the office's own.
  public var templateNames: [String] {
    var names = MessageTemplate.usual.map(\.name)
    for name in templates.map(\.name).sorted() where !names.contains(name) { names.append(name) }
    return names
  }

  /// The variant of a template that fits an order best: its customer's, the customer's parents', then tier and
  /// language, then the one for everybody; nil when no template has the name.
  public func template(_ name: String, for order: WorkOrder) -> MessageTemplate? {
    let customer = customer(of: order)
    var holders: [Customer.ID] = []
    var holder = customer
    while let one = holder, !holders.contains(one.id) {
      holders.append(one.id)
      holder = self.customer(one.parent)
    }
    let fitting = templates.filter { template in
      template.name == name && template.customer.map(holders.contains) ?? true
        && (template.tier == nil || template.tier == (customer?.tier ?? .standard))
        && (template.language == nil || template.language == customer?.language)
    }
    let best = fitting.max { left, right in
      left.rank(in: holders) == right.rank(in: holders)
        ? left.text > right.text : left.rank(in: holders) < right.rank(in: holders)
    }
    return best ?? MessageTemplate.usual.first { $0.name == name }
  }

  /// The text for everybody of a name, as a list shows it.
  public func template(_ name: String) -> MessageTemplate? {
    templates.first { $0.name == name && !$0.isVariant } ?? MessageTemplate.usual.first { $0.name == name }
      ?? templates.first { $0.name == name }
  }
}

extension MessageTemplate {
  /// Whether it is for some only.
  public var isVariant: Bool { customer != nil || tier != nil || language != nil }

  /// How closely it fits: the nearest customer first, then the language, then the tier.
  fileprivate func rank(in holders: [Customer.ID]) -> Int {
    let own = customer.flatMap { holders.firstIndex(of: $0) }.map { 1_000 - $0 } ?? 0
    return own * 4 + (language == nil ? 0 : 2) + (tier == nil ? 0 : 1)
  }
}
