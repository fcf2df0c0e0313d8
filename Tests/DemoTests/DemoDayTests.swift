import Demo
import Domain
import TestSupport
import Testing

@Suite("A made-up day")
struct DemoDayTests {
  @Test("is accepted by the office, word for word, at any hour of any day", arguments: Instants.all)
  func accepted(instant: Instants.One) throws {
    let played = try Played(DemoDay(seed: instant.seed, now: instant.now, zone: instant.zone))
    #expect(played.refused == [])
    #expect(played.idle == 0)
    #expect(played.isInOrder)
    #expect(played.last <= instant.now)
    #expect(played.office.orders.unordered.filter { !$0.isEnded }.count == played.day.openCount)
  }

  @Test("shows in its panes everything that a dispatcher meets", arguments: Instants.all)
  func panes(instant: Instants.One) throws {
    let played = try Played(DemoDay(seed: instant.seed, now: instant.now, zone: instant.zone))
    let board = Board(played.office, now: instant.now)
    let kinds = Set(board.alerts.map(\.id.kind))
    #expect(kinds.isSuperset(of: [.breached, .p1Unassigned, .atRisk, .overrun, .noCheckIn, .holdReview]))
    #expect(Set(board.technicians.map(\.shown)) == Set(ShownPresence.allCases))
    #expect(board.queue.count >= 15)
    #expect(board.queue.first?.priority == .p1)
    #expect(board.counts.p1Open >= 2)
    #expect(board.counts.free >= 5)
    #expect(board.counts.late >= 1)
    let states = Set(played.office.orders.unordered.compactMap { $0.visits.last?.assignment?.status })
    #expect(states.isSuperset(of: [.scheduled, .dispatched, .accepted, .travelling, .onSite, .declined]))
    #expect(Set(board.lanes.flatMap(\.bars).map(\.status)).contains(.onSite))
    #expect(played.office.orders.unordered.contains { $0.hold != nil })
  }

  @Test("is a working day of its town, whatever the day of the week", arguments: Instants.all)
  func open(instant: Instants.One) throws {
    let office = try Played(DemoDay(seed: instant.seed, now: instant.now, zone: instant.zone)).office
    let today = office.today(at: instant.now)
    #expect(office.sites.inOrder.compactMap(\.hours).allSatisfy { !$0.intervals(on: today).isEmpty })
    #expect(office.contracts.inOrder.allSatisfy { !$0.hours.intervals(on: today).isEmpty })
  }

  @Test("has the numbers of the story, and 20422 comes next")
  func numbers() throws {
    let played = try Played(DemoDay(seed: 7, now: Instants.tuesday, zone: .utc))
    #expect(played.office.order(number: 20_418)?.summary == "AHU-3 no air")
    #expect(played.office.nextNumber == 20_422)
    #expect(played.importedNumbers.count == 800)
    #expect(Set(played.importedNumbers).count == 800)
  }

  @Test("is the same from the same seed, and another from another")
  func seeds() {
    let first = Array(DemoDay(seed: 1, now: Instants.tuesday, zone: .utc).submissions)
    #expect(first == Array(DemoDay(seed: 1, now: Instants.tuesday, zone: .utc).submissions))
    #expect(first != Array(DemoDay(seed: 2, now: Instants.tuesday, zone: .utc).submissions))
  }

  @Test("counts what it tells", arguments: [0, 1, 1_999, 2_000, 4_001])
  func count(closed: Int) {
    let day = DemoDay(seed: 3, now: Instants.tuesday, zone: .utc, closed: closed)
    #expect(Array(day.submissions).count == day.count)
  }

  @Test("has as many open orders and technicians as it was asked for")
  func sizes() throws {
    let day = DemoDay(seed: 4, now: Instants.tuesday, zone: .utc, open: 900, closed: 10, technicians: 60)
    let played = try Played(day)
    #expect(played.refused == [])
    #expect(played.office.orders.unordered.filter { !$0.isEnded }.count == 900)
    #expect(played.office.technicians.count == 60)
  }

  @Test("keeps the running day small while years of history come in")
  func history() throws {
    var largest = 0
    let day = DemoDay(seed: 5, now: Instants.tuesday, zone: .utc, closed: 5_000)
    let played = try Played(day) { largest = max(largest, $0.orders.count) }
    #expect(played.refused == [])
    #expect(largest <= 2_000)
    #expect(played.importedNumbers.count == 5_000)
  }
}
