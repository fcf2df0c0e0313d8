/// What happens to a customer's record.
public enum CustomerEvent: Codable, Hashable, Sendable {
  case added(Customer)
  case edited([FieldChange<Customer.Field>])
  case complained(Complaint)
  case complaintSettled(Complaint.ID, note: String)
  case complaintReopened(Complaint.ID)
  case alertChanged(Alert.ID, AlertChange)
}
