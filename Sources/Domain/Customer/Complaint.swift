/// A customer's complaint: open until somebody says how it was settled.
public struct Complaint: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Complaint>

  public let id: ID
  public let words: String
  /// The number of the order it is about, if it is about one.
  public let order: Int?
  public let at: Timestamp
  public let by: Person.ID
  public var resolution: AlertResolution?

  public init(id: ID, words: String, order: Int?, at: Timestamp, by: Person.ID) {
    self.id = id
    self.words = words
    self.order = order
    self.at = at
    self.by = by
  }
}

extension Complaint: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    words = try fields.words
    order = try fields.order
    at = try fields.at
    by = try fields.by
    resolution = try fields.resolution
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("words", words)
    fields.put("order", order)
    fields.put("at", at)
    fields.put("by", by)
    fields.put("resolution", resolution)
  }
}

/// Records that a customer complained.
public struct TakeComplaint: RecordCommand {
  public static let permission = Permission.note
  public static let kind = CommandKind.fact

  public var id: Complaint.ID
  public var words: String
  public var order: Int?

  public init(id: Complaint.ID, words: String, order: Int? = nil) {
    self.id = id
    self.words = words
    self.order = order
  }

  public func decide(on customer: Customer, in moment: Moment) throws(Refusal) -> [CustomerEvent] {
    if words.trimmed.isEmpty { throw .missing(.customer(customer.name), fields: ["words"]) }
    if customer.complaints.contains(where: { $0.id == id }) { return [] }
    return [.complained(Complaint(id: id, words: words, order: order, at: moment.now, by: moment.stamp.by))]
  }
}

/// Says how a complaint was settled, or opens it again.
public struct SettleComplaint: RecordCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var id: Complaint.ID
  /// Nil opens it again.
  public var note: String?

  public init(_ id: Complaint.ID, note: String?) {
    self.id = id
    self.note = note
  }

  public func decide(on customer: Customer, in moment: Moment) throws(Refusal) -> [CustomerEvent] {
    guard let complaint = customer.complaints.first(where: { $0.id == id }) else {
      throw .notFound(.customer(customer.name))
    }
    guard let note else { return complaint.resolution == nil ? [] : [.complaintReopened(id)] }
    if note.trimmed.isEmpty { throw .missing(.customer(customer.name), fields: ["note"]) }
    if let settled = complaint.resolution {
      if settled.note == note { return [] }
      throw .changedSince(.customer(customer.name), field: "complaint", now: settled.note)
    }
    return [.complaintSettled(id, note: note)]
  }

  public func inverse(on customer: Customer, in moment: Moment) -> [Command] {
    let before = customer.complaints.first { $0.id == id }?.resolution?.note
    return [.settleComplaint(customer.id, SettleComplaint(id, note: before))]
  }
}
