import Domain
import Planner

/// The rest of the running day, or a later one, as the planner sees it, and the way back: who can still be sent where, what everybody
/// has before him, and the work that waits.
///
/// A value made from one office at one instant; every answer it gives is about that office.
public struct RunningDay: Sendable {
  let office: Office
  let now: Timestamp
  let rules: PlanRules
  let index: ScheduleIndex
  /// For whom the office's rules are asked.
  let role: Role?
  let planned: PlannedDay
  /// Second nought of the problem.
  var midnight: Timestamp { planned.midnight }
  /// When the day is over for everybody: at night, or when the last one who works through it ends.
  let dayEnd: Timestamp
  var crew: [CrewMember]
  var pieces: [Piece] = []
  var problem: Problem
  var ground: Ground
  /// The plan as it is, with the hours that come of what is late already.
  var plan: Plan
  /// Piece by order.
  var places: [WorkOrder.ID: Int] = [:]

  /// Today, or the day of an office `on` a date, with the work in `taking` that nobody has, and of what its technicians
  /// cannot do that which is to be `rehomed`. `without` are taken to be away. The sites of `letIn` are
  /// taken to be open; who is in `delays` begins so much later than is known.
  ///
  /// Nil when nobody works any more that day, or where no plan can be made with the numbers of the rules.
  init?(
    _ office: Office, at now: Timestamp, on date: CivilDate? = nil, rules: PlanRules = .usual,
    taking: [WorkOrder.ID] = [],
    rehoming: Rehoming = .all, without: Set<Technician.ID> = [], for role: Role? = nil,
    letIn: Set<WorkOrder.ID> = [], delays: [Technician.ID: Span] = [:], index: ScheduleIndex? = nil
  ) {
    let index = index ?? office.scheduleIndex(at: now)
    let planned = PlannedDay(office, date, at: now)
    var crew = Crew(office, index, on: planned, without: without)
    guard !crew.members.isEmpty else { return nil }
    crew.orphans.removeAll { !rehoming.takes($0) }
    crew.delay(delays)
    var making = DayMaking(office, index, rules, on: planned, crew, for: role)
    making.letIn = letIn
    for id in taking where making.places[id] == nil {
      if let order = office.order(id), !order.isEnded { making.add(order) }
    }
    making.protect(for: taking.compactMap { office.order($0) })
    making.loosenWhatCannotBe()
    guard let ground = making.problem.ground else { return nil }
    (self.office, self.now, self.rules, self.index, self.role) = (office, now, rules, index, role)
    self.planned = planned
    dayEnd = making.crew.map(\.shift.end).reduce(planned.end, max)
    self.crew = making.crew
    pieces = making.pieces
    places = making.places
    problem = making.problem
    self.ground = ground
    plan = ground.hoursOrAsked(of: problem.published)
  }

  func instant(_ seconds: Int) -> Timestamp { midnight + .seconds(Int64(seconds)) }
  func seconds(_ instant: Timestamp) -> Int { RunningDay.seconds(instant, from: midnight) }

  /// Seconds after midnight; what is more than a week away counts as a week, so that no old order stops a plan.
  static func seconds(_ instant: Timestamp, from midnight: Timestamp) -> Int {
    Int(max(-7 * 86_400, min((instant - midnight).seconds, 7 * 86_400)))
  }

  /// Which of the visits that their technicians cannot do a day is about; others are no trouble of who asks.
  enum Rehoming {
    case all
    case of(Technician.ID)
    case orders([WorkOrder.ID])

    func takes(_ visit: ScheduledVisit) -> Bool {
      switch self {
      case .all: true
      case .of(let technician): visit.technician == technician
      case .orders(let orders): orders.contains(visit.order)
      }
    }
  }

  /// Where a change has its piece on this day; nil for nobody's and for what goes to a later day.
  func spot(of change: PlanChange) -> Spot? {
    guard let member = change.to.technician.flatMap(member), let start = change.to.start, start < dayEnd
    else {
      return nil
    }
    return Spot(member: member, start: seconds(start))
  }

  func member(_ technician: Technician.ID) -> Int? { crew.firstIndex { $0.technician.id == technician } }
}
