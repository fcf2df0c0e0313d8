import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Words about people that the office erases")
struct ErasingTests {
  private static let text = Identifier<PersonalText>(high: 9, low: 500)
  private static let words = "Zacharias Unterberger"

  /// How often the words are in a database, its log or anything else beside it.
  static func count(_ words: String = Self.words, beside path: String) throws -> Int {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }.reduce(0)
    {
      sum, file in
      let data = try Data(contentsOf: URL(filePath: folder + "/" + file))
      return sum + (data.range(of: Data(words.utf8)) == nil ? 0 : 1)
    }
  }

  @Test("are gone from the files of the office and of a console after its next pull", .verifies("UX-06"))
  func erased() throws {
    try JoinedFileTests.joined { office, console in
      func submit(_ command: Command, id: UInt64) throws {
        try office.submit(
          TwoDesks.submission([command], id: id, by: TwoDesks.owner, from: ConsoleID(high: 1, low: 3)))
      }
      let person = Person(
        id: Person.ID(high: 2, low: 50), handle: "zac",
        name: PersonalText(id: Self.text, words: Self.words), role: .helpdesk)
      try submit(.addPerson(AddPerson(person)), id: 80)
      let site = Site(id: Site.ID(high: 12, low: 1), name: "Quay House", customer: nil)
      try submit(.addSite(AddSite(site)), id: 81)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.person(person.id)?.name.words == Self.words)
      #expect(try Self.count(beside: office.path) > 0 && Self.count(beside: console.path) > 0)
      try submit(.eraseWords(EraseWords([Self.text])), id: 82)
      #expect(office.state.office.person(person.id)?.name.words == PersonalText.erased)
      #expect(try Self.count(beside: office.path) == 0)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.person(person.id)?.name.words == PersonalText.erased)
      #expect(try Self.count(beside: console.path) == 0)
      #expect(console.state.head == office.state.head)
      #expect(try console.check().problems == [] && office.check().problems == [])
      #expect(try console.digest() == office.digest())
    }
  }

  @Test("are gone from what was refused, from what waits, and from what was half typed")
  func waiting() throws {
    try JoinedFileTests.joined { office, console in
      let name = PersonalText(id: Self.text, words: Self.words)
      let person = Person(id: Person.ID(high: 2, low: 50), handle: "zac", name: name, role: .helpdesk)
      try SnapshotTests.act(.addPerson(AddPerson(person)), id: 80, at: office)
      let other = Person(id: Person.ID(high: 2, low: 51), handle: "zac2", name: name, role: .helpdesk)
      let refused = try TwoDesks.waiting([.addPerson(AddPerson(other))], id: 91, count: 1, console: 0)
      _ = try TwoDesks.push([refused], TwoDesks.registrar(0), to: office)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.openConflicts.count == 1)
      var site = Site(id: Site.ID(high: 12, low: 1), name: "Quay House", customer: nil)
      site.phone = name
      try console.submit(
        TwoDesks.submission(
          [.addSite(AddSite(site))], id: 92, by: TwoDesks.people[1], from: TwoDesks.consoles[1]))
      let draft = Draft(
        id: Draft.ID(high: 1, low: 1), form: "work-order.log", content: Array("call \(Self.words)".utf8),
        savedAt: Stores.start)
      try console.save(draft)
      try console.remember(line: "note 20001 ask \(Self.words)")
      try SnapshotTests.act(.eraseWords(EraseWords([Self.text])), id: 93, at: office)
      #expect(try Self.count(beside: office.path) == 0)
      let cursor = try console.standing().cursor
      try console.confirm(try TwoDesks.page(of: office, after: cursor))
      #expect(try Self.count(beside: console.path) == 0)
      #expect(try console.drafts().isEmpty && console.rememberedLines(last: 9).isEmpty)
      #expect(console.state.office.site(site.id)?.phone?.words == PersonalText.erased)
      try JoinedFileTests.sync(console, with: office)
      #expect(office.state.office.site(site.id)?.phone?.words == PersonalText.erased)
      #expect(try Self.count(beside: office.path) == 0)
      #expect(try SnapshotTests.isSame(console, as: office))
      // Somebody else's words under the same id are no sign of damage.
      var next = Site(id: Site.ID(high: 12, low: 2), name: "Mill House", customer: nil)
      next.phone = PersonalText(id: Self.text, words: "0151 555")
      try SnapshotTests.act(.addSite(AddSite(next)), id: 94, at: office)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.site(next.id)?.phone?.words == "0151 555")
      #expect(try SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("are erased at the office by who may, from a console too, and by nobody else")
  func asked() throws {
    try JoinedFileTests.joined { office, console in
      #expect(throws: SubmitError.self) {
        try console.submit(
          TwoDesks.submission(
            [.eraseWords(EraseWords([Self.text]))], id: 90, by: TwoDesks.people[1],
            from: TwoDesks.consoles[1]))
      }
      let forged = try TwoDesks.waiting(
        [.eraseWords(EraseWords([Identifier(high: 9, low: 8)]))], id: 91, count: 1, console: 0)
      _ = try TwoDesks.push([forged], TwoDesks.registrar(0), to: office)
      #expect(office.state.office.technician(TwoDesks.technicians[0])?.name.words == "T 0")
      #expect(office.state.office.openConflicts.count == 1)
    }
  }

  @Test(
    "are found by the customer they are of, in his record, at his sites and in all his orders; others' stay")
  func about() throws {
    try SnapshotTests.joined { office, _, _ in
      func text(_ id: UInt64, _ words: String) -> PersonalText {
        PersonalText(id: Identifier(high: 9, low: id), words: words)
      }
      func log(_ id: UInt64, of customer: Customer.ID?, at site: Site.ID?, caller: PersonalText) -> Command {
        let request = WorkRequest(
          id: WorkRequest.ID(high: 7, low: id), words: "no light", urgency: .today, source: .phone,
          receivedAt: Stores.start, caller: caller)
        var work = LoggedWork(
          id: WorkOrder.ID(high: 4, low: id), number: 20_000 + Int(id), request: request,
          receivedAt: Stores.start, summary: "no light", priority: .p3)
        work.customer = customer
        work.site = site
        return .logWorkOrder(LogWorkOrder(work))
      }
      let (one, other) = (Customer.ID(high: 13, low: 1), Customer.ID(high: 13, low: 2))
      var customer = Customer(id: one, name: "FreshCo", tier: .standard)
      customer.contact = text(601, "Fay Fresh")
      var site = Site(id: Site.ID(high: 12, low: 1), name: "Quay House", customer: one)
      site.phone = text(602, "0151 111")
      let commands: [Command] = [
        .addCustomer(AddCustomer(customer)),
        .addCustomer(AddCustomer(Customer(id: other, name: "Other", tier: .standard))),
        .addSite(AddSite(site)), log(61, of: one, at: nil, caller: text(603, "Carl Caller")),
        log(62, of: nil, at: site.id, caller: text(604, "Cora Caller")),
        log(63, of: other, at: nil, caller: text(605, "Otto Other"))
      ]
      for (index, command) in commands.enumerated() {
        try SnapshotTests.act(command, id: UInt64(1_900 + index), at: office)
      }
      let found = try office.words(about: one)
      #expect(found.texts.map(\.low) == [601, 602, 603, 604] && found.orders == 2)
      try SnapshotTests.act(.eraseWords(EraseWords(found.texts)), id: 1_950, at: office)
      for words in ["Fay Fresh", "0151 111", "Carl Caller", "Cora Caller"] {
        #expect(try Self.count(words, beside: office.path) == 0, "\(words)")
      }
      #expect(try Self.count("Otto Other", beside: office.path) > 0)
      #expect(try office.words(about: one).texts.isEmpty && office.check().problems == [])
      #expect(try office.words(about: TwoDesks.people[0]).count == 1)
    }
  }
}
