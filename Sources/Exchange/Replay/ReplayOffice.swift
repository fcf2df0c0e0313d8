public import Domain

/// The office that a recorded day is played into: its units as technicians, what they can do, and what is promised
/// to those who call.
public struct ReplayOffice: Sendable {
  public let founded: Timestamp
  public let zone: ZoneRules
  public let owner: Person
  /// Whoever told the day at its source.
  public static let teller: Person.ID = StableIdentifier.make("person", "replay")

  public init(founded: Timestamp, zone: ZoneRules, owner: Person) {
    self.founded = founded
    self.zone = zone
    self.owner = owner
  }

  /// What begins it: the office, its trades, who tells the day, and every unit that the day names, at home where its
  /// calls were.
  public func commands(for day: ReplayDay) -> [Command] {
    let profile = OfficeProfile(name: "Replay \(day.date.iso)", zone: zone.name, currency: "USD")
    let found = FoundOffice(
      profile: profile, zone: zone, firstNumber: 1, contracts: [Self.contract], owner: owner)
    let teller = Person(
      id: Self.teller,
      handle: owner.handle == "replay" ? "replay-day" : "replay",
      name: PersonalText(id: StableIdentifier.make("name", "replay"), words: "Replay"), role: .dispatcher)
    return [
      .foundOffice(found), .changeOffice(ChangeOffice(trades: Self.trades)), .addPerson(AddPerson(teller))
    ]
      + units(of: day).map { .addTechnician($0) }
  }

  static func technician(_ unit: String) -> Technician.ID {
    StableIdentifier.make("technician", "unit \(unit)")
  }
  static func person(_ unit: String) -> Person.ID { StableIdentifier.make("person", "unit \(unit)") }
}

extension ReplayOffice {
  /// Where a unit was sent, to find out what it is and where it is at home.
  private struct Sightings {
    var type: String?
    var zones: [String: Int] = [:]
    var places: [Coordinates] = []

    /// Where most of its calls were; of equals the first by name.
    var zone: String? { zones.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

    var home: Coordinates? {
      guard !places.isEmpty else { return nil }
      let count = Double(places.count)
      return Coordinates(
        latitude: places.reduce(0) { $0 + $1.latitude } / count,
        longitude: places.reduce(0) { $0 + $1.longitude } / count)
    }
  }

  private func units(of day: ReplayDay) -> [AddTechnician] {
    var sites: [String: ReplayEvent] = [:]
    var seen: [String: Sightings] = [:]
    for event in day.events {
      if event.kind == .callCreated, sites[event.call] == nil { sites[event.call] = event }
      guard event.kind.isOfUnits else { continue }
      var unit = seen[event.unit] ?? Sightings()
      unit.type = unit.type ?? event["unit_type"]
      if event.kind == .unitDispatched, let call = sites[event.call] {
        if let zone = call["zone"] { unit.zones[zone, default: 0] += 1 }
        if let place = call.place { unit.places.append(place) }
      }
      seen[event.unit] = unit
    }
    var handles: Set<String> = [owner.handle, "replay", "replay-day"]
    return seen.sorted { $0.key < $1.key }.map { unit, sightings in
      let technician = Technician(
        id: Self.technician(unit), handle: Self.handle(unit, sightings.type, &handles),
        name: PersonalText(
          id: StableIdentifier.make("name", "unit \(unit)"),
          words: [unit, sightings.type?.capitalisedWords].compactMap(\.self).joined(separator: ", ")),
        skills: Self.skills(sightings.type), zone: sightings.zone, team: sightings.type?.lowercased(),
        home: sightings.home)
      return AddTechnician(technician, person: Self.person(unit))
    }
  }

  /// The unit's own name as one word; a bare number gets the letter of its type, or it would read as an order.
  private static func handle(_ unit: String, _ type: String?, _ taken: inout Set<String>) -> String {
    let letter = unit.allSatisfy(\.isNumber) ? String((type ?? "u").prefix(1)) : ""
    let folded = String((letter + unit).folded.prefix(32))
    let base = folded.allSatisfy { $0.isLetter || $0.isNumber } && !folded.isEmpty ? folded : "unit"
    var handle = base
    var count = 2
    while !taken.insert(handle).inserted {
      handle = "\(base)-\(count)"
      count += 1
    }
    return handle
  }

  private static func skills(_ type: String?) -> [Skill] {
    let own: [(String, Int)] =
      switch type?.uppercased() {
      case "MEDIC": [("medical", 3)]
      case "PRIVATE": [("medical", 2)]
      case "ENGINE": [("fire", 2), ("medical", 1), ("rescue", 1)]
      case "TRUCK": [("fire", 2), ("rescue", 2)]
      case "RESCUE SQUAD": [("rescue", 3), ("fire", 2), ("medical", 1)]
      case "RESCUE CAPTAIN": [("medical", 3), ("rescue", 2)]
      case "CHIEF": [("fire", 3), ("rescue", 2)]
      case _: [("fire", 1)]
      }
    return (own + [("general", 1)]).map { Skill(trade: Trade($0.0), level: $0.1) }
  }
}

extension ReplayOffice {
  static let trades = Taxonomy(entries: [
    Taxonomy.Entry("medical", estimate: .minutes(60), hints: ["medical", "injury", "sick"]),
    Taxonomy.Entry(
      "fire", estimate: .minutes(45), hints: ["fire", "smoke", "alarm", "alarms", "gas", "odor"]),
    Taxonomy.Entry("rescue", estimate: .minutes(45), hints: ["rescue", "collision", "collapse"]),
    Taxonomy.Entry("general", estimate: .minutes(30), hints: ["assist", "service"])
  ])

  /// Minutes, not hours: somebody is to be there in eight where a life may depend on it.
  private static let contract = Contract(
    id: StableIdentifier.make("contract", "replay"), name: "Emergency", tier: .standard, response: .onSite,
    hours: .always,
    levels: [
      (Priority.p1, 8, 120), (.p2, 15, 180), (.p3, 30, 240), (.p4, 60, 480)
    ].map {
      ServiceLevel(priority: $0.0, response: .minutes($0.1), fix: .minutes($0.2), isRoundTheClock: true)
    })
}

extension String {
  /// `RESCUE SQUAD` as `Rescue Squad`.
  fileprivate var capitalisedWords: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(
      separator: " ")
  }
}
