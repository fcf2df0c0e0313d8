public import Domain

/// A work order as a row of the fields that an import takes, with its number and how long it is thought to take.
public enum OrderRow {
  public static let header = [
    "id", "number", "reference", "status", "priority", "urgency", "trade", "category", "summary",
    "description", "source", "customer", "site", "address", "zone", "lat", "lon", "equipment", "technician",
    "createdAt",
    "assignedAt", "acceptedAt", "travellingAt", "onSiteAt", "doneAt", "closedAt", "note", "estimateMinutes",
    "did", "cause", "resolution", "parts", "workMinutes", "travelMinutes", "cost"
  ]

  /// One for each column; instants in ISO 8601, in UTC.
  public static func cells(_ order: WorkOrder, in office: Office) -> [String] {
    let site = office.site(order.site)
    let last = order.latestVisit?.assignment ?? order.visits.last { $0.assignment != nil }?.assignment
    let words = order.description ?? order.requests.first?.words
    let about: [String?] = [
      order.id.description, String(order.number), order.reference, order.status.rawValue, order.priority.text,
      order.saidUrgency?.rawValue, order.trade.map { office.trades.spelled($0) }, order.category,
      order.summary,
      words == order.summary ? nil : words, order.source.rawValue
    ]
    let place: [String?] = [
      office.customer(order.customer)?.name, site?.name, site?.address, site?.zone,
      site?.coordinates.map { "\($0.latitude)" }, site?.coordinates.map { "\($0.longitude)" },
      office.equipment(order.equipment)?.name
    ]
    let instants: [Timestamp?] = [
      order.receivedAt, last?.assignedAt, last?.acceptedAt, last?.travellingAt, last?.onSiteAt, last?.endedAt,
      order.ending?.at
    ]
    let notes = order.notes.map(\.words).joined(separator: "\n")
    let cells: [String?] =
      about + place + [office.technician(last?.technician)?.handle] + instants.map { $0?.rfc3339 }
      + [notes, String(order.estimate.wholeMinutes)] + report(of: order)
    return cells.map { $0 ?? "" }
  }

  /// What came of all its visits: the words of the last report, with all parts, time and cost.
  private static func report(of order: WorkOrder) -> [String?] {
    let told = order.visits.compactMap { $0.assignment?.report }
    let report = told.dropFirst().reduce(told.first) { $0?.joined(with: $1) } ?? order.sourceReport
    // A semicolon stands between parts.
    let parts = (report?.parts ?? []).map { String($0.map { $0 == ";" ? "," : $0 }) }
    return [
      report?.did, report?.cause, report?.resolution, parts.joined(separator: "; "),
      report?.work.map { String($0.wholeMinutes) }, report?.travel.map { String($0.wholeMinutes) },
      report?.cost?.text
    ]
  }
}
