public import Domain

extension Wording {
  /// Whom a message is for, by the name that people know.
  public func recipient(_ recipient: Recipient, of order: WorkOrder? = nil) -> String {
    switch recipient {
    case .customer(let id): office.customer(id)?.name.clipped(28) ?? "the customer"
    case .site(let id): office.site(id)?.name.clipped(28) ?? "the site"
    case .caller: "the caller"
    case .technician(let id): technician(id)
    case .person(let id): person(id)
    }
  }

  /// How far a message has come: `waits 30 s`, `due since 10:43`, `sent 10:43`, `failed: no folder`.
  public func state(of message: OutgoingMessage) -> String {
    switch message.state {
    case .waiting where message.waitsUntil <= now: "due since \(time(message.waitsUntil))"
    case .waiting: "waits \(seconds(until: message.waitsUntil))"
    case .queued: "queued \(time(message.changedAt))"
    case .sent: "sent \(time(message.changedAt))"
    case .delivered: "delivered \(time(message.changedAt))"
    case .failed: "\(message.hasLeft ? "not delivered" : "not sent"): \((message.why ?? "").clipped(60))"
    case .recalled: "taken back \(time(message.changedAt))"
    }
  }

  /// Why a message was written: `by hand`, `with move`, `rule unseen`.
  public func cause(of message: OutgoingMessage) -> String {
    switch message.cause {
    case .byHand: message.template.map { "by hand, \($0)" } ?? "by hand"
    case .with(let verb): "with \(Wording.word(of: verb))"
    case .rule(let rule): "rule \(rule)"
    }
  }

  /// The words of a message without what may be a code to sign with: lists and histories are read by those who are to
  /// be told it by the customer.
  public static func withoutCodes(_ words: String) -> String {
    var shown = ""
    var rest = Substring(words)
    while let first = rest.first {
      let run = rest.prefix { $0.isNumber }
      shown += run.isEmpty ? String(first) : run.count == SignOffSeal.digits ? "······" : String(run)
      rest.removeFirst(max(1, run.count))
    }
    return shown
  }

  /// What happened to a message, as a history line says it.
  func event(_ event: MessageEvent, of id: OutgoingMessage.ID) -> String {
    switch event {
    case .written(let message):
      return
        "message to \(recipient(message.to)), \(cause(of: message)): \"\(Wording.withoutCodes(message.words.words))\""
    case .recalled: return "message to \(recipient(of: id)) taken back"
    case .waitsAgain: return "message to \(recipient(of: id)) waits again"
    case .queued: return "message to \(recipient(of: id)) is due"
    case .sent: return "message to \(recipient(of: id)) sent"
    case .delivered: return "message to \(recipient(of: id)) delivered"
    case .failed(let why): return "message to \(recipient(of: id)) not sent: \(why)"
    }
  }

  /// What follows for the people outside, behind what was done: ` · Store 9 is told in 30 s`.
  func messages(_ events: [WorkOrderEvent]) -> String {
    var parts: [String] = []
    for case .message(let id, let event) in events {
      switch event {
      case .written(let message):
        parts.append("\(recipient(message.to)) is told \(told(at: message.waitsUntil))")
      case .waitsAgain(let until):
        parts.append("\(recipient(of: id)) is told \(told(at: until))")
      case .recalled: parts.append("the message to \(recipient(of: id)) is taken back")
      case .queued: parts.append("the message to \(recipient(of: id)) is due")
      case .sent: parts.append("\(recipient(of: id)) was told")
      case .delivered: parts.append("the message to \(recipient(of: id)) arrived")
      case .failed(let why): parts.append("\(recipient(of: id)) not told: \(why.clipped(40))")
      }
    }
    return parts.joined(separator: " · ")
  }

  /// The office hands over: nothing goes out before it has it.
  private func told(at instant: Timestamp) -> String {
    waitsForOffice ? "when the office has it" : "in \(seconds(until: instant))"
  }

  /// Said below messages that are due and go nowhere, with who hands them over; nil where all of them are on their way.
  public func handedOver(of messages: [OutgoingMessage], isJoined: Bool) -> String? {
    // A round of handing over comes every minute at the latest.
    let due = messages.filter { $0.state == .waiting && $0.waitsUntil + .minutes(1) <= now }.count
    if due == 0 { return nil }
    let them = due == 1 ? "One is due and goes" : "\(due) are due and go"
    return isJoined
      ? "\(them) out when the office has it: this console hands nothing over."
      : "\(them) nowhere, as nobody hands over: an open console does, serve, or \(call(OutboxVerb.name))."
  }

  /// Every message that a decision would write, whole: what people read before it goes out.
  public func previews(_ events: [Event]) -> [String] {
    events.compactMap { event in
      guard case .workOrder(let id, .message(_, .written(let message))) = event else { return nil }
      let number = office.order(id).map { "\($0.number) " } ?? ""
      return "\(number)to \(recipient(message.to)) by \(message.channel.rawValue): \"\(message.words.words)\""
    }
  }

  /// The orders of an action whose customers have been told already: an undo does not catch that.
  public func toldAlready(_ action: Entry) -> [Int] {
    var numbers: [Int] = []
    for case .workOrder(let id, .message(let message, .written)) in action.events {
      guard let order = office.order(id), order.message(message)?.hasLeft ?? false,
        order.message(message)?.to.isOutside ?? false, !numbers.contains(order.number)
      else { continue }
      numbers.append(order.number)
    }
    return numbers
  }

  /// What an undo cannot take back: who was told what and when, and what corrects it; nil when all was caught.
  public func uncaught(_ action: Entry) -> String? {
    let parts = left(action)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The messages of an action that have left, each with what corrects it; not of these orders, which keep it.
  func left(_ action: Entry, _ kept: Set<WorkOrder.ID> = []) -> [String] {
    action.events.compactMap { event in
      guard case .workOrder(let id, .message(let message, .written)) = event, !kept.contains(id),
        let order = office.order(id), let sent = order.message(message), sent.hasLeft
      else { return nil }
      return wasTold(sent, of: order)
    }
  }

  /// Customers who were told by something else what these events make untrue, each with what corrects it. `action` is
  /// the one whose own messages are said already.
  func madeUntrue(by action: Entry?, _ events: [Event], before: Office) -> [String] {
    var seen: Set<WorkOrder.ID> = []
    let said = (action?.events ?? []).compactMap { event -> OutgoingMessage.ID? in
      if case .workOrder(_, .message(let id, .written)) = event { id } else { nil }
    }
    return events.compactMap { event in
      guard case .workOrder(let id, _) = event, seen.insert(id).inserted, let order = office.order(id),
        let earlier = before.order(id), let told = order.lastTold, told.hasLeft,
        earlier.technician != nil, earlier.openVisit?.start == told.tells, !said.contains(told.id),
        order.technician == nil || order.openVisit?.start != told.tells
      else { return nil }
      return wasTold(told, of: order)
    }
  }

  private func wasTold(_ sent: OutgoingMessage, of order: WorkOrder) -> String {
    let what = sent.tells.map { " \(time($0))" } ?? ""
    return
      "\(recipient(sent.to)) was told\(what) at \(time(sent.sentAt ?? sent.changedAt)): "
      + "\(correction(order.number)) sends the correction."
  }

  /// What is noted when an action that a customer would be told of is kept from him.
  static func keptQuiet(_ who: String, of what: String = "the new time") -> String {
    "\(who) was not told of \(what)."
  }

  /// Said beside an action that a customer should hear of and cannot.
  static func cannotBeTold(_ number: Int, _ who: String, _ what: String = "the new time") -> String {
    "\(number): no number or mail address of \(who) is known; \(what) has to be told by phone."
  }

  /// Said beside the end of work that a technician hears of by phone.
  static func toBeCalledOff(_ number: Int, _ who: String) -> String {
    "\(number): \(who) was told of the visit and does not know that it is off; call him."
  }

  /// Said beside a visit of which a technician should read and cannot.
  static func cannotBeWritten(_ number: Int, _ who: String) -> String {
    "\(number): no number of \(who) or no site is known; call him about it."
  }

  /// Said of customers that should hear of it and that the office knows no way to.
  static func unreachable(_ count: Int, _ numbers: String) -> String {
    "\(count) without a number or mail address, to be told by phone: \(numbers)\(count > 8 ? "…" : "")."
  }

  /// What a round of handing over came to.
  public static func outbox(sent: Int, failed: Int, why: String?) -> String {
    if sent == 0, failed == 0 { return "Nothing is due to be sent." }
    let done = "\(sent) handed over"
    return failed == 0 ? done + "." : "\(done), \(failed) not: \(why ?? ""). They are tried again."
  }

  /// How the correction is sent here: `m 4`, or `message 20404 correction`.
  func correction(_ number: Int) -> String {
    let key = call(MessageVerb.name)
    let index = office.templateNames.firstIndex(of: "correction") ?? 0
    return key.count <= 3 && !key.hasPrefix(":") ? "\(key) \(index + 1)" : "\(key) \(number) correction"
  }

  private func recipient(of id: OutgoingMessage.ID) -> String {
    var found: OutgoingMessage?
    office.orders.forEach { order in
      if let message = order.message(id) { found = message }
    }
    return found.map { recipient($0.to) } ?? "somebody"
  }

  private func seconds(until instant: Timestamp) -> String {
    let left = max(0, (instant - now).seconds)
    return left < 120 ? "\(left) s" : TimeWords.length(instant - now)
  }
}

extension Wording {
  /// Why a text cannot be filled in as things stand, without names of its fields; nil for any other refusal.
  public static func notYet(_ refusal: Refusal) -> String? {
    if case .wrongState(_, _, wanted: .ended) = refusal { return "it is not called off" }
    guard case .missing(.order, let names) = refusal else { return nil }
    let fields = names.compactMap(MergeField.init)
    if fields.contains(where: { [.reason, .next, .review].contains($0) }) { return "it is not held" }
    if fields.contains(.was) { return "nothing was told so far" }
    if fields.contains(where: { [.technician, .time, .day, .expected].contains($0) }) {
      return "nobody comes yet"
    }
    return fields.contains { [.site, .address].contains($0) } ? "its site is not known" : nil
  }

  /// What one of the usual texts is for, in few words; nil for an office's own.
  public static func purpose(ofTemplate name: String) -> String? {
    switch name {
    case "time": "when somebody comes"
    case "late": "that it gets later"
    case "on-the-way": "that somebody is on the way"
    case "correction": "that it is otherwise"
    case "held": "why it waits"
    case "postponed": "that it is put off"
    case "assigned": "who comes"
    case "way": "asks its technician whether he is on the way"
    case "visit": "tells its technician that it is his"
    case MessageTemplate.calledOff: "that nobody comes"
    case "off": "tells its technician that it is off"
    case "gone": "tells its technician that it is his no longer"
    case MessageTemplate.receipt: "that we have the call"
    default: nil
    }
  }
}
