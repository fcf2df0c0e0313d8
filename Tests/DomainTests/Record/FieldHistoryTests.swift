import Domain
import TestSupport
import Testing

@Suite("The history of a field")
struct FieldHistoryTests {
  @Test(
    "ends with what the field holds, for every field of every record, whatever has happened",
    .verifies("AST-12"), arguments: 1...12)
  func endsWithNow(_ seed: UInt64) throws {
    var day = try RecordedDay(seed: seed)
    for _ in 0..<160 { try day.act() }
    let office = day.day.sample.office
    var seen = 0
    for record in day.records {
      guard let values = office.fields(of: record) else { continue }
      #expect(values.map(\.name) == record.fieldNames)
      let changes = FieldHistory.changes(of: record, in: day.entries)
      for value in values {
        let own = changes.filter { $0.field == value.name }
        #expect(own.last?.after == value.text, "\(record) \(value.name)")
        #expect(own.first?.before == nil, "\(record) \(value.name)")
        for (change, next) in zip(own, own.dropFirst()) { #expect(change.after == next.before) }
        #expect(FieldHistory.changes(of: record, field: value.name, in: day.entries) == own)
        seen += own.count
      }
    }
    #expect(seen > 200)
  }

  @Test("says who, when, before and after, and that an undo took something back", .verifies("AST-12"))
  func whoAndWhen() throws {
    var day = try RecordedDay(seed: 1)
    let change = FieldChange<Customer.Field>(.tier, from: .plain("standard"), to: .plain("gold"))
    let decision = try day.submit(.editCustomer(SampleOffice.arcade, EditCustomer([change])))
    try day.submit(decision.inverse[0], takesBack: true)
    let changes = FieldHistory.changes(of: .customer(SampleOffice.arcade), field: "tier", in: day.entries)
    #expect(changes.map(\.before) == [nil, "standard", "gold"])
    #expect(changes.map(\.after) == ["standard", "gold", "standard"])
    #expect(changes.map(\.isReversal) == [false, false, true])
    #expect(changes.last?.person == SampleOffice.bea)
    #expect(changes.last?.at == day.day.sample.now)
  }

  @Test("tells a telephone number and a door's code from what everybody may read")
  func secrecy() throws {
    var day = try RecordedDay(seed: 1)
    let site = SampleOffice.hospital
    let changes = [
      FieldChange<Site.Field>(.accessCode, from: nil, to: .plain("4711")),
      FieldChange<Site.Field>(
        .phone, from: nil, to: .personal(PersonalText(id: Identifier(77), words: "0151 496")))
    ]
    try day.submit(.editSite(site, EditSite(changes)))
    let found = FieldHistory.changes(of: .site(site), in: day.entries)
    #expect(found.first { $0.field == "accessCode" }?.secrecy == .code)
    #expect(found.first { $0.field == "phone" }?.secrecy == .phone)
    #expect(found.first { $0.field == "name" }?.secrecy == .open)
  }
}

/// A random day with its ledger, from the very first entry.
struct RecordedDay {
  var day: RandomDay
  private(set) var entries: [Entry] = []
  private(set) var records: Set<RecordReference> = []

  init(seed: UInt64) throws {
    day = try RandomDay(seed: seed)
    // What the office began with, as if it had been entered: the sample is made by these commands.
    let office = day.sample.office
    var events: [Event] = office.customers.inOrder.map { .customer($0.id, .added($0)) }
    events += office.sites.inOrder.map { .site($0.id, .added($0)) }
    events += office.equipment.inOrder.map { .equipment($0.id, .added($0)) }
    events += office.technicians.inOrder.map { .technician($0.id, .added($0)) }
    events += office.people.inOrder.map { .person($0.id, .added($0)) }
    append(events, takesBack: false)
  }

  mutating func act() throws {
    day.pass()
    if let done = try day.act() { append(done.decision.events, by: day.actor, takesBack: false) }
  }

  @discardableResult
  mutating func submit(_ command: Command, takesBack: Bool = false) throws -> Decision {
    let decision = try day.sample.submit(command)
    append(decision.events, takesBack: takesBack)
    return decision
  }

  private mutating func append(
    _ events: [Event], by person: Person.ID = SampleOffice.bea, takesBack: Bool
  ) {
    records.formUnion(events.compactMap(\.record))
    let seq = entries.count + 1
    entries.append(
      Entry(
        seq: seq, submission: Submission.ID(UInt64(seq)), person: person, console: ConsoleID(7),
        count: seq, at: day.sample.now, recordedAt: day.sample.now, commands: [], events: events,
        inverse: [], override: nil, reversal: takesBack ? .undoes(Submission.ID(UInt64(seq - 1))) : nil,
        previous: .zero, hash: .zero))
  }
}
