import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The wall", .verifies("BRD-10"))
struct WallTests {
  @Test("turns its pages by itself, round and round, until somebody stops it")
  func turns() {
    var console = Story.wall(120, 36)
    var pages: [Wall.Page] = []
    for _ in 0..<5 {
      pages += [console.wall?.page].compactMap(\.self)
      console.turn()
    }
    #expect(pages == [.now, .technicians, .breaches, .trend, .now])
    console.type(" ")
    #expect(console.rows[0].contains("stopped"))
    console.turn(100)
    #expect(console.wall?.page == .technicians)
    console.type(" ")
    console.turn()
    #expect(console.wall?.page == .breaches)
  }

  @Test("pages are turned and chosen by key as well")
  func keys() {
    var console = Story.wall(120, 36)
    console.type("]")
    #expect(console.wall?.page == .technicians)
    console.type("[[")
    #expect(console.wall?.page == .trend)
    console.type("3")
    #expect(console.wall?.page == .breaches)
  }

  @Test("a page that is longer than the screen is turned through, screen by screen")
  func parts() {
    var board = Story.board()
    let row = board.queue[2]
    board.queue = (0..<50).map { number in
      QueueRow(
        id: Story.order(30_000 + number), number: 30_000 + number, status: row.status, priority: row.priority,
        clock: row.clock, receivedAt: row.receivedAt, trade: row.trade, siteName: "Site \(number)",
        customerName: "", zone: nil, summary: "dead", window: nil, score: row.score, claimedBy: nil,
        isFlagged: false, hold: nil, hasAnomaly: false)
    }
    var console = Story.wall(80, 24, board: board)
    #expect(console.text.contains("more: page 3"))
    console.type("3")
    var seen: Set<Int> = []
    for part in 1...3 {
      #expect(console.rows[0].contains("breaches, \(part) of 3"))
      for number in 0..<50 where console.text.contains("3\(String(number + 10_000).dropFirst())") {
        seen.insert(number)
      }
      console.turn()
    }
    #expect(seen.count == 50)
    #expect(console.wall?.page == .trend)
    console.type("3[")
    #expect(console.wall?.page == .technicians)
  }

  @Test("Enter opens a red line for reading, and every key that would change something says no")
  func reads() {
    var console = Story.wall(120, 36)
    console.type("<enter>")
    #expect(console.wall?.cursor == Story.order(20_396) && console.top == nil)
    console.type("j<enter>")
    #expect(console.top == "Order 20418")
    #expect(console.text.contains("AHU-3 no air"))
    console.type("aHpCNmtefdo<enter>su")
    #expect(console.model.popups.count == 1 && console.top == "Order 20418")
    console.type("q")
    #expect(console.top == nil)
    console.type("aHpn:<F9><C-p>M")
    #expect(console.top == nil && console.model.line == nil)
    #expect(console.effects.allSatisfy { if case .submit = $0 { false } else { true } })
    console.send(.input(.mouse(Mouse(.press(.left), at: Point(column: 30, row: 20)))))
    #expect(console.top == nil)
  }

  @Test("shows no number and no code, wherever somebody has written them")
  func canaries() {
    var office = Story.office()
    let order = Story.order(20_396)
    let site = Site.ID(high: 5, low: 20_396)
    office.sites[site]?.details[.accessCode] = "CANARY-7"
    office.sites[site]?.phone = PersonalText(id: .init(high: 9, low: 7), words: "0151 496 0177")
    office.orders[order]?.notes = [
      Note(words: "code CANARY-7, ring 0151 496 0199", by: Story.bea, at: Story.now)
    ]
    var board = Story.board()
    let row = board.queue[2]
    board.queue[2] = QueueRow(
      id: row.id, number: row.number, status: row.status, priority: row.priority, clock: row.clock,
      receivedAt: row.receivedAt, trade: row.trade, siteName: row.siteName, customerName: "", zone: nil,
      summary: "burst pipe, ring 0151 496 0123, gate CANARY-7", window: nil, score: row.score, claimedBy: nil,
      isFlagged: false, hold: nil, hasAnomaly: false)
    var console = Story.wall(200, 60, office: office, board: board)
    var text = console.text
    #expect(text.contains("(hidden)"))
    for keys in ["3", "1g<enter>", "]", "]", "[[[", "<esc>="] {
      console.type(keys)
      text += console.text
    }
    #expect(console.top == "What the figures mean")
    for canary in ["CANARY", "496 01"] { #expect(!text.contains(canary)) }
  }

  @Test("= says what every figure means", .verifies("REP-13"))
  func explains() {
    var console = Story.wall(200, 60)
    console.type("=")
    for name in Counter.Name.allCases {
      #expect(console.text.contains(Wording.definition(of: name).prefix(40)))
    }
    #expect(console.text.contains("Open orders with a clock that has run out."))
  }

  @Test("a window that nobody reads any more is closed, and a mark let go")
  func forgotten() {
    var console = Story.wall(120, 36)
    console.type("j<enter>")
    console.turn(14)
    #expect(console.top != nil)
    console.type("j")
    console.turn(14)
    #expect(console.top != nil)
    console.turn(20)
    #expect(console.top == nil && console.wall?.cursor == nil)
  }

  @Test("leaves by q twice, and stays by Esc; what it asked is forgotten when nobody answers")
  func leaves() {
    var console = Story.wall(80, 24)
    console.type("jq")
    #expect(console.wall?.cursor == nil && !console.didQuit)
    console.type("q<esc>q")
    #expect(!console.didQuit && console.text.contains("again leaves"))
    console.turn(3)
    #expect(!console.text.contains("again leaves"))
    console.type("qq")
    #expect(console.didQuit)
  }

  @Test("says how old it is when the office does not answer, and what it is parted for")
  func link() {
    var console = Story.wall(120, 36)
    console.send(.link(.office(.live, waiting: 0)))
    #expect(console.rows[0].contains("● live"))
    console.send(.link(.office(.offline(since: Story.now - .seconds(5)), waiting: 0)))
    #expect(!console.rows[0].contains("AS OF"))
    console.send(.tick(Story.now + .minutes(3), Story.board()))
    #expect(console.rows[0].contains("AS OF 10:41, 3 min old · no line to the office · now 10:45"))
    console.send(.link(.office(.stopped(Failure(.turnedAway, subject: "", detail: "revoked")), waiting: 0)))
    console.send(.tick(Story.now + .minutes(9), Story.board()))
    #expect(console.rows[0].contains("AS OF 10:45, 6 min old · revoked"))
    console.send(.link(.office(.live, waiting: 0)))
    #expect(console.rows[0].contains("● live"))
  }

  @Test("what is marked stays marked while the lines change, and is let go with its line")
  func follows() {
    var console = Story.wall(120, 36)
    console.type("j")
    console.type("j")
    let marked = console.wall?.cursor
    var board = Story.board()
    board.queue.removeAll { $0.id == Story.order(20_396) }
    console.send(.officeChanged(Story.office(), board))
    #expect(console.wall?.cursor == marked && marked != nil)
    console.send(.officeChanged(Story.office(), Board()))
    #expect(console.wall?.cursor == nil)
  }

  @Test("goes on over midnight and the end of the day")
  func days() {
    let office = Story.office()
    var keeper = BoardKeeper(office: office, now: Story.now)
    var console = Story.wall(80, 24, office: office, board: keeper.board)
    for hour in 1...60 {
      let now = Story.now + .hours(Int64(hour))
      keeper.update(office: office, now: now)
      console.send(.tick(now, keeper.board))
      console.turn()
    }
    #expect(console.rows[0].contains("Thu 26 Nov   22:42"))
  }

  @Test("is for everybody but technicians, who read their own work")
  func roles() {
    for role in Role.allCases { #expect(role.may(.seeAllWork) == (role != .technician), "\(role)") }
    var office = Story.office()
    let context = { (office: Office) in
      VerbContext(
        office: office, now: Story.now, person: Story.bea, identifiers: CountingIdentifiers(), isScript: true)
    }
    #expect(throws: Never.self) {
      _ = try Verbs.parse(line: "board", in: context(office)).act(in: context(office))
    }
    office.people[Story.bea]?.role = .technician
    #expect(throws: Refusal.notAllowed(.seeAllWork, role: .technician)) {
      _ = try Verbs.parse(line: "board", in: context(office)).act(in: context(office))
    }
  }

  @Test("takes no time for a page that nobody could read", arguments: ["1", "4000", "x", "-5"])
  func turnSeconds(_ word: String) {
    let context = VerbContext(
      office: Story.office(), now: Story.now, person: Story.bea, identifiers: CountingIdentifiers(),
      isScript: true)
    #expect(throws: UsageFault.self) { _ = try Verbs.parse(line: "board --turn \(word)", in: context) }
  }

  @Test("the audit is filtered on the wall, with a page at a time", .verifies("USR-05"))
  func audit() throws {
    var console = Story.wall(120, 36)
    console.type("L")
    #expect(asked(console)?.filter == "")
    let lines = (1...60).map { "\($0)  sue assign 20418" } + ["61  bea note 0151 496 0123"]
    answer(lines, &console)
    #expect(console.text.contains("/ filter") && console.text.contains("a page"), "\(console.text)")
    #expect(!console.text.contains("0123"))
    console.type("/by:bea<Enter>")
    #expect(asked(console)?.filter == "by:bea")
    answer([lines[60]], &console)
    #expect(console.text.contains("bea note") && !console.text.contains("sue assign"))
    console.type("<Esc>")
    #expect(asked(console)?.filter == "", "Esc takes the filter off first")
    console.type("<Esc>")
    #expect(console.top == nil)
  }

  @Test("help on the wall names no key that does nothing there")
  func help() {
    var console = Story.wall(120, 40)
    console.type("?")
    #expect(console.text.contains("Board") && !console.text.contains("line.open"), "\(console.text)")
  }

  @Test("all figures are of one instant", .verifies("BRD-10"))
  func oneInstant() throws {
    var office = try PocketDesk.office()
    let order = Story.order(20_418)
    for command: Command in [
      .acceptVisit(order, AcceptVisit()), .startTravel(order, StartTravel()),
      .arriveOnSite(order, ArriveOnSite())
    ] {
      try PocketDesk.decide(command, by: Story.bea, &office)
    }
    let board = { (office: Office) in BoardKeeper(office: office, now: Story.now).board }
    var console = Story.wall(200, 60, office: office, board: board(office))
    console.send(.tick(Story.now, board(office)))
    let before = underWay(console)
    try PocketDesk.decide(
      .completeVisit(order, CompleteVisit(CompletionReport(did: "done"))), by: Story.bea, &office)
    console.send(.officeChanged(office, board(office)))
    #expect(before != nil && underWay(console) != before, "within the minute: \(console.text)")
  }

  private func underWay(_ console: Console) -> Int? {
    let words = console.text.split(separator: " ")
    return words.indices.dropFirst().first { words[$0] == "under" }.flatMap { Int(words[$0 - 1]) }
  }

  private func asked(_ console: Console) -> AuditQuestion? {
    console.effects.reversed().lazy.compactMap {
      if case .ask(.audit(let question), _) = $0 { question } else { nil }
    }.first
  }

  private func answer(_ lines: [String], _ console: inout Console) {
    for case .ask(.audit, let origin) in console.effects {
      console.send(.answered(.lines(lines, title: "Audit"), origin))
    }
  }
}
