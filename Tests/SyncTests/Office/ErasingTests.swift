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

  @Test("are those from before it: what the same push or page brings later under the same id stays")
  func later() throws {
    try JoinedFileTests.joined { office, console in
      func site(_ low: UInt64, phone: String) -> Command {
        var site = Site(id: Site.ID(high: 12, low: low), name: "House \(low)", customer: nil)
        site.phone = PersonalText(id: Self.text, words: phone)
        return .addSite(AddSite(site))
      }
      let commands: [Command] = [
        site(1, phone: Self.words), .eraseWords(EraseWords([Self.text])), site(2, phone: "0151 555")
      ]
      let waiting = try commands.enumerated().map { index, command in
        try TwoDesks.waiting(
          [command], id: UInt64(80 + index), count: index + 1, answered: index, console: 0)
      }
      let owner = Registrar(person: TwoDesks.owner, console: TwoDesks.consoles[0])
      #expect(try TwoDesks.push(waiting, owner, to: office) == .taken(through: 3))
      try JoinedFileTests.sync(console, with: office)
      for file in [office, console] {
        let sites = [Site.ID(high: 12, low: 1), Site.ID(high: 12, low: 2)].map { file.state.office.site($0) }
        #expect(sites[0]?.phone?.words == PersonalText.erased && sites[1]?.phone?.words == "0151 555")
        #expect(try Self.count(beside: file.path) == 0)
      }
      #expect(try SnapshotTests.isSame(console, as: office))
      try console.rebuild()
      #expect(try SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("go from what was half typed where they stand by themselves, whichever of an id; other words stay")
  func typed() throws {
    struct Form: Codable {
      let texts: [String]
    }
    try SnapshotTests.joined { office, _, _ in
      for (low, words) in [(UInt64(1), "Marianne"), (2, "0151 555")] {
        var site = Site(id: Site.ID(high: 12, low: low), name: "House \(low)", customer: nil)
        site.phone = PersonalText(id: Self.text, words: words)
        try SnapshotTests.act(.addSite(AddSite(site)), id: 80 + low, at: office)
      }
      let customer = Customer(id: Customer.ID(high: 13, low: 1), name: "FreshCo", tier: .standard)
      try SnapshotTests.act(.addCustomer(AddCustomer(customer)), id: 90, at: office)
      let phone = FieldText.personal(PersonalText(id: Identifier(high: 9, low: 601), words: "0151 777"))
      try SnapshotTests.act(
        .editCustomer(customer.id, EditCustomer([FieldChange(.phone, from: nil, to: phone)])), id: 91,
        at: office)
      for (low, words) in [(UInt64(1), "Marianne"), (2, "Mariannes sister"), (3, "(0151 555)")] {
        try office.save(
          Draft(
            id: Draft.ID(high: 1, low: low), form: "work-order.log",
            content: try CompactEncoder().encode(Form(texts: ["no light", words])), savedAt: Stores.start))
      }
      for line in ["ask Marianne, now", "ask Mariannes sister", "call 0151 5556", "call 0151 777"] {
        try office.remember(line: line)
      }
      try SnapshotTests.act(.eraseWords(EraseWords([Self.text])), id: 92, at: office)
      #expect(try office.drafts().map(\.id.low) == [2])
      let left = ["ask Mariannes sister", "call 0151 5556", "call 0151 777"]
      #expect(try office.rememberedLines(last: 9) == left)
      // The record has the words under an id made from its own.
      let own = try #require(office.state.office.customer(customer.id)?.phone?.id)
      #expect(own.low != 601)
      try SnapshotTests.act(.eraseWords(EraseWords([own])), id: 93, at: office)
      #expect(try office.rememberedLines(last: 9) == Array(left.dropLast()))
    }
  }

  @Test("go from what was half typed at a console that takes rows over instead of the entry that erases them")
  func typedElsewhere() throws {
    try SnapshotTests.joined { office, console, _ in
      var site = Site(id: Site.ID(high: 12, low: 1), name: "House", customer: nil)
      site.phone = PersonalText(id: Self.text, words: Self.words)
      try SnapshotTests.act(.addSite(AddSite(site)), id: 80, at: office)
      try SnapshotTests.take(console, from: office)
      let lines = ["ask \(Self.words), now", "ask her sister"]
      for line in lines { try console.remember(line: line) }
      try SnapshotTests.act(.eraseWords(EraseWords([Self.text])), id: 81, at: office)
      try SnapshotTests.take(console, from: office)
      #expect(try console.rememberedLines(last: 9) == [lines[1]])
      #expect(try console.check().problems == [] && console.digest() == office.digest())
      // What is said under the same id later stays.
      try console.remember(line: lines[0])
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("more")), id: 82, at: office)
      try SnapshotTests.take(console, from: office)
      #expect(try console.rememberedLines(last: 9) == [lines[1], lines[0]])
    }
  }

  @Test("go at the console of a technician, whose work they were in, though it is another's by then")
  func typedByTechnician() throws {
    try ScopeTests.joined { office, console, _ in
      let caller = "Zacharias Unterberger"
      try console.remember(line: "note 20002 \(caller)")
      let text = Identifier<PersonalText>(high: 9, low: 702)
      try SnapshotTests.act(
        .unassignVisit(
          WorkOrder.ID(high: 4, low: 2), UnassignVisit(replacing: TwoDesks.technicians[0])), id: 820,
        at: office)
      try SnapshotTests.act(.eraseWords(EraseWords([text])), id: 821, at: office)
      try ScopeTests.pull(console, from: office)
      #expect(try console.rememberedLines(last: 9).isEmpty && console.check().problems == [])
    }
  }

  @Test("are found in every edit too, so that no rebuild brings them back", .verifies("ADM-08"))
  func edited() throws {
    try SnapshotTests.joined { office, _, _ in
      func text(_ id: UInt64, _ words: String) -> FieldText {
        .personal(PersonalText(id: Identifier(high: 9, low: id), words: words))
      }
      let customer = Customer(id: Customer.ID(high: 13, low: 1), name: "FreshCo", tier: .standard)
      let site = Site(id: Site.ID(high: 12, low: 1), name: "Quay House", customer: customer.id)
      let (technician, person) = (TwoDesks.technicians[0], Person.ID(high: 10, low: 0))
      let commands: [Command] = [
        .addCustomer(AddCustomer(customer)), .addSite(AddSite(site)),
        .editCustomer(
          customer.id, EditCustomer([FieldChange(.phone, from: nil, to: text(601, "0151 111"))])),
        .editCustomer(
          customer.id,
          EditCustomer([FieldChange(.phone, from: text(602, "0151 111"), to: text(603, "0151 222"))])),
        .editSite(site.id, EditSite([FieldChange(.contact, from: nil, to: text(604, "Fay Fresh"))])),
        .editTechnician(
          technician,
          EditTechnician([
            FieldChange(.phone, from: nil, to: text(605, "0151 333")),
            FieldChange(.home, from: nil, to: text(606, "53.408,-2.991"))
          ])),
        // A technician's number is his as a person, too.
        .editPerson(
          person,
          EditPerson([FieldChange(.phone, from: text(608, "0151 333"), to: text(607, "0151 444"))]))
      ]
      for (index, command) in commands.enumerated() {
        try SnapshotTests.act(command, id: UInt64(1_900 + index), at: office)
      }
      let customers = try office.words(about: customer.id).texts
      #expect(customers.filter { $0.high == 9 }.map(\.low) == [601, 602, 603, 604])
      let persons = try office.words(about: person)
      #expect(Set(persons.map(\.low)).isSuperset(of: [605, 607]) && !persons.contains { $0.low == 606 })
      try SnapshotTests.act(.eraseWords(EraseWords(customers + persons)), id: 1_950, at: office)
      for words in ["0151 111", "0151 222", "Fay Fresh", "0151 333", "0151 444"] {
        #expect(try Self.count(words, beside: office.path) == 0, "\(words)")
      }
      #expect(try office.words(about: customer.id).texts.isEmpty && office.words(about: person).isEmpty)
      #expect(try office.check().problems == [])
      let before = office.state.office
      #expect(try office.rebuild().office == before && office.check().problems == [])
      #expect(before.customer(customer.id)?.phone?.words == PersonalText.erased)
      #expect(before.technician(technician)?.home != nil)
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
