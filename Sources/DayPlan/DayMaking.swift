import Domain
import Planner

/// A day's problem on its way.
struct DayMaking {
  let office: Office
  let index: ScheduleIndex
  let rules: PlanRules
  /// For whom the office's rules are asked.
  let role: Role?
  let midnight: Timestamp
  var crew: [CrewMember]
  private(set) var jobs: [Job] = []
  private(set) var places: [WorkOrder.ID: Int] = [:]
  private var map: Places
  private var visits: [Problem.Visit] = []
  private var technicians: [Problem.Technician] = []
  private var trades: [Trade: Int] = [:]
  private let visitors: [Site.ID: Set<Technician.ID>]

  init(_ office: Office, _ index: ScheduleIndex, _ rules: PlanRules, _ crew: Crew, for role: Role?) {
    (self.office, self.index, self.rules, self.role) = (office, index, rules, role)
    midnight = office.zone.startOfDay(office.today(at: index.now))
    self.crew = crew.members
    map = Places(office)
    visitors = office.visitorsBySite()
    for member in self.crew.indices {
      for visit in self.crew[member].ahead { add(visit, to: member) }
      for range in self.crew[member].away { add(range, of: member) }
    }
    for visit in crew.orphans { add(visit, to: nil) }
  }

  private func seconds(_ instant: Timestamp) -> Int { RunningDay.seconds(instant, from: midnight) }

  /// Any time of the day and of the night after it.
  private var anyTime: ClosedRange<Int> { -86_400...3 * 86_400 }

  var problem: Problem {
    var technicians = technicians
    let count = trades.count
    for member in technicians.indices {
      technicians[member].skills = Array(repeating: 0, count: count)
      for (trade, number) in trades {
        let day = office.today(at: index.now)
        technicians[member].skills[number] = crew[member].technician.level(in: trade, on: day) ?? 0
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
    add(Job(order: order, length: length), at: office.site(order.site)?.coordinates)
    if let start = order.openVisit?.start { keepPinnedTime(of: order, at: start) }
  }

  /// What nobody has, or who has it cannot do, is done at its pinned time; one that is over holds nobody any more.
  private mutating func keepPinnedTime(of order: WorkOrder, at start: Timestamp) {
    guard let pin = order.openVisit?.pin, pin.holdsTime, index.now <= start, let last = visits.indices.last
    else { return }
    visits[last].windows = [seconds(start)...seconds(start)]
    visits[last].release = min(visits[last].release, seconds(start))
  }

  private mutating func add(_ visit: ScheduledVisit, to member: Int?) {
    guard let order = office.order(visit.order), places[order.id] == nil else { return }
    let start = visit.planned?.start ?? visit.range.start
    let length = order.openVisit?.estimate ?? visit.range.length
    add(Job(order: order, holder: member, start: start, length: length), at: visit.place)
    guard let last = visits.indices.last else { return }
    visits[last].published = Problem.Promise(
      technician: member ?? Problem.nobody, start: seconds(start))
    guard let member else { return keepPinnedTime(of: order, at: start) }
    // Behind what he was told it costs more the longer it takes, so that nothing waits for a break by itself.
    let told = max(seconds(start), seconds(index.now))
    visits[last].due = min(visits[last].due ?? told, told)
    let pin = order.hold == nil ? order.openVisit?.pin ?? .nothing : .both
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
    crew[member].technician.level(in: trade, on: office.today(at: index.now)) ?? 0
  }

  private mutating func add(_ job: Job, at place: Coordinates?) {
    guard let order = job.order else { return }
    var job = job
    let beginnings = office.beginnings(of: order, length: job.length, at: index.now)
    job.clocks = beginnings.filter { !$0.isMissed }.map(\.at)
    job.due = (beginnings.map(\.at) + [order.window?.end].compactMap(\.self)).min().map { max($0, index.now) }
    var visit = Problem.Visit(
      place: map.number(place, pace: pace(to: job)), duration: Int(min(job.length.seconds, 6 * 86_400)),
      priority: order.priority.rawValue - 1 + (order.window == nil ? 0 : rules.late.count),
      windows: [anyTime])
    visit.release = order.window.map { seconds($0.start) } ?? 0
    visit.due = job.due.map(seconds)
    if let window = order.window, office.limits.severity(of: .outsideWindow, for: role) != .warn {
      visit.windows = [seconds(window.start)...max(seconds(window.start), seconds(window.end))]
    }
    visit.skills = office.skillsNeeded(for: order).map { need in
      let number = trades[need.trade] ?? trades.count
      trades[need.trade] = number
      return Problem.Need(number, need.level)
    }
    let wishes = office.wishes(for: order)
    visit.forbidden = crew.indices.filter { member in
      wishes.refused[crew[member].technician.id] != nil && member != job.holder
        && office.limits.severity(of: .refused) != .warn
    }
    // Whom the customer asks for; where it asks for nobody, who knows the site.
    let known = wishes.preferred.isEmpty ? order.site.flatMap { visitors[$0] } ?? [] : wishes.preferred
    visit.preferred = crew.indices.filter { known.contains(crew[$0].technician.id) }
    places[order.id] = jobs.count
    jobs.append(job)
    visits.append(visit)
  }

  /// How long the way to work takes, in percent of the usual: at the hour at which it stands, else in the mean of the
  /// hours that are left.
  private func pace(to job: Job) -> Int {
    guard let roads = office.roads, !roads.speeds.isEmpty else { return 100 }
    if job.holder != nil, let start = job.start { return pace(at: max(start, index.now)) }
    let end = crew.map(\.shift.end).max() ?? index.now
    return roads.timePercent(over: TimeRange(start: index.now, end: max(index.now, end)), in: office.zone)
  }

  private func pace(at instant: Timestamp) -> Int {
    office.roads?.timePercent(at: instant, in: office.zone) ?? 100
  }

  /// A time when somebody is away takes room at his home like a visit that is pinned.
  private mutating func add(_ range: TimeRange, of member: Int) {
    let start = seconds(range.start)
    jobs.append(Job(order: nil, holder: member, start: range.start, length: range.length))
    visits.append(
      Problem.Visit(
        place: map.number(crew[member].technician.home), duration: Int(range.length.seconds),
        priority: rules.late.count * 2, windows: [start...start], pinned: member,
        published: Problem.Promise(technician: member, start: start)))
  }
}

extension DayMaking {
  /// Takes times out of those in which work may begin, unless nothing would be left.
  mutating func cut(_ cuts: [WorkOrder.ID: [TimeRange]]) {
    for (id, ranges) in cuts {
      guard let job = places[id] else { continue }
      var windows = visits[job].windows
      for range in ranges {
        let (from, to) = (seconds(range.start), seconds(range.end))
        windows = windows.flatMap { window in
          [
            (window.lowerBound, min(window.upperBound, from - 1)),
            (max(window.lowerBound, to), window.upperBound)
          ]
          .filter { $0.0 <= $0.1 }.map { $0.0...$0.1 }
        }
      }
      if !windows.isEmpty { visits[job].windows = windows }
    }
  }

  /// Lets the plan as it is be driven: where somebody's day cannot be kept as it stands, his break, the end of his
  /// overtime and the pins that he cannot reach give way, so that no visit falls out of it by itself.
  mutating func loosenWhatCannotBe() {
    technicians = crew.map { member in
      Problem.Technician(
        start: map.number(member.place),
        end: member.technician.home.map { map.number($0, pace: pace(at: member.shift.end)) }
          ?? Places.nowhere,
        shiftStart: seconds(member.free), shiftEnd: max(seconds(member.free), seconds(member.shift.end)),
        maxOvertime: Int(rules.mostOvertime.seconds),
        lunch: member.lunch.map {
          Problem.Lunch(
            duration: Int($0.length.seconds), earliest: seconds($0.start), latest: seconds($0.latest))
        },
        priorWork: min(Int(max(.zero, member.worked).seconds), 7 * 86_400))
    }
    for member in crew.indices {
      let mine = jobs.indices.filter { jobs[$0].holder == member }
        .sorted {
          (visits[$0].published?.start ?? 0, jobs[$0].number) < (
            visits[$1].published?.start ?? 0, jobs[$1].number
          )
        }
      if mine.isEmpty { continue }
      let ways = [true, false].flatMap { rests in rests ? Array(0...mine.count).map(Optional.some) : [nil] }
      let lunch = technicians[member].lunch
      let drives = ways.filter { $0 == nil || lunch != nil }.compactMap {
        drive(mine, member, lunchBefore: $0)
      }
      // Of the ways to drive it the one that keeps the most pins and windows, a break kept before all.
      func broken(_ starts: [Int]) -> Int {
        zip(mine, starts).count { job, start in !visits[job].windows.contains { $0.contains(start) } }
      }
      let resting = drives.filter(\.rests)
      let kept = (resting.isEmpty ? drives : resting).min { broken($0.starts) < broken($1.starts) }
      guard let kept else { continue }
      if !kept.rests, let lunch, kept.home > lunch.latest { technicians[member].lunch = nil }
      technicians[member].maxOvertime = max(
        technicians[member].maxOvertime, min(kept.home - technicians[member].shiftEnd, 7 * 86_400))
      for (job, start) in zip(mine, kept.starts)
      where !visits[job].windows.contains(where: { $0.contains(start) }) {
        visits[job].windows = [(visits[job].windows.first?.lowerBound ?? start)...anyTime.upperBound]
        if visits[job].due == nil { visits[job].due = visits[job].published?.start }
      }
    }
  }

  /// One way to drive what somebody has before him, each visit as it was planned or as soon as he is there; nil when
  /// lunch does not fall into its time.
  private func drive(
    _ mine: [Int], _ member: Int, lunchBefore: Int?
  ) -> (home: Int, starts: [Int], rests: Bool)? {
    let one = technicians[member]
    var time = one.shiftStart
    var place = one.start
    var starts: [Int] = []
    for (number, job) in mine.enumerated() {
      if number == lunchBefore, !rest(one, &time) { return nil }
      let visit = visits[job]
      time = max(time + map.way(place, visit.place), visit.release, visit.published?.start ?? 0)
      starts.append(time)
      time += visit.duration
      place = visit.place
    }
    if lunchBefore == mine.count, !rest(one, &time) { return nil }
    return (time + map.way(place, one.end), starts, lunchBefore != nil)
  }

  private func rest(_ one: Problem.Technician, _ time: inout Int) -> Bool {
    guard let lunch = one.lunch, time <= lunch.latest else { return false }
    time = max(time, lunch.earliest) + lunch.duration
    return true
  }
}
