import Domain
import TestSupport
import Testing

@Suite("Work-order commands refuse")
struct RefusalTests {
  /// Every command about one order that an ended order refuses.
  static let onOpenWork: [@Sendable (WorkOrder.ID) -> Command] = [
    {
      .editWorkOrder(
        $0, EditWorkOrder([FieldChange(.summary, from: .plain("walk-in warm"), to: .plain("x"))]))
    },
    { .triageWorkOrder($0, TriageWorkOrder()) }, { .setPriority($0, SetPriority(.p1, replacing: .p2)) },
    { .flagWorkOrder($0, FlagWorkOrder(true)) },
    { .claimWorkOrder($0, ClaimWorkOrder(true, replacing: nil)) },
    { .holdWorkOrder($0, HoldWorkOrder(reason: .parts, note: "x")) },
    { .releaseWorkOrder($0, ReleaseWorkOrder(visit: nil)) }
  ]

  @Test("ended work", .verifies("EXC-09"), arguments: onOpenWork.indices)
  func ended(index: Int) throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    #expect(throws: Refusal.workEnded(number, .cancelled)) { try sample.submit(Self.onOpenWork[index](id)) }
  }

  @Test("an order that is not there, and one that a newer console changed", arguments: onOpenWork.indices)
  func unknown(index: Int) throws {
    var sample = try SampleOffice()
    #expect(throws: Refusal.notFound(.order(0))) {
      try sample.submit(Self.onOpenWork[index](WorkOrder.ID(9)))
    }
    let id = try sample.log()
    let number = try sample.order(id).number
    sample.office.orders.change(id) { $0.needsNewerConsole = true }
    #expect(throws: Refusal.needsNewerConsole(.order(number))) {
      try sample.submit(Self.onOpenWork[index](id))
    }
  }

  @Test("to import work of a length that no edit would take", arguments: [Span.zero, .minutes(-5), .days(31)])
  func importedLength(estimate: Span) throws {
    var sample = try SampleOffice()
    let request = WorkRequest(
      id: WorkRequest.ID(70), words: "leak", urgency: .soon, source: .import, receivedAt: sample.now)
    func command(_ estimate: Span) -> Command {
      let logged = LoggedWork(
        id: WorkOrder.ID(70), number: 20_001, request: request, receivedAt: request.receivedAt,
        summary: "leak", priority: .p3, estimate: estimate)
      return .importWorkOrder(ImportWorkOrder(ImportedWork(logged: logged)))
    }
    let fault = FieldFault(
      field: "estimate", word: "\(estimate.wholeMinutes)m", expected: "a length such as 90m or 1h30")
    #expect(throws: Refusal.fault(fault)) { try sample.submit(command(estimate)) }
    try sample.submit(command(.days(30)))
    #expect(try sample.order(WorkOrder.ID(70)).estimate == .days(30))
  }

  @Test("what a role may not do")
  func roles() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    let ana = SampleOffice.person(SampleOffice.ana)
    let commands: [(Command, Permission)] = [
      (.setPriority(id, SetPriority(.p1, replacing: .p2)), .dispatchWork),
      (.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")), .cancelWork),
      (.closeWorkOrder(id, CloseWorkOrder(resolution: "x")), .endWork),
      (.editWorkOrder(id, EditWorkOrder([])), .correctCaller),
      (.flagWorkOrder(id, FlagWorkOrder(true)), .note)
    ]
    for (command, permission) in commands where permission != .note {
      #expect(throws: Refusal.notAllowed(permission, role: .technician)) {
        try sample.submit(command, by: ana)
      }
    }
    try sample.submit(.flagWorkOrder(id, FlagWorkOrder(true)), by: ana)
    #expect(try sample.order(id).flag?.by == ana)
  }

  @Test(
    "to log without words, or at a place, for a customer or a thing that nobody knows", .verifies("ADM-04"))
  func logging() throws {
    var sample = try SampleOffice()
    let number = sample.office.nextNumber
    #expect(throws: Refusal.missing(.order(number), fields: ["summary"])) { try sample.log(" ") }
    #expect(throws: Refusal.notFound(.site(Site.ID(77).description))) { try sample.log(at: Site.ID(77)) }
    #expect(throws: Refusal.notFound(.customer(Customer.ID(77).description))) {
      try sample.log { $0.customer = Customer.ID(77) }
    }
    #expect(throws: Refusal.notFound(.equipment(Equipment.ID(77).description))) {
      try sample.log { $0.equipment = Equipment.ID(77) }
    }
    #expect(sample.office.orders.isEmpty)
  }

  @Test(
    "an edit of what has changed since, of a text that is no value, and of a place nobody knows",
    .verifies("ADM-04"))
  func editing() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    let edit = { (field: WorkOrder.Field, from: String?, to: String?) -> Command in
      .editWorkOrder(
        id, EditWorkOrder([FieldChange(field, from: from.map { .plain($0) }, to: to.map { .plain($0) })]))
    }
    #expect(throws: Refusal.changedSince(.order(number), field: "summary", now: "walk-in warm")) {
      try sample.submit(edit(.summary, "something else", "third"))
    }
    for (field, from, word) in [
      (WorkOrder.Field.summary, "walk-in warm", nil), (.estimate, "60m", "soon"), (.nte, nil, "-4"),
      (.window, nil, "2026-11-24T12:00:00Z/2026-11-24T11:00:00Z"), (.skills, nil, "hvac:x"),
      (.urgency, "today", "very"), (.service, "reactive", "free")
    ] as [(WorkOrder.Field, String?, String?)] {
      #expect {
        try sample.submit(edit(field, from, word))
      } throws: { error in
        guard let refusal = error as? Refusal, case .fault(let fault) = refusal else { return false }
        return fault.field == field.rawValue && fault.word == word ?? ""
      }
    }
    #expect(throws: Refusal.notFound(.site(Site.ID(77).description))) {
      try sample.submit(edit(.site, SampleOffice.hospital.description, Site.ID(77).description))
    }
  }

  @Test("work that somebody else has been given meanwhile, with who has it now", .verifies("USR-11"))
  func givenMeanwhile() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let seen = try sample.order(id).technician
    try sample.assign(id, SampleOffice.ana)
    let late = AssignVisit(
      visit: sample.newVisit(), technician: SampleOffice.chen, start: sample.now, length: nil, replacing: seen
    )
    let number = try sample.order(id).number
    #expect(throws: Refusal.changedSince(.order(number), field: "technician", now: "ana")) {
      try sample.submit(.assignVisit(id, late), by: SampleOffice.sam)
    }
    #expect(try sample.order(id).technician == SampleOffice.ana)
  }

  @Test("a priority against the proposal without a reason, or over one that was changed", .verifies("TRI-05"))
  func priority() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3, urgency: .now)
    let number = try sample.order(id).number
    #expect(throws: Refusal.missing(.order(number), fields: ["reason"])) {
      try sample.submit(.setPriority(id, SetPriority(.p1, replacing: .p3)))
    }
    #expect(throws: Refusal.changedSince(.order(number), field: "priority", now: "P3")) {
      try sample.submit(.setPriority(id, SetPriority(.p1, reason: "boss", replacing: .p4)))
    }
    // What the rules propose needs no reason.
    try sample.submit(.setPriority(id, SetPriority(.p2, replacing: .p3)))
    let decision = try sample.submit(
      .setPriority(id, SetPriority(.p1, reason: "surgery waits", replacing: .p2)))
    #expect(
      decision.events == [.workOrder(id, .priorityChanged(from: .p2, to: .p1, reason: "surgery waits"))])
    #expect(try sample.order(id).priorityReason == "surgery waits")
    #expect(try sample.submit(.setPriority(id, SetPriority(.p1, replacing: .p2))).events.isEmpty)
  }

  @Test("triage without a trade")
  func triage() throws {
    var sample = try SampleOffice()
    let id = try sample.log(trade: nil)
    let number = try sample.order(id).number
    #expect(throws: Refusal.missing(.order(number), fields: ["trade"])) {
      try sample.submit(.triageWorkOrder(id, TriageWorkOrder()))
    }
  }

  @Test("a claim over somebody else's")
  func claiming() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    try sample.submit(.claimWorkOrder(id, ClaimWorkOrder(true, replacing: nil)), by: SampleOffice.sam)
    #expect(throws: Refusal.changedSince(.order(number), field: "claim", now: "Sam Lee")) {
      try sample.submit(.claimWorkOrder(id, ClaimWorkOrder(true, replacing: nil)))
    }
    try sample.submit(.claimWorkOrder(id, ClaimWorkOrder(true, replacing: SampleOffice.sam)))
    #expect(try sample.order(id).claim?.by == SampleOffice.bea)
  }

  @Test("to close work that somebody has, or that was never done and is not explained", .verifies("SGN-05"))
  func closing() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    for words in [nil, " "] {
      #expect(throws: Refusal.wrongState(number, .ready, wanted: .done)) {
        try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: words)))
      }
    }
    try sample.assign(id)
    #expect(throws: Refusal.wrongState(number, .dispatched, wanted: .done)) {
      try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "by phone")))
    }
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    #expect(throws: Refusal.workEnded(number, .cancelled)) {
      try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "x")))
    }
  }

  @Test("to reopen what is open, or without saying why")
  func reopening() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    #expect(throws: Refusal.wrongState(number, .ready, wanted: .ended)) {
      try sample.submit(.reopenWorkOrder(id, ReopenWorkOrder(reason: "again", visit: nil)))
    }
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    #expect(throws: Refusal.missing(.order(number), fields: ["reason"])) {
      try sample.submit(.reopenWorkOrder(id, ReopenWorkOrder(reason: "", visit: nil)))
    }
  }

  @Test("to cancel for another reason without words, or what has ended otherwise", .verifies("EXC-09"))
  func cancelling() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    #expect(throws: Refusal.missing(.order(number), fields: ["reason"])) {
      try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .other, words: " ")))
    }
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "by phone")))
    #expect(throws: Refusal.workEnded(number, .closed)) {
      try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    }
  }

  @Test("a duplicate of itself, of nothing, of ended work, and of work that somebody has")
  func duplicates() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let other = try sample.log()
    let (number, otherNumber) = (try sample.order(id).number, try sample.order(other).number)
    #expect(throws: Refusal.wrongState(number, .ready, wanted: .another)) {
      try sample.submit(.markDuplicate(id, MarkDuplicate(of: id)))
    }
    #expect(throws: Refusal.notFound(.order(0))) {
      try sample.submit(.markDuplicate(id, MarkDuplicate(of: WorkOrder.ID(9))))
    }
    try sample.assign(id)
    #expect(throws: Refusal.wrongState(number, .dispatched, wanted: .unassigned)) {
      try sample.submit(.markDuplicate(id, MarkDuplicate(of: other)))
    }
    try sample.submit(.cancelWorkOrder(other, CancelWorkOrder(reason: .customer, words: "")))
    #expect(throws: Refusal.wrongState(otherNumber, .cancelled, wanted: .goingOn)) {
      try sample.submit(.markDuplicate(id, MarkDuplicate(of: other)))
    }
    #expect(throws: Refusal.workEnded(otherNumber, .cancelled)) {
      try sample.submit(.markDuplicate(other, MarkDuplicate(of: id)))
    }
  }

  @Test("a note without words")
  func notes() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    #expect(throws: Refusal.missing(.order(number), fields: ["note"])) {
      try sample.submit(.addNote(id, AddNote("\n ")))
    }
  }
}
