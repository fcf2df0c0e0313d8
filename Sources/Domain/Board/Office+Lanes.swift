extension Office {
  /// Everybody's row of the timeline on a day, by name, made as a board makes those of its own.
  public func lanes(on date: CivilDate, at now: Timestamp) -> [TimelineLane] {
    let day = BoardDay(self, on: date, at: now)
    var visits: [Technician.ID: [VisitSheet]] = [:]
    orders.forEach { order in
      for sheet in VisitSheet.all(of: order, site: site(order.site)) {
        visits[sheet.technician, default: []].append(sheet)
      }
    }
    return technicians.unordered.filter(\.isActive)
      .sorted { ($0.name.words, $0.id) < ($1.name.words, $1.id) }
      .map { TechnicianSheet($0, visits: visits[$0.id] ?? [], in: self, day).lane(at: now) }
  }
}
