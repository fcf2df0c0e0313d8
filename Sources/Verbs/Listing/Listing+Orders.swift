public import Domain

extension Listing {
  /// The unassigned, in the order of the board.
  public static func queue(
    _ board: Board, in office: Office, at now: Timestamp, filter: QueueFilter?, person: Person.ID?,
    hidesPhones: Bool = true
  ) -> Listing {
    let moment = FilterMoment(office, at: now, person: person)
    let shown = filter?.isOpen ?? false ? board.open : board.queue
    let rows = shown.filter { filter?.matches($0, in: moment) ?? true }
    return orders(rows.map { ($0, office.order($0.id)) }, in: office, at: now, hidesPhones: hidesPhones)
  }

  /// Every order of the running day and the open ones, by number.
  public static func workOrders(
    in office: Office, at now: Timestamp, filter: QueueFilter?, person: Person.ID?,
    hidesPhones: Bool = true
  ) -> Listing {
    let moment = FilterMoment(office, at: now, person: person)
    var found: [(QueueRow, WorkOrder?)] = []
    for order in office.orders.inOrder.sorted(by: { $0.number < $1.number }) {
      let row = QueueRow(order, in: office, at: now)
      if filter?.matches(row, in: moment) ?? true { found.append((row, order)) }
    }
    return orders(found, in: office, at: now, hidesPhones: hidesPhones)
  }

  /// Orders that are not in the office, such as older ones from the rows, in the order given.
  public static func orders(
    _ orders: [WorkOrder], in office: Office, at now: Timestamp, hidesPhones: Bool = true
  ) -> Listing {
    self.orders(
      orders.map { (QueueRow($0, in: office, at: now), $0) }, in: office, at: now, hidesPhones: hidesPhones)
  }

  private static func orders(
    _ rows: [(row: QueueRow, order: WorkOrder?)], in office: Office, at now: Timestamp, hidesPhones: Bool
  ) -> Listing {
    let columns: [Column] = [
      "P", .right("Order"), "Status", .right("Due"), .right("Wait"), "Trade", "Site", "Problem",
      "Technician", "Zone", .right("Score")
    ]
    return Listing(
      columns: columns,
      keys: Objects.workOrderKeys,
      rows: rows.map { row, order in
        let technician = order.flatMap { office.technician($0.technician ?? $0.doneBy)?.handle } ?? ""
        let cells = [
          row.priority.text, String(row.number), Wording.status(row.status),
          row.clock.map { Wording.due($0, now: now, office.zone) } ?? "",
          TimeWords.clock(now - row.receivedAt), row.trade.map { office.trades.spelled($0) } ?? "",
          row.siteName, row.summary, technician, row.zone ?? "", String(row.score.total)
        ]
        return Row(
          cells,
          order.map { Objects.workOrder($0, in: office, at: now, hidesPhones: hidesPhones) } ?? .null)
      })
  }
}

extension QueueRow {
  /// An order as a row, whether or not it stands in the queue.
  init(_ order: WorkOrder, in office: Office, at now: Timestamp) {
    let site = office.site(order.site)
    let ticking = office.clocks(of: order, at: now).filter { $0.isTicking || $0.state == .paused }
    self.init(
      id: order.id, number: order.number, status: order.status, priority: order.priority,
      clock: ticking.min { $0.dueAt < $1.dueAt }, receivedAt: order.receivedAt, trade: order.trade,
      siteName: site?.name ?? "", customerName: office.customer(of: order)?.name ?? "", zone: site?.zone,
      summary: order.summary, window: order.appointment, score: office.score(of: order, at: now),
      claimedBy: office.person(order.claim?.by).map { $0.name.words.initials }, isFlagged: order.flag != nil,
      hold: order.hold?.reason, hasAnomaly: !order.anomalies.isEmpty, tier: office.customer(of: order)?.tier,
      claim: order.claim, followUp: order.flag, age: QueueAge(of: order, in: office, at: now),
      isQueued: order.isUnassigned && order.hold.map { $0.reviewAt <= now } ?? true,
      furtherCalls: order.furtherCalls, isMissed: ticking.isMissed(of: order),
      technician: order.technician ?? order.doneBy)
  }
}

extension String {
  /// `Bea Long` is BL.
  public var initials: String {
    String(split(whereSeparator: \.isWhitespace).compactMap(\.first).prefix(3)).uppercased()
  }
}

extension Wording {
  /// When a clock falls due, with its kind and shape: `0:38r▲`, `-0:12r✗`, `4:40f‖`, `Mon r`.
  static func due(_ face: ClockFace, now: Timestamp, _ zone: ZoneRules) -> String {
    let mark: String
    switch face.state {
    case .running: mark = ""
    case .atRisk: mark = "▲"
    case .breached: mark = "✗"
    case .paused: mark = "‖"
    case .met: mark = "✓"
    }
    return TimeWords.due(face, now: now, zone) + mark
  }
}
