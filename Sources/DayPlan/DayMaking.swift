import Domain
import Planner

/// A day's problem on its way.
struct DayMaking {
  let office: Office
  let index: ScheduleIndex
  let rules: PlanRules
  /// For whom the office's rules are asked.
  let role: Role?
  let planned: PlannedDay
  var midnight: Timestamp { planned.midnight }
  var crew: [CrewMember]
  private(set) var pieces: [Piece] = []
  private(set) var places: [WorkOrder.ID: Int] = [:]
  var map: Places
  var visits: [Problem.Visit] = []
  var technicians: [Problem.Technician] = []
  /// Orders whose sites are taken to let people in at any hour of the day.
  var letIn: Set<WorkOrder.ID> = []
  var trades: [Trade: Int] = [:]
  private let visitors: [Site.ID: Set<Technician.ID>]

  init(
    _ office: Office, _ index: ScheduleIndex, _ rules: PlanRules, on planned: PlannedDay, _ crew: Crew,
    for role: Role?
  ) {
    (self.office, self.index, self.rules, self.planned, self.role) = (office, index, rules, planned, role)
    self.crew = crew.members
    map = Places(office)
    visitors = office.visitorsBySite()
    for member in self.crew.indices {
      for visit in self.crew[member].ahead { add(visit, to: member) }
      for range in self.crew[member].away { add(range, of: member) }
      for visit in self.crew[member].helping { add(visit.range, of: member, at: visit.place) }
    }
    for visit in crew.orphans { add(visit, to: nil) }
  }

  func seconds(_ instant: Timestamp) -> Int { RunningDay.seconds(instant, from: midnight) }

  /// Any time of the day and of the night after it.
  var anyTime: ClosedRange<Int> { -86_400...3 * 86_400 }

  var problem: Problem {
    var technicians = technicians
    let count = trades.count
    for member in technicians.indices {
      technicians[member].skills = Array(repeating: 0, count: count)
      for (trade, number) in trades {
        technicians[member].skills[number] = level(member, trade)
      }
    }
    return Problem(travel: map.travel(), weights: weights, technicians: technicians, visits: visits)
  }

  /// By class: the priorities, the same with a time promised to a customer, what cannot be left out and costs nothing
  /// late, and the first two again for what cannot be left out.
  private var weights: Problem.Weights {
    let promised = rules.late.map { max($0, rules.brokenPromise) }
    let left = zip(rules.unserved, promised).map { max($0, min($1, 1_000_000) * 36_000) }
    return Problem.Weights(
      travel: rules.travel, overtime: rules.overtime, balance: rules.balance,
      late: rules.late + promised + [0] + rules.late + promised,
      unserved: rules.unserved + left + Array(repeating: 10_000_000_000, count: 1 + 2 * rules.late.count),
      notPreferred: rules.newcomer,
      changedTechnician: rules.changedTechnician, movedStart: rules.movedStart)
  }
}

extension DayMaking {
  /// Work that nobody has.
  mutating func add(_ order: WorkOrder) {
    let length = order.openVisit?.estimate ?? order.estimate
    add(Piece(order: order, length: length), at: office.site(order.site)?.coordinates)
    if let start = order.openVisit?.start { keepPinnedTime(of: order, at: start) }
  }

  /// What nobody has, or who has it cannot do, is done at its pinned time; one that is over holds nobody any more.
  private mutating func keepPinnedTime(of order: WorkOrder, at start: Timestamp) {
    guard let pin = order.openVisit?.pin, pin.holdsTime, planned.from <= start, let last = visits.indices.last
    else { return }
    visits[last].windows = [seconds(start)...seconds(start)]
    visits[last].release = min(visits[last].release, seconds(start))
    pieces[last].waitsForSite = false
  }

  private mutating func add(_ visit: ScheduledVisit, to member: Int?) {
    guard let order = office.order(visit.order), places[order.id] == nil else { return }
    let start = visit.planned?.start ?? visit.range.start
    let length = order.openVisit?.estimate ?? visit.range.length
    add(Piece(order: order, holder: member, start: start, length: length), at: visit.place)
    guard let last = visits.indices.last else { return }
    visits[last].published = Problem.Promise(
      technician: member ?? Problem.nobody, start: seconds(start))
    guard let member else { return keepPinnedTime(of: order, at: start) }
    // Behind what he was told it costs more the longer it takes, so that nothing waits for a break by itself.
    let told = max(seconds(start), seconds(planned.from))
    visits[last].due = min(visits[last].due ?? told, told)
    // Whoever comes along was asked for that hour.
    let isFixed = order.hold != nil || !(order.openVisit?.helpers ?? []).isEmpty
    let pin = isFixed ? .both : order.openVisit?.pin ?? .nothing
    if pin.holdsTime { visits[last].windows = [seconds(start)...seconds(start)] }
    if pin.holdsTechnician { visits[last].pinned = member }
    visits[last].release = min(visits[last].release, seconds(start))
    // Somebody gave it to him although he lacks the skill: with him it stays.
    let lacks = visits[last].skills.contains { need in
      trades.contains { $0.value == need.index && level(member, $0.key) < need.amount }
    }
    if lacks { (visits[last].skills, visits[last].pinned) = ([], member) }
  }

  private func level(_ member: Int, _ trade: Trade) -> Int {
    crew[member].technician.level(in: trade, on: planned.day) ?? 0
  }

  private mutating func add(_ piece: Piece, at place: Coordinates?) {
    guard let order = piece.order else { return }
    var piece = piece
    let beginnings = office.beginnings(of: order, length: piece.length, at: index.now)
    piece.clocks = beginnings.filter { !$0.isMissed }.map(\.at)
    piece.due = (beginnings.map(\.at) + [order.openPromise?.end].compactMap(\.self)).min().map {
      max($0, planned.from)
    }
    var visit = Problem.Visit(
      place: map.number(place, pace: pace(to: piece)), duration: Int(min(piece.length.seconds, 6 * 86_400)),
      priority: order.priority.rawValue - 1 + (order.openPromise == nil ? 0 : rules.late.count),
      windows: [anyTime])
    visit.release = order.openPromise.map { seconds($0.start) } ?? 0
    visit.due = piece.due.map(seconds)
    if let window = order.openPromise, office.limits.severity(of: .outsideWindow, for: role) != .warn {
      visit.windows = [seconds(window.start)...max(seconds(window.start), seconds(window.end))]
    }
    if letIn.contains(order.id) {
      visit.windows = visit.windows.common(with: [anyTime.lowerBound...seconds(planned.end) - 1])
    } else if let open = office.openRanges(for: order, from: planned.from, days: 1) {
      // A site that opens again when nobody works any more is closed. What was planned at one that is closed then was
      // agreed so, whoever comes.
      let today = open.filter { $0.start < lastHour }
      let hours = windows(within: today, length: piece.length)
      piece.waitsForSite = visit.keep(to: hours, where: piece.start.map(seconds))
    }
    if let next = order.furtherVisits.first?.start, planned.from < next {
      let latest = max(anyTime.lowerBound, seconds(next - piece.length))
      visit.keep(
        to: visit.windows.common(with: [anyTime.lowerBound...latest]), where: piece.start.map(seconds))
    }
    if piece.holder == nil, let free = commonTime(for: order) {
      visit.windows = visit.windows.common(with: windows(within: free, length: piece.length))
      if visit.windows.isEmpty { visit.windows = [anyTime.upperBound...anyTime.upperBound] }
    }
    visit.skills = office.skillsNeeded(for: order).map { need in
      let number = trades[need.trade] ?? trades.count
      trades[need.trade] = number
      return Problem.Need(number, need.level)
    }
    let wishes = office.wishes(for: order)
    visit.forbidden = crew.indices.filter { member in
      if member == piece.holder { return false }
      if !crew[member].answers(for: order, rules) { return true }
      return wishes.objection(to: crew[member].technician.id) != nil
        && office.limits.severity(of: .refused) != .warn
    }
    // Whom the customer asks for; where it asks for nobody, who knows the site.
    let known = wishes.preferred.isEmpty ? order.site.flatMap { visitors[$0] } ?? [] : wishes.preferred
    visit.preferred = crew.indices.filter { known.contains(crew[$0].technician.id) }
    places[order.id] = pieces.count
    pieces.append(piece)
    visits.append(visit)
  }

  /// When the last one ends who works that day.
  private var lastHour: Timestamp { crew.map(\.shift.end).max() ?? planned.end }

  /// When work of a length may begin in stretches of time; where it fits into none, so late that nobody is there.
  private func windows(within open: [TimeRange], length: Span) -> [ClosedRange<Int>] {
    let windows = open.filter { $0.start + length <= $0.end }.map { range in
      seconds(range.start)...seconds(range.end - length)
    }
    return windows.isEmpty ? [anyTime.upperBound...anyTime.upperBound] : windows
  }

  /// How long the way to work takes, in percent of the usual: at the hour at which it stands, else in the mean of the
  /// hours that are left.
  private func pace(to piece: Piece) -> Int {
    guard let roads = office.roads, !roads.speeds.isEmpty else { return 100 }
    if piece.holder != nil, let start = piece.start { return pace(at: max(start, planned.from)) }
    let end = crew.map(\.shift.end).max() ?? planned.from
    return roads.timePercent(
      over: TimeRange(start: planned.from, end: max(planned.from, end)), in: office.zone)
  }

  func pace(at instant: Timestamp) -> Int {
    office.roads?.timePercent(at: instant, in: office.zone) ?? 100
  }

  /// A time when somebody is away takes room at his home like a visit that is pinned, one for which he comes along at the
  /// place of that.
  private mutating func add(_ range: TimeRange, of member: Int, at place: Coordinates? = nil) {
    let start = seconds(range.start)
    pieces.append(Piece(order: nil, place: place, holder: member, start: range.start, length: range.length))
    visits.append(
      Problem.Visit(
        place: map.number(place ?? crew[member].technician.home), duration: Int(range.length.seconds),
        priority: rules.late.count * 2, windows: [start...start], pinned: member,
        published: Problem.Promise(technician: member, start: start)))
  }
}

extension Problem.Visit {
  /// Begins within other windows, unless it stands where none of them is; whether it does.
  @discardableResult
  fileprivate mutating func keep(to windows: [ClosedRange<Int>], where start: Int?) -> Bool {
    let stands = start.map { start in windows.contains { $0.contains(start) } } ?? true
    guard !windows.isEmpty, stands else { return false }
    self.windows = windows
    return true
  }
}
