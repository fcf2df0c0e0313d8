import Domain
import TestSupport
import Testing

@Suite("Queue")
struct QueueTests {
  @Test("shows all unassigned work by score, with what a dispatcher decides on", .verifies("QUE-01"))
  func rows() throws {
    var sample = try SampleOffice()
    let older = try sample.log("AHU-3 no air", priority: .p3, receivedAt: sample.now - .hours(2))
    let newer = try sample.log(
      "walk-in warm", at: SampleOffice.store112, priority: .p3, trade: "refrigeration")
    let given = try sample.log()
    try sample.assign(given)
    let board = Board(sample.office, now: sample.now)
    #expect(board.queue.map(\.id) == [older, newer])
    let row = try #require(board.queue.first)
    #expect((row.siteName, row.customerName, row.zone) == ("Mercy Hosp", "Mercy Hospital", "north"))
    #expect(
      (row.trade, row.summary, row.receivedAt) == (Trade("hvac"), "AHU-3 no air", sample.now - .hours(2)))
    #expect(row.clock == (try sample.clock(older, .response)))
    #expect(row.score == sample.office.score(of: try sample.order(older), at: sample.now))
    #expect(board.counts.unassigned == 2)
  }

  @Test(
    "marks open orders that say the same of the same place, until one of them has ended", .verifies("INT-07"))
  func alike() throws {
    var sample = try SampleOffice()
    let first = try sample.log("no air")
    let second = try sample.log("no air")
    _ = try sample.log("no air", at: SampleOffice.store112)
    #expect(Board(sample.office, now: sample.now).alike == [first, second])
    var keeper = BoardKeeper(office: sample.office, now: sample.now)
    let decision = try sample.submit(
      .cancelWorkOrder(second, CancelWorkOrder(reason: .customer, words: "")))
    var touched = Touched()
    decision.events.forEach { touched.insert($0) }
    keeper.update(office: sample.office, touched: touched, now: sample.now)
    #expect(keeper.board.alike.isEmpty)
  }

  @Test("P1 is on top whatever the sort", .verifies("SLA-06", "QUE-01"), arguments: QueueOrder.allCases)
  func pin(order: QueueOrder) throws {
    var sample = try SampleOffice()
    for minutes in [600, 300, 0] as [Int64] {
      _ = try sample.log(
        at: SampleOffice.mall, priority: .p2, urgency: .now, receivedAt: sample.now - .minutes(minutes))
    }
    let pinned = try sample.log(at: nil, priority: .p1, trade: nil, urgency: .whenever)
    let queue = Board(sample.office, now: sample.now).queue
    #expect(queue.first?.id == pinned)
    #expect(queue.shuffled().ordered(by: order).first?.id == pinned)
  }

  @Test("is sorted as asked, what is unknown last")
  func sorts() throws {
    var sample = try SampleOffice()
    let a = try sample.log(
      at: SampleOffice.store112, priority: .p3, trade: "lift", receivedAt: sample.now - .hours(1))
    let b = try sample.log(at: nil, priority: .p4, trade: nil, receivedAt: sample.now - .hours(3))
    let c = try sample.log(
      at: SampleOffice.mall, priority: .p2, trade: "doors", receivedAt: sample.now - .hours(2))
    let queue = Board(sample.office, now: sample.now).queue
    let sorted = { (order: QueueOrder) in queue.ordered(by: order).map(\.id) }
    #expect(sorted(.waiting) == [b, c, a])
    #expect(sorted(.priority) == [c, a, b])
    #expect(sorted(.number) == [a, b, c])
    #expect(sorted(.site) == [c, a, b])
    #expect(sorted(.trade) == [c, a, b])
    #expect(sorted(.zone) == [a, c, b])
    #expect(sorted(.due).first == c)
    #expect(sorted(.score) == queue.map(\.id))
  }

  @Test("a held order is there only while its review is due", .verifies("HLD-02"))
  func held() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let review = sample.now + .hours(3)
    try sample.submit(
      .holdWorkOrder(id, HoldWorkOrder(reason: .approval, note: "boss away", reviewAt: review)))
    #expect(Board(sample.office, now: review - .seconds(1)).queue.isEmpty)
    let due = Board(sample.office, now: review)
    #expect(due.queue.map(\.hold) == [.approval])
    #expect(due.alerts.filter { $0.id.kind == .holdReview }.map(\.since) == [review])
    let row = try #require(due.queue.first)
    #expect(row.clock?.state == .paused)
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
    #expect(Board(sample.office, now: sample.now).queue.map(\.hold) == [nil])
  }

  @Test("a row shows who works on it, the flag and what was odd", .verifies("TRI-13"))
  func marks() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(
      .claimWorkOrder(id, ClaimWorkOrder(true, replacing: nil)),
      .flagWorkOrder(id, FlagWorkOrder(true, until: CivilDate(iso: "2026-11-25"))))
    let row = try #require(Board(sample.office, now: sample.now).queue.first)
    #expect((row.claimedBy, row.isFlagged, row.hasAnomaly) == ("BL", true, false))
  }

  @Test("stands still within a minute, while states turn to the second")
  func minute() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2, receivedAt: sample.now - .seconds(90 * 60 - 25))
    let board = Board(sample.office, now: sample.now)
    #expect(Board(sample.office, now: sample.now + .seconds(24)) == board)
    let turned = Board(sample.office, now: sample.now + .seconds(25))
    #expect(board.queue.first?.clock?.state == .running)
    #expect(turned.queue.first?.clock?.state == .atRisk)
    #expect(turned.alerts.map(\.id.kind) == [.atRisk])
    #expect(turned == Board(sample.office, now: sample.now + .seconds(59)))
    let next = Board(sample.office, now: sample.now + .seconds(60))
    #expect(next.queue.first?.clock?.remaining == (try sample.clock(id, .response).remaining) - .seconds(60))
  }

  @Test("the header counts P1, missed, at risk, done of planned, free and late")
  func counts() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p1)
    _ = try sample.log(priority: .p2, receivedAt: sample.now - .hours(3))
    let done = try sample.log(priority: .p4)
    try sample.assign(done, at: sample.now - .hours(1))
    try sample.submit(
      .arriveOnSite(done, ArriveOnSite()), .completeVisit(done, CompleteVisit(CompletionReport(did: "x"))))
    let planned = try sample.log(priority: .p4)
    try sample.assign(planned, SampleOffice.chen, at: sample.now + .hours(2))
    let counts = Board(sample.office, now: sample.now).counts
    #expect((counts.p1Open, counts.breached, counts.atRisk) == (1, 1, 1))
    #expect((counts.doneToday, counts.plannedToday, counts.unassigned) == (1, 2, 2))
    #expect((counts.free, counts.late) == (3, 0))
    // The office's day ends at six, not at midnight.
    #expect(Board(sample.office, now: try instant("2026-11-25T05:59:59Z")).counts.doneToday == 1)
    #expect(Board(sample.office, now: try instant("2026-11-25T06:00:00Z")).counts.doneToday == 0)
  }

  @Test(
    "the counts kept up to date equal those of the rows counted from nothing", .verifies("QUE-07"),
    arguments: 1...6)
  func counts(seed: UInt64) throws {
    var day = try RandomDay(seed: seed)
    var keeper = BoardKeeper(office: day.sample.office, now: day.sample.now)
    for _ in 0..<80 {
      day.pass()
      var touched = Touched()
      if let (decision, _) = try day.act() { decision.events.forEach { touched.insert($0) } }
      keeper.update(office: day.sample.office, touched: touched, now: day.sample.now)
      let board = keeper.board
      for bucket in QueueBucket.allCases {
        let rows = board.open.count { row in
          switch bucket {
          case .new, .dispatch, .parts, .approval: row.waitsFor == bucket
          case .urgent: row.isUrgent
          case .ageNew, .ageToday, .ageOneDay, .ageFewDays, .ageOlder:
            row.isQueued && row.age.bucket == bucket
          }
        }
        #expect(board.counts.queue[bucket] == rows, "\(bucket)")
      }
      #expect(
        Set(board.open.map(\.id)) == Set(day.sample.office.orders.unordered.filter { !$0.isEnded }.map(\.id)))
      #expect(board.open == board.open.ordered(by: .score))
    }
  }

  @Test("work of the shift is of today until the office's day ends, midnight or not", .verifies("QUE-07"))
  func ageOverMidnight() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3, receivedAt: try instant("2026-11-24T22:10:00Z"))
    let age = { (text: String) in
      Board(sample.office, now: try instant(text)).open.first { $0.id == id }?.age
    }
    #expect(try age("2026-11-24T22:40:00Z") == .new)
    #expect(try age("2026-11-25T00:30:00Z") == .today)
    #expect(try age("2026-11-25T05:59:59Z") == .today)
    #expect(try age("2026-11-25T06:00:00Z") == .oneDay)
    let night = try instant("2026-11-25T00:30:00Z")
    #expect(QueueAge(of: try sample.order(id), in: sample.office, at: night) == .today)
  }

  @Test("old work that an import tells of is urgent by its priority alone", .verifies("QUE-07"))
  func oldWork() throws {
    var sample = try SampleOffice()
    let old = try sample.log(priority: .p4, receivedAt: sample.now - .days(400))
    let late = try sample.log(priority: .p2, receivedAt: sample.now - .hours(3))
    let first = try sample.log(priority: .p1, receivedAt: sample.now - .days(400))
    let board = Board(sample.office, now: sample.now)
    #expect(board.queue.first { $0.id == old }?.clock?.state == .breached)
    #expect(Set(board.queue.filter(\.isUrgent).map(\.id)) == [late, first])
    #expect(board.counts.queue[.urgent] == 2 && board.counts.breached == 3)
    let faces = [-9, 1].map { days in
      ClockFace(
        kind: .fix, state: .breached, dueAt: sample.now + .days(Int64(days)), remaining: -.days(1),
        paused: .zero, metAt: nil, changesAt: nil)
    }
    let order = try sample.order(old)
    #expect(!Array(faces.prefix(1)).isMissed(of: order))
    #expect(faces.isMissed(of: order), "the other one was missed here")
  }

  @Test("the header counts a P1 until it is done")
  func openP1() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1)
    try sample.assign(id)
    #expect(Board(sample.office, now: sample.now).counts.p1Open == 1)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    try sample.submit(.completeVisit(id, CompleteVisit(CompletionReport(did: "reset"))))
    #expect(try sample.order(id).status == .review)
    #expect(Board(sample.office, now: sample.now).counts.p1Open == 0)
  }
}
