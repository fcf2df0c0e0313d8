import Domain
import Exchange
import TestSupport
import Testing

@Suite("Telling a recorded day", .verifies("ADM-10"))
struct ReplayTellerTests {
  /// Tells a whole day to an office, as whoever plays it does, without a file.
  struct Told {
    var office = Office.unfounded
    var flagged: [Int] = []
    var refused: [String] = []

    init(_ lines: [String]) throws { try self.init(ReplayDayTests.day(lines)) }

    init(_ day: ReplayDay) throws {
      let teller = ReplayTeller(source: .zero, console: ConsoleID(high: 1, low: 2), zone: .utc)
      let owner = Person(
        id: Person.ID(high: 1, low: 1), handle: "bea",
        name: PersonalText(id: Identifier(high: 1, low: 3), words: "Bea"), role: .owner)
      let founded = ReplayDayTests.midnight - .hours(12)
      for submission in teller.founding(ReplayOffice(founded: founded, zone: .utc, owner: owner), for: day) {
        office = try office.decide(submission).after
      }
      for (line, time) in zip(day.lines, ReplayDayTests.placed(day)) {
        guard case .event(let event) = line.content else { continue }
        let order = office.order(ReplayTeller.order(event.call))
        let before = office.anomalies
        for submission in teller.submissions(of: event, line: line.number, at: time, order: order, in: office)
        {
          do { office = try office.decide(submission).after } catch {
            refused.append("\(line.number) \(event.kind.rawValue) \(error)")
          }
        }
        if office.anomalies > before { flagged.append(line.number) }
      }
    }

    func order(_ call: String) throws -> WorkOrder { try #require(office.order(ReplayTeller.order(call))) }
    func kinds(_ call: String) throws -> [Anomaly.Kind] { try order(call).anomalies.map(\.kind) }
  }

  static let line = ReplayDayTests.line
  static let unit = ReplayDayTests.unit
  static let created =
    #","type":"Structure Fire","group":"Fire","priority":"3","address":"1 Main St","zone":"B02","lat":37.7,"lon":-122.4"#

  @Test("a call with two units goes its way without a flag")
  func plain() throws {
    let told = try Told([
      Self.line("08:00:00", "call.created", "1", Self.created),
      Self.line("08:01:00", "call.entered", "1", ""),
      Self.line("08:02:00", "unit.dispatched", "1", Self.unit("E01")),
      Self.line("08:02:00", "unit.dispatched", "1", Self.unit("85")),
      Self.line("08:03:00", "unit.enroute", "1", Self.unit("E01")),
      Self.line("08:04:00", "unit.enroute", "1", Self.unit("85")),
      Self.line("08:09:00", "unit.onscene", "1", Self.unit("E01")),
      Self.line("08:20:00", "unit.available", "1", Self.unit("85")),
      Self.line("08:40:00", "unit.transport", "1", Self.unit("E01")),
      Self.line("08:50:00", "unit.available", "1", Self.unit("E01")),
      Self.line("08:50:00", "call.closed", "1", #","disposition":"Fire""#)
    ])
    let order = try told.order("1")
    #expect(told.flagged == [] && told.refused == [])
    #expect(order.status == .closed && order.reference == "1" && order.priority == .p1)
    #expect(order.trade == Trade("fire") && told.office.site(order.site)?.zone == "B02")
    #expect(order.visits.map { $0.assignment?.status } == [.done, .notDone])
    #expect(order.firstOnSiteAt == ReplayDayTests.midnight + .hours(8) + .minutes(9))
    #expect(order.notes.map(\.words) == ["E01 leaves with the patient"])
    let units = told.office.technicians.inOrder.map(\.handle).sorted()
    #expect(units == ["e01", "e85"], "a bare number would read as an order")
    #expect(told.office.technicians.inOrder.allSatisfy { $0.zone == "B02" && $0.home != nil })
  }

  @Test("what contradicts what is known is taken and flagged, and nothing of it is dropped")
  func odd() throws {
    let told = try Told([
      Self.line("08:00:00", "call.created", "1", Self.created),
      Self.line("08:01:00", "unit.onscene", "1", Self.unit("E01")),  // 2: never sent
      Self.line("08:02:00", "unit.dispatched", "1", Self.unit("E01")),  // 3: sent after it arrived
      Self.line("08:03:00", "unit.enroute", "1", Self.unit("E01")),  // 4: sets off after it arrived
      Self.line("08:04:00", "unit.available", "1", Self.unit("E02")),  // 5: available, never sent
      Self.line("08:05:00", "call.created", "2", Self.created),
      Self.line("08:06:00", "unit.dispatched", "2", Self.unit("E01")),  // 7: two calls at once
      Self.line("08:07:00", "unit.enroute", "3", Self.unit("E03")),  // 8: a call nobody has heard of
      Self.line("08:08:00", "call.created", "3", Self.created),
      Self.line("08:09:00", "call.closed", "1", ""),  // 10: closed while somebody is there
      Self.line("08:10:00", "unit.available", "1", Self.unit("E01")),  // 11: available twice
      Self.line("08:11:00", "call.created", "2", Self.created),  // 12: created twice
      Self.line("08:12:00", "call.closed", "1", ""),  // 13: closed twice
      Self.line("08:00:30", "call.entered", "2", "")  // 14: late
    ])
    #expect(told.refused == [])
    #expect(told.flagged == [2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 14])
    #expect(try told.order("1").status == .closed)
    #expect(try told.kinds("1").contains(.unannounced) && told.kinds("1").contains(.afterTheEnd))
    #expect(try told.kinds("2").contains(.elsewhere))
    #expect(try told.order("3").summary == "Structure Fire")
    #expect(try told.order("3").visits.first?.assignment?.status == .travelling)
    #expect(try told.order("2").triagedAt == ReplayDayTests.midnight + .seconds(8 * 3_600 + 30))
  }

  @Test(
    "a real day is told to the last line", .enabled(if: PublicData.hasRecordedDay, PublicData.absence),
    arguments: [
      ("replay_sf_2017-01-05.ndjson", 475, 138, 36)
    ])
  func real(name: String, calls: Int, units: Int, flagged: Int) throws {
    let day = ReplayDay(PublicData.bytes(of: "workorders/" + name))
    let told = try Told(day)
    #expect(told.refused == [])
    #expect(told.office.orders.count == calls && told.office.technicians.count == units)
    #expect(told.flagged.count == flagged)
    let closed = told.office.orders.unordered.count { $0.status == .closed }
    #expect(
      closed
        == day.lines.count {
          if case .event(let event) = $0.content { event.kind == .callClosed } else { false }
        })
  }
}

extension Office {
  fileprivate var anomalies: Int { orders.unordered.reduce(0) { $0 + $1.anomalies.count } }
}
