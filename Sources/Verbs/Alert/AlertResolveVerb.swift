public import Domain

/// `alert resolve ALERT NOTE`: it is settled although its cause is still there; a complaint is settled with it.
public struct AlertResolveVerb: Verb {
  public static let name = "alert.resolve"
  public static let words = ["alert", "resolve"]
  public static let help = "Settle an alert or a complaint, with a note on how"
  public static let permission: Permission? = ChangeAlert.permission
  public static let parameters: [Parameter] = [.alert, .needed("note", .longText, "how it was settled")]

  let words: [String]
  let note: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    words = try arguments.alerts()
    note = try arguments.needed("note")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onAlerts(words, in: context) { alert in
      if let conflict = alert.id.conflict {
        return [
          alert.changed(.resolved(note: note)), .settleConflict(SettleConflict(conflict, .keep))
        ]
      }
      guard let customer = context.office.customer(alert.id.customer),
        let complaint = customer.complaints.first(where: {
          $0.at == alert.id.cause && $0.order == alert.id.order
        })
      else { return [alert.changed(.resolved(note: note))] }
      return [.settleComplaint(customer.id, SettleComplaint(complaint.id, note: note))]
    }
  }
}
