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
