import Domain

/// The technicians of the office, with the shift each of them has around now.
struct Crew: Sendable {
  /// What somebody is doing when the day is looked at.
  enum Stance: Sendable {
    case free, onSite, travelling, onBreak, off, unavailable
  }

  struct Member: Sendable {
    let technician: Technician
    let person: Person.ID
    /// The shift that is on, or for one who is off the next one.
    let shift: TimeRange
    let stance: Stance

    var id: Technician.ID { technician.id }
    func can(_ trade: Trade) -> Bool { technician.skills.contains { $0.trade == trade } }
  }

  static let fewest = known.count

  private(set) var members: [Member] = []

  /// The eight that the story names come first, whatever the count; shifts lie around the quarter of
  /// an hour `grid`.
  init(count: Int, grid: Timestamp, zone: ZoneRules, _ numbers: inout SeededNumbers) {
    for known in Crew.known { members.append(Crew.member(known, grid, zone, &numbers)) }
    for index in 0..<max(0, count - Crew.known.count) {
      members.append(Crew.member(Crew.made(index, &numbers), grid, zone, &numbers))
    }
  }

  /// The known one of a handle.
  func member(_ handle: String) -> Member { members.first { $0.technician.handle == handle } ?? members[0] }

  /// Those that the story does not name.
  var others: ArraySlice<Member> { members.dropFirst(Crew.known.count) }
}

extension Crew {
  private struct Profile {
    let name: String
    let handle: String
    let skills: [(trade: String, level: Int)]
    let stance: Stance
    let zone: String
  }

  private static let known: [Profile] = [
    Profile(
      name: "Ruiz, Ana", handle: "ana", skills: [("hvac", 3), ("plumbing", 1)], stance: .free, zone: "centre"),
    Profile(
      name: "Flores, Inés", handle: "ines", skills: [("hvac", 2), ("refrigeration", 2)], stance: .free,
      zone: "north"),
    Profile(
      name: "Chen, Wei", handle: "wei", skills: [("refrigeration", 3), ("hvac", 2)], stance: .onSite,
      zone: "east"),
    Profile(
      name: "Diallo, Amara", handle: "amara", skills: [("plumbing", 3), ("electrical", 2)], stance: .onSite,
      zone: "south"),
    Profile(
      name: "Brandt, Jo", handle: "jo", skills: [("hvac", 3), ("doors", 2)], stance: .travelling, zone: "west"
    ),
    Profile(
      name: "Hughes, Tom", handle: "tom", skills: [("lift", 3), ("electrical", 2)], stance: .onBreak,
      zone: "centre"),
    Profile(
      name: "Evans, Rhys", handle: "rhys", skills: [("hvac", 1), ("it", 2)], stance: .off, zone: "north"),
    Profile(
      name: "Gold, Mia", handle: "mia", skills: [("lift", 2), ("fire", 2)], stance: .unavailable, zone: "east"
    )
  ]

  private static let stances: [Stance] = [
    .free, .onSite, .travelling, .free, .off, .onSite, .free, .travelling
  ]
  private static let zones = ["north", "south", "east", "west", "centre"]
  private static let pairs: [[(trade: String, level: Int)]] = [
    [("plumbing", 2), ("general", 2)], [("doors", 3), ("lighting", 2)], [("it", 3), ("print", 2)],
    [("lift", 2), ("electrical", 3)], [("fire", 2), ("electrical", 1)], [("hvac", 2), ("plumbing", 1)],
    [("refrigeration", 2), ("hvac", 1)], [("roofing", 2), ("pest", 1)], [("print", 3), ("it", 1)],
    [("cleaning", 1), ("general", 1)]
  ]

  private static func made(_ index: Int, _ numbers: inout SeededNumbers) -> Profile {
    let first = Names.first[(index * 7 + index / 32) % Names.first.count]
    let last = Names.last[(index * 5 + index / 32) % Names.last.count]
    return Profile(
      name: "\(last), \(first)", handle: first.folded + (index < Names.first.count ? "" : String(index)),
      skills: pairs[index % pairs.count], stance: stances[index % stances.count], zone: numbers.pick(zones))
  }

  private static func member(
    _ profile: Profile, _ grid: Timestamp, _ zone: ZoneRules, _ numbers: inout SeededNumbers
  ) -> Member {
    let opens: Int64 = profile.stance == .off ? 210 : numbers.pick([-210, -210, -195])
    let shift = TimeRange(start: grid + .minutes(opens), length: .minutes(profile.stance == .off ? 480 : 600))
    let day = zone.date(at: shift.start)
    let days = (numbers.within(-2 ... -1)...2).prefix(5).map { day.adding(days: $0).weekday }
    let skills = profile.skills.map { skill in
      Skill(
        trade: Trade(skill.trade), level: skill.level,
        expiresOn: numbers.chance(percent: 25) ? day.adding(days: numbers.within(20...700)) : nil)
    }
    var technician = Technician(
      id: numbers.id(), handle: profile.handle, name: numbers.personal(profile.name), skills: skills,
      hours: week(shift, days, zone), zone: profile.zone, team: profile.zone == "centre" ? "centre" : "outer",
      home: Spot.somewhere(&numbers).0)
    technician.phone = numbers.phone()
    let pause = profile.stance == .onBreak ? Int64(-15) : opens + 285
    technician.breaks = interval(TimeRange(start: grid + .minutes(pause), length: .minutes(30)), zone)
    return Member(technician: technician, person: numbers.id(), shift: shift, stance: profile.stance)
  }

  private static func week(_ shift: TimeRange, _ days: [Weekday], _ zone: ZoneRules) -> OpeningHours {
    let intervals = interval(shift, zone)
    return OpeningHours(weekly: Dictionary(days.map { ($0, intervals) }) { first, _ in first })
  }

  /// A stretch of time as local hours; none where it is a whole day.
  private static func interval(_ range: TimeRange, _ zone: ZoneRules) -> [OpenInterval] {
    let opens = zone.civil(at: range.start).time
    let closes = zone.civil(at: range.end).time
    return OpenInterval(opens: opens, closes: closes == .midnight ? .endOfDay : closes).map { [$0] } ?? []
  }
}
