extension Office {
  /// Whether a part that was made for somebody's console is the same after changes of these records. False also where
  /// that cannot be told without making it anew.
  public func keeps(_ part: Office, of person: Person.ID, after touched: Touched) -> Bool {
    let isHis =
      touched.technicians.contains { part.technicians.contains($0) }
      || touched.customers.contains { part.customers.contains($0) }
      || touched.sites.contains { part.sites.contains($0) }
      || touched.equipment.contains { part.equipment.contains($0) }
    if touched.isEverything || !touched.people.isEmpty || isHis { return false }
    return touched.orders.allSatisfy { id in
      if part.orders.contains(id) { return false }
      guard let order = order(id) else { return true }
      if let own = self.person(person)?.technician, !unheededSteps(of: own, on: order).isEmpty {
        return false
      }
      // What becomes of work can change the equipment that it is about.
      if let equipment = order.equipment, part.equipment.contains(equipment) { return false }
      return self.part(of: order, for: person) == nil
    }
  }
}
