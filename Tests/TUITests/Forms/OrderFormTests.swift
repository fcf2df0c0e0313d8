import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Forms of an order")
struct OrderFormTests {
  /// Ana is on site at 20391.
  static func onSite(_ width: Int = 120, _ height: Int = 36) -> FormDesk {
    var desk = FormDesk(width, height)
    desk.run("work-order.assign", ["order": ["20391"], "technician": ["ana"]])
    for verb in ["work-order.accept", "work-order.travel", "work-order.on-site"] {
      desk.run(verb, ["order": ["20391"]])
    }
    desk.type(":20391<Enter>")
    return desk
  }

  @Test("nobody is asked for what his role may not do: it is said at once", .verifies("USR-02"))
  func otherRole() {
    var office = FormOffice.made()
    let hal = Person.ID(high: 1, low: 30)
    office.people[hal] = FormOffice.person(hal, "hal", "Hal Frost", .helpdesk)
    for keys in ["H", "a", "p", ":hold<enter>", ":complete 20418<enter>"] {
      var desk = FormDesk(office: office, person: hal)
      desk.type(keys)
      #expect(desk.model.popups.isEmpty, "\(keys): \(desk.text)")
      #expect(
        desk.resultLine.contains("takes") && desk.resultLine.contains("helpdesk"),
        "\(keys): \(desk.resultLine)")
    }
  }

  @Test("hold takes a digit, words and Enter", .verifies("HLD-01"))
  func hold() {
    var desk = FormDesk()
    desk.type("H1belt torn<Enter>")
    let hold = desk.order(20_418)?.hold
    #expect(hold?.reason == .parts)
    #expect(hold?.note == "belt torn")
    #expect(hold?.reviewAt == desk.office.usualReview(of: .parts, at: Story.now))
    #expect(hold?.owner == Story.bea)
  }

  @Test("hold asks what was found, why, options, next step, owner and review", .verifies("HLD-02"))
  func holdFields() {
    var desk = FormDesk()
    desk.type(
      "H3over the limit<Tab>call Dana<Tab>repair or replace<Tab>tomorrow 11:00<Tab>sam<Tab><C-s>")
    let hold = desk.order(20_418)?.hold
    #expect(hold?.reason == .approval)
    #expect(hold?.nextStep == "call Dana")
    #expect(hold?.options == "repair or replace")
    #expect(hold?.reviewAt == Story.at(11, 0, day: 1))
    #expect(desk.office.person(hold?.owner)?.handle == "lee")
  }

  @Test("hold says which clocks pause, from the contract")
  func holdConsequence() {
    var desk = FormDesk()
    desk.type("H1")
    #expect(desk.text.contains("fix clock pauses (contract Gold)"))
    #expect(desk.text.contains("response clock runs on"))
  }

  @Test("what is said beside a field is whole where the field leaves room for it")
  func notesAreWhole() {
    var desk = Self.onSite()
    desk.type("C")
    #expect(desk.text.contains("BLT-22 x 1; several with ;  none where none was used"))
  }

  @Test("hold without its words is not sent, and says what is missing")
  func holdMissing() {
    var desk = FormDesk()
    desk.type("H1<C-s>")
    #expect(desk.order(20_418)?.hold == nil)
    #expect(desk.canvas.rows.contains { $0.contains("Found") && $0.contains("is missing") })
  }

  @Test("hold that was left goes on from its draft")
  func holdDraft() {
    var desk = FormDesk()
    desk.type("H2asks his boss<Esc>")
    #expect(desk.top == nil)
    desk.type("H")
    #expect(desk.text.contains("asks his boss"))
    desk.type("<C-s>")
    #expect(desk.order(20_418)?.hold?.reason == .customer)
    #expect(desk.drafts.isEmpty)
  }

  @Test("a held order is released by the same key and Enter")
  func release() {
    var desk = FormDesk()
    desk.type("H1belt torn<C-s>:20418<Enter>H")
    #expect(desk.top == "Release 20418")
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.hold == nil)
  }

  @Test("hold is pictured", arguments: [(120, 36), (80, 24)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("H1Contactor burnt, spare on the van does not fit<Tab>BLT-22 from depot, due Thu")
    expectScreen(desk.canvas, "hold-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("complete counts what is there, proposes the time, and takes a refused signature")
  func complete() {
    var desk = Self.onSite()
    desk.tick(52)
    desk.type("C")
    #expect(desk.text.contains("Missing"))
    desk.type(
      "Reset trip<Tab>blocked filter<Tab><Tab><Tab>BLT-22 x 1; filter x 2<Tab><Tab>2nobody there<C-s>")
    let report = desk.order(20_391)?.report
    #expect(report?.did == "Reset trip")
    #expect(report?.work == .minutes(52))
    #expect(report?.parts == ["BLT-22 x 1", "filter x 2"])
    #expect(report?.signature == .refused("nobody there"))
  }

  @Test("complete asks for the reason of a refused signature, and says of letters that digits choose")
  func completeUnsigned() {
    var desk = Self.onSite()
    desk.tick(52)
    desk.type("CReset trip<Tab><Tab><Tab><Tab><Tab><Tab>P")
    #expect(desk.resultLine.contains("1 by name, 2 refused"), "\(desk.resultLine)")
    desk.type("2<C-s>")
    #expect(desk.order(20_391)?.report == nil && desk.text.contains("Why nobody signed is missing."))
    desk.type("nobody there<C-s>")
    #expect(desk.order(20_391)?.report?.signature == .refused("nobody there"))
  }

  @Test("nobody is asked what was done on work that nobody was given")
  func completeNobodys() {
    var desk = FormDesk()
    desk.type(":20418<Enter>C")
    #expect(
      desk.top == nil && desk.resultLine.contains("20418 not completed: nobody has it"), "\(desk.resultLine)")
  }

  @Test("complete lists the causes of the trade, takes one by its digit, and doubts a time that cannot be")
  func completeCause() {
    var desk = Self.onSite()
    desk.tick(10)
    desk.type("CReset trip<Tab>")
    #expect(desk.text.contains("blockage  2"))
    desk.type("2<Tab>")
    #expect(!desk.text.contains("blockage  2") && desk.text.contains("blockage"))
    desk.type("<C-u>70m")
    #expect(desk.text.contains("1 h 10 of work, and it is 10 min since"))
    desk.type("<Tab><Tab><Tab><Tab>2nobody there<C-s>")
    let report = desk.order(20_391)?.report
    #expect(report?.cause == "blockage" && report?.work == .minutes(70))
    #expect(desk.resultLine.contains("1 h 10 of work"))
  }

  @Test("complete is pictured", arguments: [(120, 36), (80, 24)])
  func completePictured(_ width: Int, _ height: Int) {
    var desk = Self.onSite(width, height)
    desk.tick(52)
    desk.type("CReset trip, cleared filter")
    expectScreen(desk.canvas, "complete-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("cancel shows the fee, takes a reason by digit, and Esc keeps the order", .verifies("EXC-09"))
  func cancel() {
    var desk = FormDesk()
    desk.type("a<Enter>:20418<Enter>Ex1")
    #expect(desk.text.contains("45.00 EUR"))
    desk.type("<Esc>")
    #expect(desk.order(20_418)?.isEnded == false)
    desk.type("Ex<Tab>has sold it<C-s>")
    guard case .cancelled(let reason, let words, let fee) = desk.order(20_418)?.ending?.kind else {
      Issue.record("not cancelled")
      return
    }
    #expect(reason == .customer)
    #expect(words == "has sold it")
    #expect(fee == Money(hundredths: 4_500))
  }

  @Test("cancel is pictured", arguments: [(120, 36), (80, 24)])
  func cancelPictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("Ex")
    expectScreen(desk.canvas, "cancel-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("not done collects why and the next step", .verifies("SGN-12"))
  func notDone() {
    var desk = Self.onSite()
    desk.type("Enno key<Tab>ring Dana first<C-s>")
    let visit = desk.order(20_391)?.visits.last?.assignment
    #expect(visit?.status == .notDone)
    #expect(visit?.reason == "no key")
    #expect(visit?.nextStep == "ring Dana first")
  }

  @Test("decline, duplicate, close and reopen ask for what they need")
  func ends() {
    var desk = Self.onSite()
    desk.type(":20404<Enter>Ed391<Tab><Enter>")
    guard case .duplicate(_, 20_391) = desk.order(20_404)?.ending?.kind else {
      Issue.record("no duplicate")
      return
    }
    desk.type(":20418<Enter>Elair is back<Enter>")
    #expect(desk.order(20_418)?.status == .closed)
    desk.type(":20418<Enter>")
    desk.type("Erstill no air<Tab><Tab><Down>")
    #expect(desk.order(20_418)?.isEnded == true && desk.top?.hasPrefix("Reopen") ?? false, "Tab goes round")
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.isEnded == false)
  }

  @Test("priority asks a reason only against the proposal", .verifies("TRI-01"))
  func priority() {
    var desk = FormDesk()
    desk.type(":20421<Enter>p")
    let proposed = desk.order(20_421).map { desk.office.proposedPriority(of: $0).priority }
    #expect(proposed == .p1)
    desk.type("1")
    #expect(desk.order(20_421)?.priority == .p1)
    desk.type("p4")
    #expect(desk.order(20_421)?.priority == .p1)
    desk.type("stairs are open<Enter>")
    #expect(desk.order(20_421)?.priority == .p4)
    #expect(desk.order(20_421)?.priorityReason == "stairs are open")
  }

  @Test("flag takes a digit for the day")
  func flag() {
    var desk = FormDesk()
    desk.type("f2")
    #expect(desk.order(20_418)?.flag?.until == Story.day.adding(days: 1))
    desk.type("f0")
    #expect(desk.order(20_418)?.flag == nil)
  }

  @Test("note takes as many lines as it needs, and the draft keeps them")
  func note() {
    var desk = FormDesk()
    desk.type("Nfirst<Enter>second<Esc>")
    #expect(desk.drafts.first?["text"] == "first\nsecond")
    desk.type("N<C-s>")
    #expect(desk.order(20_418)?.notes.map(\.words) == ["first\nsecond"])
    #expect(desk.drafts.isEmpty)
  }

  @Test("triage proposes trade and priority and shows the clocks that follow", .verifies("TRI-01", "TRI-02"))
  func triage() {
    var desk = FormDesk()
    desk.type(":20421<Enter>T")
    #expect(desk.text.contains("Proposed"))
    desk.type("<Tab><Tab><Tab><Tab><C-u>2h<C-s>")
    #expect(desk.order(20_421)?.triagedAt == Story.now)
    #expect(desk.order(20_421)?.estimate == .hours(2))
  }

  @Test("a priority that another console sets while the triage stands open stays", .verifies("TRI-01"))
  func triagedMeanwhile() throws {
    var desk = FormDesk()
    desk.type(":20421<Enter>T")
    let seen = try #require(desk.order(20_421))
    let wanted: Priority = seen.priority == .p1 ? .p2 : .p1
    try desk.elsewhere(
      .setPriority(seen.id, SetPriority(wanted, reason: "boss", replacing: seen.priority)))
    desk.type("<C-s>")
    #expect(desk.order(20_421)?.priority == wanted && desk.order(20_421)?.triagedAt == seen.triagedAt)
    #expect(desk.resultLine.contains("the priority is \(wanted.text) by now"))
  }

  @Test("words that another console writes while the edit form stands open are not overwritten")
  func editedMeanwhile() throws {
    var desk = FormDesk()
    let seen = try #require(desk.order(20_421))
    desk.type(":20421<Enter>e<C-u>mine")
    #expect(desk.text.contains("Edit 20421"))
    let change = FieldChange(
      WorkOrder.Field.summary, from: .plain(seen.summary), to: .plain("theirs"))
    try desk.elsewhere(.editWorkOrder(seen.id, EditWorkOrder([change])))
    desk.type("<C-s>")
    #expect(desk.order(20_421)?.summary == "theirs")
    #expect(desk.resultLine.contains("the summary is theirs by now"))
    #expect(desk.text.contains("was theirs") && desk.text.contains("1 changed"), "\(desk.text)")
    desk.type("<C-s>")
    #expect(desk.order(20_421)?.summary == "mine", "the form shows what it replaces")
  }

  @Test("edit changes what was changed and nothing else, names for ids")
  func edit() {
    var desk = FormDesk()
    desk.type("e<C-u>no air at all<C-s>")
    #expect(desk.order(20_418)?.summary == "no air at all")
    #expect(desk.entries.last?.events.count == 1)
    #expect(desk.order(20_418)?.site == FormOffice.quay)
  }

  @Test("an edit form in which nothing was changed says so when it is saved", arguments: ["e", "ce"])
  func nothingChanged(_ keys: String) {
    var desk = FormDesk()
    desk.type(keys + "<C-s>")
    #expect(desk.resultLine == " Nothing is changed yet, so there is nothing to save.")
    #expect(desk.top?.hasPrefix("Edit") == true && desk.submitted.isEmpty)
  }

  @Test("a refusal in a form says what was not done")
  func refusedByName() {
    var desk = FormDesk()
    desk.type("Ed20418<C-s>")
    #expect(desk.resultLine.contains("20418 not merged: it is no duplicate of itself."))
  }

  @Test(
    "every form is pictured",
    arguments: [("T", "triage"), ("e", "edit"), ("p", "priority"), ("f", "flag"), ("N", "note")])
  func allPictured(_ keys: String, _ name: String) {
    for (width, height) in [(120, 36), (80, 24)] {
      var desk = FormDesk(width, height)
      desk.type(keys)
      expectScreen(desk.canvas, "\(name)-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
    }
  }

  @Test("attach keeps its form and its draft until the file is in")
  func attach() throws {
    let own = Keymap.load(
      text: "[order]\nZ = \"work-order.attach\"\n", file: "own.toml", knownVerbs: Keymaps.words,
      knownContexts: KeyContexts.all)
    var desk = FormDesk(keymap: Keymap.layering([Keymaps.shipped("default"), own.keymap]))
    desk.type("Z")
    desk.type("/photos/none.jpg<Enter>")
    guard case .chore(.attach(_, number: 20_418, path: "/photos/none.jpg"), let origin)? = desk.effects.last
    else {
      Issue.record("\(desk.effects.suffix(2))")
      return
    }
    #expect(desk.top == "Attach to 20418")
    let failure = Failure(.cannotOpen, subject: "/photos/none.jpg", detail: "no such file")
    desk.send(.finished(.failed(failure, Proposal(verb: "attach", commands: [])), origin))
    #expect(desk.top == "Attach to 20418")
    #expect(desk.drafts.count == 1)
    #expect(desk.text.contains("What is typed here is kept"))
    desk.type("<C-s>")
    desk.send(.finished(.done("20418 attached none.jpg, 3 bytes"), origin))
    #expect(desk.top == nil)
    #expect(desk.drafts.isEmpty)
  }

  @Test(
    "what is typed while a form waits for the disk is taken by what comes after it, and never by a refusal")
  func typedAhead() {
    var desk = FormDesk()
    desk.isStalled = true
    desk.type("Nwater is rising<C-s>")
    let sent = desk.submitted.count
    desk.type("Nsecond note")
    desk.paste(" pasted")
    desk.type("<C-s>")
    #expect(desk.submitted.count == sent)
    guard
      case .submit(_, let origin)? = desk.effects.last(where: { if case .submit = $0 { true } else { false } }
      )
    else { return }
    desk.send(.finished(.done("noted"), origin))
    #expect(desk.submitted.count == sent + 1)
    guard case .addNote(_, let note)? = desk.submitted.last?.commands.first else {
      Issue.record("\(desk.submitted.count)")
      return
    }
    #expect(note.words == "second note pasted")

    desk.type("1y")
    let second = desk.effects.reversed().lazy.compactMap { effect -> Origin? in
      if case .submit(_, let origin) = effect { origin } else { nil }
    }.first
    guard let second, let proposal = desk.submitted.last else { return }
    desk.send(.finished(.refused(.notFound(.order(20_418)), proposal), second))
    #expect(desk.text.contains("second note pasted"))
    #expect(!desk.text.contains("pasted1y"))
  }

  @Test(
    "is done again on another order by one key, and on several only after they were shown", .verifies("UX-01")
  )
  func again() {
    var desk = FormDesk()
    desk.type(".")
    #expect(desk.resultLine.contains("Nothing was done here yet"))
    desk.type("H1BLT-22<Enter>")
    #expect(desk.order(20_418)?.hold?.note == "BLT-22")
    desk.type("g.")
    let held = desk.office.orders.inOrder.filter { $0.hold?.note == "BLT-22" }
    #expect(held.count == 2, "\(desk.resultLine)")
    desk.type("gV<Down>.")
    #expect(desk.office.orders.inOrder.count { $0.hold?.note == "BLT-22" } == 2, "they are shown first")
    #expect(desk.text.contains("hold again"))
    desk.type("1")
    #expect(desk.office.orders.inOrder.count { $0.hold?.note == "BLT-22" } == 4, "\(desk.resultLine)")
  }

  @Test("is what was said last, by key or by line, and a fact is asked about first", .verifies("UX-01"))
  func againByLine() {
    var desk = FormDesk()
    desk.type("H1BLT-22<Enter>:flag .<Enter>j.")
    #expect(desk.office.orders.inOrder.count { $0.flag != nil } == 2, "\(desk.resultLine)")
    #expect(desk.office.orders.inOrder.count { $0.hold?.note == "BLT-22" } == 1)
    desk.type(":note . rang again<Enter>j.")
    func noted() -> Int {
      desk.office.orders.inOrder.count { order in order.notes.contains { $0.words == "rang again" } }
    }
    #expect(noted() == 1 && desk.text.contains("note again"), "\(desk.text)")
    desk.type("1")
    #expect(noted() == 2, "\(desk.resultLine)")
  }

  @Test("is not done again where it ends work", .verifies("UX-01"))
  func endsOnce() {
    var desk = FormDesk()
    desk.type("Ex1<Tab>not ours<C-s>")
    let ended = desk.office.orders.inOrder.count { $0.isEnded }
    desk.type(".")
    #expect(desk.office.orders.inOrder.count { $0.isEnded } == ended)
  }
}
