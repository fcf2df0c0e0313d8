public import Domain

extension OfficeFile {
  /// The orders that somebody has looked at in a console on this file, the last one first.
  public func recent(of person: Person.ID) throws(StorageError) -> [WorkOrder.ID] {
    try setting("recent.\(person)")?.split(separator: " ").compactMap { WorkOrder.ID(String($0)) } ?? []
  }

  /// Remembers them, in the file's local settings, which a rebuild leaves alone.
  public func set(recent orders: [WorkOrder.ID], of person: Person.ID) throws(StorageError) {
    try set("recent.\(person)", to: orders.map(\.description).joined(separator: " "))
  }
}
