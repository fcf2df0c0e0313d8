/// Writes a message about an order; it waits for a moment, so that undo catches it, and then goes out.
public struct SendMessage: WorkOrderCommand {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.claim

  public enum Content: Codable, Hashable, Sendable {
    case template(String)
    /// Free words; merge fields are filled in them, too.
    case words(String)
  }

  /// The id of the message, which names its file as well.
  public var id: OutgoingMessage.ID
  public var to: MessageParty
  /// Somebody of the office instead; nil for the party.
  public var person: Person.ID?
  public var content: Content
  public var cause: MessageCause
  /// The code to sign with that `{code}` tells; six digits by chance. Words about a person, kept apart from the ledger.
  public var code: PersonalText?

  public init(
    id: OutgoingMessage.ID, to: MessageParty, person: Person.ID? = nil, _ content: Content,
    cause: MessageCause = .byHand, code: PersonalText? = nil
  ) {
    self.code = code
    self.id = id
    self.to = to
    self.person = person
    self.content = content
    self.cause = cause
  }

  /// Whether it only tells the customer that his call is on record, in the office's own words.
  private var isReceipt: Bool {
    to == .customer && person == nil && content == .template(MessageTemplate.receipt)
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    do throws(Refusal) {
      return try written(on: order, in: moment)
    } catch {
      // A call goes on record whether or not its caller can be told so.
      if isReceipt, cause != .byHand { return [] }
      throw error
    }
  }

  private func written(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    let until = moment.now + moment.office.limits.messageWait
    if let known = order.message(id) {
      return known.state == .recalled ? [.message(id, .waitsAgain(until: until))] : []
    }
    let office = moment.office
    let address = try address(order, office)
    guard let line = address.line, address.isKnown else {
      throw .missing(address.subject, fields: ["phone"])
    }
    if cause == .byHand, to == .customer, person == nil, let untrue = template.flatMap(order.untruth) {
      throw untrue
    }
    let text = try text(for: order, office)
    // The code is the customer's alone, and from the desk: who could tell it to himself could sign in his name.
    let isToldByDesk = address.recipient.isOutside && office.person(moment.stamp.by)?.side == .desk
    let code = self.code.flatMap { isToldByDesk && $0.words != PersonalText.erased ? $0.words : nil }
    if let code, !SignOffSeal.isCode(code) {
      throw .fault(FieldFault(field: "code", word: String(code.prefix(12)), expected: "six digits"))
    }
    let words = try office.merged(text, for: order, contact: address.contact, code: code, at: moment.now)
    guard words.count <= MessageTemplate.longestText * 2 else {
      throw .fault(
        FieldFault(field: "text", word: String(words.prefix(12)), expected: "at most 2000 characters"))
    }
    let merge = MergeText(text)
    let tellsTime = merge.fields.contains(.time) || merge.fields.contains(.plan) && order.technician != nil
    let tells =
      merge.fields.contains(.expected)
      ? office.expectedArrival(of: order, at: moment.now) : tellsTime ? order.openVisit?.start : nil
    let message = OutgoingMessage(
      id: id, to: address.recipient, channel: MessageChannel(address: line.words), address: line,
      words: PersonalText(id: address.contact?.id ?? address.fallback, words: words),
      template: template, cause: cause, tells: tells, moment.stamp, waitsUntil: until)
    let seals = merge.fields.contains(.code) ? code.map { [SignOffSeal($0, toldBy: id)] } ?? [] : []
    return [.message(id, .written(message))] + seals.map { .signOffSealed($0) }
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    var restoring = self
    restoring.code = nil
    return [.recallMessage(order.id, RecallMessage(id, restoring: restoring))]
  }

  /// Who logs a call also tells its caller what becomes of it as such: that it is on record, or that it was called off
  /// before anybody took it up.
  func permissions(on order: WorkOrder?) -> [Permission] {
    if cause == .byHand { return [Self.permission] }
    let callsOff =
      to == .customer && person == nil && content == .template(MessageTemplate.calledOff)
      && order?.isNewCall ?? false
    return isReceipt && order?.isNewCall ?? true || callsOff ? [.logWork] : [Self.permission]
  }

  /// It is filled in by what is there when it is decided.
  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}

extension SendMessage {
  private var template: String? {
    switch content {
    case .template(let name): name
    case .words: nil
    }
  }

  private func address(_ order: WorkOrder, _ office: Office) throws(Refusal) -> Address {
    if let person {
      guard let address = office.address(ofPerson: person) else {
        throw .notFound(.person(person.description))
      }
      return address
    }
    guard let address = office.address(of: to, order) else {
      throw .wrongState(order.number, order.status, wanted: .assigned)
    }
    return address
  }

  private func text(for order: WorkOrder, _ office: Office) throws(Refusal) -> String {
    switch content {
    case .words(let words): return words
    case .template(let name):
      if let template = office.template(name, for: order) { return template.text }
      throw .fault(
        FieldFault(
          field: "template", word: name, expected: office.templateNames.joined(separator: ", ")))
    }
  }
}
