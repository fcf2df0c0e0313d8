extension Customer: CommandTarget {
  static func found(_ id: ID, in office: Office) -> Customer? { office.customer(id) }
  static func subject(_ id: ID) -> Subject { .customer(id.description) }
  func events(of change: CustomerEvent, in office: Office) -> [Event] { [.customer(id, change)] }
}
