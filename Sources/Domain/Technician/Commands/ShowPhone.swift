/// Shows a technician's telephone number to somebody who wants to reach him; that it was shown is on record.
public struct ShowPhone: RecordCommand {
  public static let permission = Permission.seeSecrets
  public static let kind = CommandKind.fact

  public init() {}

  public func decide(on technician: Technician, in moment: Moment) throws(Refusal) -> [TechnicianEvent] {
    if technician.phone == nil { throw .missing(.technician(technician.handle), fields: ["phone"]) }
    return [.phoneShown]
  }

  func isOwn(of technician: Technician.ID, on record: Technician.ID, in office: Office) -> Bool {
    record == technician
  }
}
