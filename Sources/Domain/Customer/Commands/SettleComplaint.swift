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
