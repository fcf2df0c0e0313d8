import Domain
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Submitting")
struct SubmittingTests {
  @Test("records an entry that the next start finds")
  func recorded() throws {
    let office = try SampleOffice()
    let receipt = try office.submit(SampleOffice.log(1, "burst pipe"), SampleOffice.assign(1))
    #expect(receipt.seq == 3)
    let window = try office.secondWindow()
    #expect(window.state.office == office.file.state.office)
    #expect(window.state.office.order(number: 20_000)?.technician == SampleOffice.ana)
    #expect(window.state.head == receipt.state.head)
  }

  @Test("answers the same id twice with the stored outcome, from another window too", .verifies("USR-11"))
  func idempotent() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "burst pipe"))
    let submission = office.submission([SampleOffice.note(1, "second floor")])
    let first = try office.file.submit(submission)
    let again = try office.file.submit(submission)
    let elsewhere = try office.secondWindow().submit(submission)
    #expect(!first.isRepeat && again.isRepeat && elsewhere.isRepeat)
    #expect(again.seq == first.seq && elsewhere.seq == first.seq)
    #expect(again.events == first.events)
    #expect(office.file.state.office.order(SampleOffice.order(1))?.notes.count == 1)
  }

  @Test("records nothing for what is so already, and nothing for what is refused")
  func nothing() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let before = office.file.state.seq
    #expect(try office.submit(SampleOffice.log(1, "leak")).seq == nil)
    #expect(throws: SubmitError.self) { try office.submit(SampleOffice.note(99, "no such order")) }
    #expect(throws: SubmitError.self) {
      try office.submit(SampleOffice.note(1, "kept?"), SampleOffice.note(1, " "))
    }
    #expect(office.file.state.seq == before)
    #expect(try office.file.check().problems == [])
  }

  @Test("keeps all of a text, whatever bytes are in it", .verifies("USR-11"))
  func wholeTexts() throws {
    let office = try SampleOffice()
    let words = "Jo\0e ␀ \u{1B}[2J \u{202E}end"
    let contact = PersonalText(id: Identifier(high: 55, low: 2), words: words)
    let change = FieldChange<Site.Field>(.contact, from: nil, to: .personal(contact))
    try office.submit(
      SampleOffice.log(1, "leak\0drip"), .editSite(SampleOffice.quayHouse, EditSite([change])))
    let window = try office.secondWindow()
    #expect(window.state.office.site(SampleOffice.quayHouse)?.contact?.words == words)
    #expect(window.state.office.order(SampleOffice.order(1))?.summary == "leak\0drip")
    #expect(try window.check().problems == [])
    try window.rebuild()
    #expect(window.state.office.site(SampleOffice.quayHouse)?.contact?.words == words)
  }

  @Test("decides on what another window has committed meanwhile", .verifies("USR-11"))
  func twoWindows() throws {
    let office = try SampleOffice()
    let other = try office.secondWindow()
    try office.submit(SampleOffice.log(1, "leak"))
    #expect(other.state.office.order(SampleOffice.order(1)) == nil)
    try other.submit(office.submission([SampleOffice.log(2, "drain")]))
    #expect(other.state.office.order(SampleOffice.order(2))?.number == 20_001)
    for low in 3...12 {
      let window = low.isMultiple(of: 2) ? office.file : other
      try window.submit(office.submission([SampleOffice.log(UInt64(low), "leak \(low)")]))
    }
    _ = try office.file.refresh()
    _ = try other.refresh()
    #expect(office.file.state.office == other.state.office)
    #expect(Set(other.state.office.orders.unordered.map(\.number)) == Set(20_000...20_011))
    #expect(try office.file.check().problems == [])
  }

  @Test("notices a foreign commit, and only a foreign one")
  func refresh() throws {
    let office = try SampleOffice()
    let other = try office.secondWindow()
    #expect(try other.refresh() == nil)
    try office.submit(SampleOffice.log(1, "leak"))
    #expect(try office.file.refresh() == nil)
    #expect(try other.refresh()?.office.order(SampleOffice.order(1))?.summary == "leak")
    #expect(try other.refresh() == nil)
  }

  @Test("takes several writers at once without loss", .verifies("USR-11"))
  func writers() async throws {
    let office = try SampleOffice()
    let windows = try (0..<3).map { _ in try office.secondWindow() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, window) in windows.enumerated() {
        group.addTask {
          for number in 0..<20 {
            let low = UInt64(place * 100 + number + 1)
            try window.submit(office.submission([SampleOffice.log(low, "leak \(low)")]))
          }
        }
      }
      try await group.waitForAll()
    }
    let state = try office.file.load()
    #expect(state.seq == 62)
    #expect(state.office.orders.count == 60)
    #expect(try office.file.check().problems == [])
  }

  @Test("puts older work back for a command and lets it go again")
  func olderWork() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"), SampleOffice.cancel(1))
    #expect(office.file.state.office.orders.count == 1)
    try office.closeDay()
    #expect(office.file.state.office.orders.isEmpty)
    let receipt = try office.submit(SampleOffice.note(1, "they called again"), after: 72_000)
    #expect(receipt.after.order(SampleOffice.order(1))?.notes.count == 1)
    #expect(office.file.state.office.orders.isEmpty)
    #expect(try office.file.order(number: 20_000)?.notes.first?.words == "they called again")
    try office.submit(
      .reopenWorkOrder(
        SampleOffice.order(1), ReopenWorkOrder(reason: "wet again", visit: Visit.ID(high: 55, low: 1))),
      after: 72_100)
    #expect(office.file.state.office.order(number: 20_000)?.isEnded == false)
    #expect(try office.secondWindow().state.office == office.file.state.office)
    #expect(try office.file.check().problems == [])
  }

  @Test("never gives the number of an older order a second time")
  func numbers() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.closedLongAgo(1))
    #expect(office.file.state.office.orders.isEmpty)
    try office.submit(SampleOffice.log(2, "leak", number: 20_000))
    #expect(try office.file.order(id: SampleOffice.order(2))?.number == 20_001)
    let taken = try #require(try office.file.takeNumber())
    #expect(taken == 20_002)
    #expect(try office.secondWindow().takeNumber() == 20_003)
    try office.submit(SampleOffice.log(3, "leak", number: taken))
    #expect(try office.file.order(number: taken)?.id == SampleOffice.order(3))
  }

  @Test("a number that was promised to an open form is given to nobody else")
  func promises() throws {
    let office = try SampleOffice()
    let other = try office.secondWindow()
    let promised = try #require(try office.file.takeNumber())
    try other.submit(office.submission([SampleOffice.log(1, "by shell")]))
    _ = try other.submitAll([office.submission([SampleOffice.closedLongAgo(2)])])
    let imagined = try other.dryRun(office.submission([SampleOffice.log(3, "imagined")])).decision
    #expect(imagined.after.order(SampleOffice.order(3))?.number == promised + 3)
    try office.submit(SampleOffice.log(4, "by form", number: promised))
    #expect(
      try (1...4).map { try office.file.order(id: SampleOffice.order($0))?.number }
        == [promised + 1, promised + 2, nil, promised])
    #expect(try office.file.check().problems == [])
  }

  @Test("shows what a submission would come to without recording it")
  func dryRun() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.closedLongAgo(1))
    let decision = try office.file.dryRun(office.submission([SampleOffice.note(1, "later")])).decision
    #expect(decision.events.count == 1)
    #expect(try office.file.refresh() == nil)
    #expect(try office.file.order(id: SampleOffice.order(1))?.notes == [])
  }

  @Test("records many at once, refused ones told, the same file twice creating nothing")
  func bulk() throws {
    let office = try SampleOffice()
    var commands = (1...300).map {
      SampleOffice.closedLongAgo($0, receivedAt: 1_700_000_000 + Int64($0 * 7919 % 500))
    }
    commands.append(SampleOffice.note(9_999, "nobody knows it"))
    let first = try office.file.submitAll(commands.map { office.submission([$0]) })
    #expect(first.state.seq == 302)
    guard case .refused = first.outcomes[300] else {
      Issue.record("not refused: \(first.outcomes[300])")
      return
    }
    let second = try office.file.submitAll(commands.prefix(300).map { office.submission([$0]) })
    #expect(second.outcomes.allSatisfy { if case .same = $0 { true } else { false } })
    #expect(office.file.state.office.orders.isEmpty)
    #expect(try office.file.health().allOrders == 300)
    #expect(try office.file.check().problems == [])
  }

  @Test("pages through ended orders newest first, and through all of them")
  func pages() throws {
    let office = try SampleOffice()
    _ = try office.file.submitAll((1...30).map { office.submission([SampleOffice.closedLongAgo($0)]) })
    let first = try office.file.endedOrders(limit: 20)
    let second = try office.file.endedOrders(before: first.next, limit: 20)
    #expect((first.orders + second.orders).map(\.id.low) == (1...30).reversed())
    var seen: [UInt64] = []
    try office.file.forEachOrder { order in
      seen.append(order.id.low)
      return seen.count < 25
    }
    #expect(seen == Array(1...25))
  }
}
