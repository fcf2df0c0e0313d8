import Domain
import Settings

extension WorkOrderRows {
  /// The instants of a row and how it stands.
  struct Times {
    var assignedAt: Timestamp?
    var acceptedAt: Timestamp?
    var travellingAt: Timestamp?
    var onSiteAt: Timestamp?
    var doneAt: Timestamp?
    var closedAt: Timestamp?
    var status: WorkOrderStatus?
  }

  mutating func times(of row: DelimitedRow) throws(RowRefusal) -> Times {
    var times = Times()
    times.assignedAt = try map.instant("assignedAt", of: row)
    times.acceptedAt = try map.instant("acceptedAt", of: row)
    times.travellingAt = try map.instant("travellingAt", of: row)
    times.onSiteAt = try map.instant("onSiteAt", of: row)
    times.doneAt = try map.instant("doneAt", of: row)
    times.closedAt = try map.instant("closedAt", of: row)
    times.status = try status(of: row)
    return times
  }

  mutating func attend(_ row: DelimitedRow, _ times: Times, _ command: inout ImportWorkOrder) {
    guard let name = map.word("technician", of: row) else { return }
    let technician = directory.technician(name, make: &command.technicians)
    let visit: Visit.ID = StableIdentifier.make("visit", "\(command.work.logged.id)\(technician)")
    var attendance = ImportedVisit(id: visit, technician: technician)
    attendance.assignedAt = times.assignedAt
    attendance.acceptedAt = times.acceptedAt
    attendance.travellingAt = times.travellingAt
    attendance.onSiteAt = times.onSiteAt
    attendance.doneAt = times.doneAt ?? times.closedAt
    command.work.visits = [attendance]
  }

  /// Whether the row's visit stays behind: an export does not say for when somebody was sent, nor that he gave
  /// the work back.
  func leavesVisit(_ status: WorkOrderStatus?) -> Bool {
    isExport && status?.isBeforeSettingOut ?? false
  }

  private mutating func status(of row: DelimitedRow) throws(RowRefusal) -> WorkOrderStatus? {
    try choice("status", row)
  }

  /// The status says whether it ended; a source without a word for it says so by its closing time.
  func ending(_ status: WorkOrderStatus?, closedAt: Timestamp?) -> ImportedEnding? {
    switch status {
    case .closed: .closed
    case .cancelled: .cancelled
    case .duplicate: .duplicate
    case .notDone: .notDone
    case nil: closedAt == nil ? nil : .closed
    case .new, .triage, .ready, .tentative, .scheduled, .dispatched, .accepted, .travelling, .onSite, .held,
      .review:
      nil
    }
  }
}

extension WorkOrderStatus {
  /// Whether nobody is on his way to it, there, or done with it.
  fileprivate var isBeforeSettingOut: Bool {
    switch category {
    case .open, .planned, .held: true
    case .active, .done, .ended: false
    }
  }

  var isEnd: Bool {
    switch self {
    case .closed, .cancelled, .duplicate, .notDone: true
    case .new, .triage, .ready, .tentative, .scheduled, .dispatched, .accepted, .travelling, .onSite, .held,
      .review:
      false
    }
  }
}
