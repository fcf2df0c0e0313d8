import Domain
import TUI

extension Story {
  static let names: [(name: String, handle: String)] = [
    ("Ruiz, Ana", "ana"), ("Flores, Inés", "ines"), ("Chen, Wei", "wei"), ("Diallo, Amara", "amara"),
    ("Brandt, Jo", "jo"), ("Hughes, Tom", "tom"), ("Evans, Rhys", "rhys"), ("Gold, Mia", "mia")
  ]

  private static func card(
    _ number: Int, _ shown: ShownPresence, now: Int? = nil, until: Timestamp?, next: Int?, load: Int,
    seen: Span?, isLate: Bool = false, overrun: Span = .zero, isSilent: Bool = false, place: String? = nil
  ) -> TechnicianCard {
    TechnicianCard(
      id: technician(number), handle: names[number].handle, name: names[number].name, shown: shown,
      isLate: isLate,
      now: now, overrun: overrun, until: until, next: next, nextStart: nil, utilisationPercent: load,
      lastSeenAt: seen.map { Story.now - $0 }, isSilent: isSilent,
      zone: number.isMultiple(of: 2) ? "north" : "south", team: "day",
      skills: [Skill(trade: Trade("hvac"), level: 3)], lastPlace: place,
      lastPlaceAt: place == nil ? nil : Story.now - .minutes(40), isOnCall: false, alerts: 0)
  }

  static let cards: [TechnicianCard] = [
    card(0, .available, until: at(12, 37), next: 20_417, load: 62, seen: .minutes(1), place: "Depot"),
    card(1, .available, until: at(14, 37), next: 20_412, load: 45, seen: .minutes(2), place: "Northgate"),
    card(
      2, .onSite, now: 20_391, until: at(11, 0), next: 20_404, load: 94, seen: .minutes(9), isLate: true,
      overrun: .minutes(27), place: "Store 112"),
    card(
      3, .onSite, now: 20_388, until: at(11, 37), next: 20_395, load: 71, seen: .minutes(45), isSilent: true),
    card(4, .travelling, now: 20_402, until: at(11, 7), next: 20_409, load: 88, seen: .minutes(3)),
    card(5, .onBreak, until: at(11, 15), next: 20_398, load: 66, seen: .minutes(12)),
    card(6, .off, until: at(14, 0), next: 20_413, load: 25, seen: nil),
    card(7, .unavailable, until: at(9, 0, day: 1), next: nil, load: 0, seen: .days(2))
  ]

  private static func bar(
    _ number: Int, _ status: AssignmentStatus, _ start: Timestamp, _ end: Timestamp, travel: Span? = nil,
    overrun: Timestamp? = nil, isConflict: Bool = false, isHeld: Bool = false
  ) -> TimelineBar {
    TimelineBar(
      id: Visit.ID(high: 6, low: UInt64(number)), order: order(number), number: number, priority: .p2,
      trade: Trade("hvac"), status: status, isHeld: isHeld, range: TimeRange(start: start, end: end),
      overrun: overrun.map { TimeRange(start: end, end: $0) },
      travel: travel.map { TimeRange(start: start - $0, end: start) }, isConflict: isConflict)
  }

  private static func lane(
    _ number: Int, _ from: Timestamp, _ to: Timestamp, _ bars: [TimelineBar], away: [TimelineLane.Away] = []
  ) -> TimelineLane {
    TimelineLane(
      id: technician(number), name: names[number].name, working: [TimeRange(start: from, end: to)],
      away: away,
      bars: bars)
  }

  static let lanes: [TimelineLane] = [
    lane(
      0, at(7, 0), at(15, 30),
      [
        bar(20_371, .done, at(7, 30), at(8, 45)),
        bar(20_377, .done, at(9, 0), at(10, 15), travel: .minutes(15)),
        bar(20_417, .accepted, at(13, 0), at(14, 0), travel: .minutes(23)),
        bar(20_420, .scheduled, at(14, 30), at(15, 30))
      ]),
    lane(
      4, at(7, 0), at(15, 30),
      [
        bar(20_369, .done, at(7, 30), at(10, 0)),
        bar(20_402, .accepted, at(11, 7), at(12, 37), travel: .minutes(22)),
        bar(20_409, .dispatched, at(13, 0), at(14, 30), travel: .minutes(23))
      ]),
    lane(
      2, at(8, 0), at(17, 0),
      [
        bar(20_391, .onSite, at(8, 34), at(10, 19), overrun: at(10, 42)),
        bar(20_404, .dispatched, at(11, 0), at(11, 45), isConflict: true),
        bar(20_410, .scheduled, at(14, 0), at(15, 15), travel: .minutes(23))
      ]),
    lane(
      3, at(8, 0), at(17, 0),
      [
        bar(20_388, .onSite, at(9, 0), at(11, 37)),
        bar(20_395, .dispatched, at(14, 0), at(15, 0), travel: .minutes(23))
      ]),
    lane(6, at(14, 0), at(20, 0), [bar(20_413, .scheduled, at(14, 30), at(15, 45))]),
    lane(
      1, at(7, 0), at(17, 0),
      [
        bar(20_360, .done, at(7, 30), at(8, 15)),
        bar(20_362, .done, at(8, 30), at(9, 8), travel: .minutes(15)),
        bar(20_365, .done, at(9, 15), at(10, 0)), bar(20_412, .tentative, at(15, 0), at(16, 0))
      ]),
    lane(
      5, at(7, 0), at(17, 0),
      [bar(20_384, .done, at(7, 30), at(10, 0)), bar(20_398, .accepted, at(11, 45), at(13, 0))],
      away: [TimelineLane.Away(range: TimeRange(start: at(10, 30), end: at(11, 15)), reason: nil)]),
    lane(
      7, at(8, 0), at(17, 0), [],
      away: [TimelineLane.Away(range: TimeRange(start: at(8, 0), end: at(17, 0)), reason: "training")])
  ]

  fileprivate static func alert(
    _ kind: Alert.Kind, _ number: Int?, _ severity: Alert.Severity, ago minutes: Int64,
    _ evidence: Alert.Evidence,
    remedy: Alert.Remedy = .assign, technician: Int? = nil
  ) -> Alert {
    let next = AlertStanding.Next.escalates(to: .supervisor, at: now - .minutes(minutes - 25))
    let standing = AlertStanding(owner: nil, changedAt: nil, level: .desk, next: minutes < 60 ? next : .stays)
    return Alert(
      id: Alert.ID(
        kind, order: number, technician: technician.map { names[$0].handle }, cause: now - .minutes(minutes)),
      severity: severity, since: now - .minutes(minutes), orderID: number.map(order),
      technicianID: technician.map(Story.technician), evidence: evidence, remedy: remedy,
      standing: standing)
  }

  static let alerts: [Alert] = [
    alert(.p1Unassigned, 20_418, .high, ago: 22, .unassigned(responseDue: at(11, 20))),
    alert(.breached, 20_396, .high, ago: 12, .clock(clock(.response, .breached, minutes: -12), .p2)),
    alert(
      .overrun, 20_404, .medium, ago: 4, .overrun(by: .minutes(27), technician: "wei", next: 20_404),
      remedy: .replan),
    alert(
      .noCheckIn, 20_388, .medium, ago: 15, .silence(.minutes(45), limit: .minutes(30), technician: "amara"),
      remedy: .note, technician: 3),
    alert(
      .holdReview, 20_351, .low, ago: 1_500,
      .hold(.parts, since: at(9, 0, day: -6), reviewAt: at(9, 0, day: -1)), remedy: .release)
  ]
}

extension Story {
  /// So many alerts of other orders.
  static func moreAlerts(_ count: Int) -> [Alert] {
    (0..<count).map { number in
      alert(.unassigned, 20_500 + number, .medium, ago: 9, .waiting(.p2, since: now - .minutes(129)))
    }
  }
}

extension Alert {
  /// The same alert, put off to a time.
  func putOff(to time: Timestamp) -> Alert {
    Alert(
      id: id, severity: severity, since: since, orderID: orderID, technicianID: technicianID,
      evidence: evidence,
      remedy: remedy,
      standing: AlertStanding(owner: Story.bea, changedAt: Story.now, level: .desk, next: .returns(time)))
  }
}
