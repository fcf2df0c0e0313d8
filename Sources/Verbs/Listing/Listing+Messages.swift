public import Domain

extension Listing {
  /// What `messages` prints, newest first: of one order, or of all that the running day holds.
  public static func messages(of orders: [WorkOrder], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    var found: [(order: WorkOrder, message: OutgoingMessage)] = []
    for order in orders { for message in order.messages { found.append((order, message)) } }
    let outside = found.map {
      (at: $0.message.at, tie: $0.message.id.description, row: row(of: $0.message, $0.order, wording))
    }
    let inside = orders.flatMap { order in
      order.thread.words.enumerated().map { index, words in
        (at: words.at, tie: "\(order.number) \(100_000 + index)", row: row(of: words, order, wording))
      }
    }
    let rows = (outside + inside).sorted { ($0.at, $0.tie) > ($1.at, $1.tie) }
    return Listing(
      columns: [
        "Id", "Written", .right("Order"), "To", "State", "Why", "By", "Words"
      ],
      keys: """
        id order inside to channel template words state why cause by at waitsUntil changedAt sentAt tells \
        attempts
        """,
      rows: rows.map(\.row))
  }

  private static func row(of message: OutgoingMessage, _ order: WorkOrder, _ wording: Wording) -> Row {
    Row(
      [
        String(message.id.description.prefix(8)), wording.time(message.at), String(order.number),
        wording.recipient(message.to, of: order), wording.state(of: message), wording.cause(of: message),
        wording.person(message.by), Wording.withoutCodes(message.words.words)
      ], Objects.message(message, of: order, wording))
  }

  /// Words of the thread, which stay inside.
  private static func row(of words: ThreadWords, _ order: WorkOrder, _ wording: Wording) -> Row {
    let state = order.thread.unread(by: words.side.other).contains(words) ? "not read" : "read"
    let whom = words.side == .desk ? "technician" : "dispatch"
    var object = JSONObject()
    object.add("order", order.number)
    object.add("inside", true)
    object.add("to", whom)
    object.add("words", words.words)
    object.add("state", state)
    object.add("by", wording.office.person(words.by)?.handle)
    object.add("at", words.at.rfc3339)
    return Row(
      [
        "", wording.time(words.at), String(order.number), whom, state, "inside", wording.person(words.by),
        words.words
      ], object.value)
  }

  /// What `template list` prints: the text for everybody of each name, and every variant.
  public static func templates(in office: Office) -> Listing {
    var rows: [Row] = []
    for (index, name) in office.templateNames.enumerated() {
      var texts = [office.template(name)].compactMap(\.self).filter { !$0.isVariant }
      texts += office.templates.filter { $0.name == name && $0.isVariant }
      for template in texts {
        let customer = office.customer(template.customer)?.name
        let whom = [customer, template.tier?.rawValue, template.language].compactMap(\.self)
        let isOwn = office.templates.contains(template)
        rows.append(
          Row(
            [
              index < 9 ? String(index + 1) : "", name, template.party.rawValue,
              whom.isEmpty ? "everybody" : whom.joined(separator: ", "), isOwn ? "own" : "usual",
              template.text
            ], Objects.template(template, isOwn: isOwn, in: office)))
      }
    }
    return Listing(
      columns: [
        "", "Name", "To", "For", "", "Text"
      ], keys: "name to customer tier language own text", rows: rows)
  }
}

extension Objects {
  static func message(_ message: OutgoingMessage, of order: WorkOrder, _ wording: Wording) -> JSONValue {
    var object = JSONObject()
    object.add("id", message.id.description)
    object.add("order", order.number)
    object.add("to", wording.recipient(message.to, of: order))
    object.add("channel", message.channel.rawValue)
    object.add("template", message.template)
    object.add("words", Wording.withoutCodes(message.words.words))
    object.add("state", message.state.rawValue)
    object.add("why", message.why)
    object.add("cause", wording.cause(of: message))
    object.add("by", wording.office.person(message.by)?.handle)
    object.add("at", message.at.rfc3339)
    object.add("waitsUntil", message.state == .waiting ? message.waitsUntil.rfc3339 : nil)
    object.add("changedAt", message.changedAt.rfc3339)
    object.add("sentAt", message.sentAt?.rfc3339)
    object.add("tells", message.tells?.rfc3339)
    object.add("attempts", message.attempts)
    return object.value
  }

  static func template(_ template: MessageTemplate, isOwn: Bool, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("name", template.name)
    object.add("to", template.party.rawValue)
    object.add("customer", office.customer(template.customer)?.name)
    object.add("tier", template.tier?.rawValue)
    object.add("language", template.language)
    object.add("own", isOwn)
    object.add("text", template.text)
    return object.value
  }
}
