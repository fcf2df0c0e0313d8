import Domain

extension Parameter {
  static let message = Parameter(
    "message", .message, isRequired: true, help: "its id or the beginning of it, as messages lists it")
}

extension Verb {
  /// A proposal about the order that a message belongs to.
  static func proposal(_ commands: [Command], _ found: OutboxItem, _ context: VerbContext) -> Act {
    proposal(commands, orders: [context.office.order(found.order)?.number].compactMap(\.self))
  }
}

extension Arguments {
  /// The message of an id, or of a beginning of at least four digits that only one has.
  func message(in context: VerbContext) throws(UsageFault) -> OutboxItem {
    let word = try needed("message").lowercased()
    var found: [OutboxItem] = []
    context.office.orders.forEach { order in
      for message in order.messages where message.id.description.hasPrefix(word) {
        found.append(OutboxItem(order: order.id, message: message))
      }
    }
    guard word.count >= 4, let first = found.first else {
      throw UsageFault("No message of today has the id \"\(word.clipped(32))\".", word: word)
    }
    guard found.count == 1 else {
      let ids = found.map { String($0.message.id.description.prefix(12)) }.sorted()
      throw UsageFault("\"\(word)\" could be several messages.", word: word, nearest: Array(ids.prefix(5)))
    }
    return first
  }
}
