public import Domain
public import Settings

/// Turns the rows of somebody else's file into work orders of ours, by a map.
///
/// Ids come from the source's own number (or, without one, from the mapped values), so that the same file twice
/// creates nothing twice. Where several rows belong to one order they are joined, the last state wins.
public struct WorkOrderRows {
  /// What one row came to.
  public enum Outcome {
    /// Complete already: one row is one order.
    case order(ImportWorkOrder, DelimitedRow)
    /// Joined to an order that `joined` hands out at the end.
    case joined
    /// An order of ours that the file was written from.
    case known
    case refused(RowRefusal)
  }

  /// An order and the rows it was joined from.
  public struct Joined {
    public var command: ImportWorkOrder
    public var rows: [DelimitedRow]
  }

  var map: CompiledMap
  private let headings: [String]
  private let rowsPer: ImportMap.RowUnit
  private let usualEstimate: (Trade?) -> Span
  var directory: Directory
  /// The orders that the office has, where the file may be an export of them.
  private let ours: Set<WorkOrder.ID>
  /// Whether it is a file that Callout has written.
  public let isExport: Bool
  private var waiting: [WorkOrder.ID: Joined] = [:]
  private var order: [WorkOrder.ID] = []
  private let identifier: () -> (high: UInt64, low: UInt64)
  private var seen: [String: Int] = [:]

  /// - Parameter identifier: makes random ids for what people's names are kept under.
  public init(
    _ map: ImportMap, header: DelimitedRow, office: Office, zone: ZoneRules,
    identifier: @escaping () -> (high: UInt64, low: UInt64)
  ) throws(ExchangeError) {
    let names = header.fields.map(\.trimmed)
    self.map = try CompiledMap(map, kind: .workOrders, header: names, zone: zone)
    headings = names
    rowsPer = map.source.rowsPer
    self.identifier = identifier
    directory = Directory(office, identifier: identifier)
    isExport = map.source.hasOwnColumns && names.contains("id")
    ours = names.contains("id") ? Set(office.orders.inOrder.map(\.id)) : []
    let trades = office.trades
    usualEstimate = { trades[$0]?.estimate ?? .minutes(60) }
  }

  /// Whether a row tells of a hold or a visit that does not come along with its order.
  public func leavesBehind(_ row: DelimitedRow) -> Bool {
    let status = map.word("status", of: row).flatMap { WorkOrderStatus(rawValue: $0) }
    guard leavesVisit(status) else { return false }
    return status == .held || map.word("technician", of: row) != nil
  }

  public mutating func take(_ row: DelimitedRow) -> Outcome {
    do throws(RowRefusal) {
      if let column = row.undecodableColumn {
        throw RowRefusal.undecodable(
          column: headings.indices.contains(column) ? headings[column] : "\(column + 1)")
      }
      guard row.count == headings.count else {
        throw RowRefusal.ragged(fields: row.count, header: headings.count)
      }
      try map.refuseShifted(row)
      if let id = try ownID(row), ours.contains(id) { return .known }
      let command = try command(for: row)
      guard rowsPer != .order, map.word("reference", of: row) != nil else { return .order(command, row) }
      join(command, row)
      return .joined
    } catch {
      return .refused(error)
    }
  }

  /// The orders that several rows were joined to, in the order in which they were met; afterwards there are none.
  public mutating func joined() -> [Joined] {
    defer {
      waiting = [:]
      order = []
    }
    var records = MadeRecords(order.compactMap { waiting[$0]?.command })
    return order.compactMap { waiting[$0] }.map { one in
      var one = one
      if rowsPer == .event { one.command.work.leaveLastOpenVisit() }
      records.deal(to: &one.command)
      one.command.work.findContradictions()
      return one
    }
  }
}

extension WorkOrderRows {
  private mutating func command(for row: DelimitedRow) throws(RowRefusal) -> ImportWorkOrder {
    guard let receivedAt = try map.instant("createdAt", of: row) else { throw .missing(field: "createdAt") }
    guard let summary = map.text("summary", of: row) ?? map.text("description", of: row) else {
      throw .missing(field: "summary")
    }
    let reference = map.word("reference", of: row)
    let spelling = map.word("trade", of: row)
    let trade = spelling.map { Trade($0) }
    let description = map.text("description", of: row)
    let request = WorkRequest(
      id: requestID(reference, row), words: description ?? summary,
      urgency: try choice("urgency", row),
      source: try choice("source", row) ?? .import, receivedAt: receivedAt)
    let priority = try priority(of: row)
    let estimate = try estimate(of: row) ?? usualEstimate(trade)
    let id = try ownID(row) ?? orderID(reference, row)
    var logged = LoggedWork(
      id: id, number: 0, request: request, receivedAt: receivedAt, summary: summary,
      priority: priority ?? .p4, priorityIsConfirmed: priority != nil, estimate: estimate)
    logged.reference = reference
    logged.description = description == summary ? nil : description
    logged.category = map.word("category", of: row)
    logged.trade = trade
    var command = ImportWorkOrder(ImportedWork(logged: logged))
    command.spelling = spelling == trade?.name ? nil : spelling
    // What can be refused comes first: a name that is met is a record that later rows may refer to.
    let coordinates = try coordinates(of: row)
    let times = try times(of: row)
    place(row, at: coordinates, &command)
    if !leavesVisit(times.status) { attend(row, times, &command) }
    command.work.closedAt = times.closedAt ?? (times.status?.isEnd ?? false ? times.doneAt : nil)
    command.work.endedAs = ending(times.status, closedAt: times.closedAt)
    command.work.notes = map.text("note", of: row).map { [$0] } ?? []
    command.work.report = try report(of: row)
    if rowsPer == .order { command.work.findContradictions() }
    return command
  }

  /// The order's own id, where the file is an export of ours.
  private mutating func ownID(_ row: DelimitedRow) throws(RowRefusal) -> WorkOrder.ID? {
    guard let word = map.word("id", of: row) else { return nil }
    guard let id = WorkOrder.ID(word) else { throw .badChoice(field: "id", text: word) }
    return id
  }

  private func orderID(_ reference: String?, _ row: DelimitedRow) -> WorkOrder.ID {
    StableIdentifier.make("order", name(reference, row))
  }

  private func requestID(_ reference: String?, _ row: DelimitedRow) -> WorkRequest.ID {
    StableIdentifier.make("request", name(reference, row))
  }

  /// A row without a number of its own is known by everything it says, and by how often it said so before.
  private func name(_ reference: String?, _ row: DelimitedRow) -> String {
    reference.map { "reference\u{1F}\($0)" } ?? "row\u{1F}\(String(decoding: row.raw, as: UTF8.self))"
  }

  private mutating func priority(of row: DelimitedRow) throws(RowRefusal) -> Priority? {
    guard let word = map.word("priority", of: row) else { return nil }
    guard let priority = Priority(word) else { throw .badChoice(field: "priority", text: word) }
    return priority
  }

  private func estimate(of row: DelimitedRow) throws(RowRefusal) -> Span? {
    guard let word = map.word("estimateMinutes", of: row) else { return nil }
    guard let minutes = Int64(word), Span.minutes(minutes).isEstimate else {
      throw .badNumber(field: "estimateMinutes", text: word)
    }
    return .minutes(minutes)
  }

  mutating func choice<Value: RawRepresentable>(
    _ field: String, _ row: DelimitedRow
  ) throws(RowRefusal)
    -> Value? where Value.RawValue == String
  {
    guard let word = map.word(field, of: row) else { return nil }
    guard let value = Value(rawValue: word) else { throw .badChoice(field: field, text: word) }
    return value
  }

  private mutating func place(
    _ row: DelimitedRow, at coordinates: Coordinates?, _ command: inout ImportWorkOrder
  ) {
    let customer = map.word("customer", of: row).map { directory.customer($0, make: &command.customers) }
    command.work.logged.customer = customer
    guard let name = map.word("site", of: row) ?? map.word("address", of: row) else { return }
    let zone = map.word("zone", of: row)
    let address = map.word("address", of: row)
    let site = directory.site(name, make: &command.sites) { site in
      site.customer = customer
      site.zone = zone
      site.coordinates = coordinates
      site.details[.address] = address
    }
    command.work.logged.site = site
    command.work.logged.equipment = map.word("equipment", of: row)
      .map { directory.equipment($0, at: site, make: &command.equipment) }
  }

  private mutating func coordinates(of row: DelimitedRow) throws(RowRefusal) -> Coordinates? {
    guard let latitude = map.word("lat", of: row), let longitude = map.word("lon", of: row) else {
      return nil
    }
    guard let north = Double(latitude) else { throw .badNumber(field: "lat", text: latitude) }
    guard let east = Double(longitude) else { throw .badNumber(field: "lon", text: longitude) }
    guard let place = Coordinates(latitude: north, longitude: east) else {
      throw .badNumber(field: "lat", text: latitude)
    }
    return place
  }
}

extension WorkOrderRows {
  /// Lays a further row over an order: its state is the later one, its visit one more, its closing the latest.
  private mutating func join(_ command: ImportWorkOrder, _ row: DelimitedRow) {
    let id = command.work.logged.id
    guard let known = waiting[id] else {
      waiting[id] = Joined(command: command, rows: [row])
      order.append(id)
      return
    }
    var merged = command
    merged.customers = known.command.customers + command.customers
    merged.sites = known.command.sites + command.sites
    merged.equipment = known.command.equipment + command.equipment
    merged.technicians = known.command.technicians + command.technicians
    merged.work =
      rowsPer == .unit
      ? known.command.work.with(unit: command.work) : known.command.work.followed(by: command.work)
    waiting[id] = Joined(command: merged, rows: known.rows + [row])
  }
}

extension ImportedWork {
  /// The same order with one more unit: it is over when all of them are, at the latest of their times.
  fileprivate func with(unit other: ImportedWork) -> ImportedWork {
    var work = self
    work.visits = visits.filter { old in !other.visits.contains { $0.id == old.id } } + other.visits
    work.notes += other.notes.filter { !notes.contains($0) }
    work.report = report.map { $0.joined(with: other.report) } ?? other.report
    let isOpen = endedAs == nil || other.endedAs == nil
    work.endedAs = isOpen ? nil : endedAs
    work.closedAt = isOpen ? nil : [closedAt, other.closedAt].compactMap { $0 }.max()
    return work
  }

  /// The order's later state, with the visits that led to it; what somebody else took over ended there.
  fileprivate func followed(by later: ImportedWork) -> ImportedWork {
    var work = later
    work.report = later.report ?? report
    let earlier = visits.filter { old in !later.visits.contains { $0.id == old.id } }
    let handedOverAt = later.visits.compactMap(\.assignedAt).min()
    work.visits =
      earlier.map { visit in
        var visit = visit
        if !later.visits.isEmpty { visit.doneAt = visit.doneAt ?? handedOverAt }
        return visit
      } + later.visits
    work.notes = notes + later.notes.filter { !notes.contains($0) }
    return work
  }
}

extension ImportedWork {
  /// Of an order that is still open, whoever was named before the last row is not on his way any more.
  fileprivate mutating func leaveLastOpenVisit() {
    guard endedAs == nil, closedAt == nil, let last = visits.last else { return }
    visits.removeAll { $0.doneAt == nil && $0.id != last.id }
  }
}
