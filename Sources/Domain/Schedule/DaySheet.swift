/// A technician's day on one page: when he works, and his visits in order with what he must know for each.
public struct DaySheet: Hashable, Sendable {
  public let technician: Technician.ID
  public let handle: String
  public let name: String
  public let phone: String?
  public let day: CivilDate
  public let working: [TimeRange]
  /// Breaks and absences.
  public let away: [TimelineLane.Away]
  /// His turns on call that touch the day.
  public let onCall: [OnCallTurn]
  public let visits: [DaySheetVisit]
}

/// A site's day on one page: who comes when, and for what.
public struct SiteDaySheet: Hashable, Sendable {
  public let site: Site.ID
  public let place: DaySheetPlace
  public let day: CivilDate
  public let visits: [DaySheetVisit]
}

/// One visit of a day sheet.
public struct DaySheetVisit: Hashable, Sendable, Identifiable {
  public let id: Visit.ID
  public let order: WorkOrder.ID
  public let number: Int
  public let technician: String
  public let status: AssignmentStatus
  public let hold: HoldReason?
  public let range: TimeRange
  /// The way there, from the visit before or from home.
  public let travel: Travel
  public let priority: Priority
  public let trade: Trade?
  public let problem: String
  public let description: String?
  public let window: TimeRange?
  public let moneyLimit: Money?
  /// Nil for an order without a site.
  public let place: DaySheetPlace?
  public let equipment: DaySheetEquipment?
}

/// How to get in and come out well; the access code itself is shown on request only, and that is on record.
public struct DaySheetPlace: Hashable, Sendable {
  public let name: String
  public let customer: String?
  public let address: String?
  public let contact: String?
  public let phone: String?
  public let access: String?
  public let hasAccessCode: Bool
  public let parking: String?
  public let hazards: String?
  public let hours: OpeningHours?
}

/// What is to be worked on, as its register says.
public struct DaySheetEquipment: Hashable, Sendable {
  public let name: String
  public let maker: String?
  public let model: String?
  public let serial: String?
  /// Building, floor and area, as far as they are known.
  public let location: [String]
}
