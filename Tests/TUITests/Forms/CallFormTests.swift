import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Call form")
struct CallFormTests {
  static let keys =
    "n0151 496 0123<Tab>lift<Tab>Lift stuck between 2 and 3, one person inside<Tab>"

  @Test(
    "logs a call with keys alone, with the number and the ring that were promised",
    .verifies("INT-01", "UX-01"))
  func logs() {
    var desk = FormDesk()
    desk.type(Self.keys)
    desk.tick(5)
    desk.type("<C-s>")
    let order = desk.order(20_422)
    #expect(order?.requests.first?.words == "Lift stuck between 2 and 3, one person inside")
    #expect(order?.receivedAt == Story.now)
    #expect(order?.site == FormOffice.quay)
    #expect(order?.equipment == FormOffice.lift)
    #expect(order?.trade == Trade("lift"))
    #expect(order?.priority == .p1)
    #expect(desk.top == nil)
    #expect(desk.drafts.isEmpty)
  }

  @Test(
    "shows while it is typed what follows: trade, priority with its rule, both clocks from the ring",
    .verifies("TRI-01", "TRI-02", "SLA-01"))
  func follows() {
    var desk = FormDesk()
    desk.type(Self.keys)
    #expect(desk.text.contains("lift proposed from the words"))
    #expect(desk.text.contains("P1 proposed"))
    #expect(desk.text.contains("respond 11:42   fix 12:42   both from 10:42, the ring"))
    #expect(desk.text.contains("ring reception"))
    #expect(!desk.text.contains("4711"))
  }

  @Test("both clocks run from the ring, however long the call takes", .verifies("INT-22", "INT-01"))
  func fromTheRing() throws {
    var desk = FormDesk()
    desk.type("n")
    desk.tick(5)
    desk.type(String(Self.keys.dropFirst()))
    #expect(desk.text.contains("respond 11:42   fix 12:42   both from 10:42, the ring"), "\(desk.text)")
    desk.tick(4)
    desk.type("<C-s>")
    let order = try #require(desk.order(20_422))
    #expect(order.receivedAt == Story.now && desk.model.now == Story.now + .minutes(9))
    let clocks = desk.office.clocks(of: order, at: desk.model.now)
    #expect(clocks.map(\.dueAt) == [Story.at(11, 42), Story.at(12, 42)])
  }

  @Test("shows of equipment that is picked what is known of it", .verifies("INT-08"))
  func knownEquipment() {
    var desk = FormDesk(200, 60)
    desk.type(Self.keys)
    #expect(desk.text.contains("Kone · serial 7741 · warranty to 12 Jan 2027"), "\(desk.text)")
  }

  @Test("knows a trade by its words, and an unknown one lowers nothing", .verifies("INT-12", "TRI-01"))
  func trades() {
    var desk = FormDesk()
    desk.type(Self.keys + "elev")
    #expect(desk.text.contains("lift  elevator"), "\(desk.text)")
    desk.type("<Tab><C-s>")
    #expect(desk.order(20_422)?.trade == Trade("lift") && desk.order(20_422)?.priority == .p1)
    desk = FormDesk()
    desk.type(Self.keys + "zeppelin<Tab>")
    #expect(desk.text.contains("no such trade; lift from the words") && desk.text.contains("P1 proposed"))
    desk.type("entr")
    #expect(desk.text.contains("entrapment  lift, always P1"), "\(desk.text)")
  }

  @Test("puts equipment that nobody knows on record with the call", .verifies("INT-08"))
  func newEquipment() {
    var desk = FormDesk()
    desk.type("n0151 496 0123<Tab>Gate motor 3")
    #expect(desk.text.contains("not known: put on record with the call"))
    desk.type("<Tab>hums and stays shut<C-s>")
    let order = desk.order(20_422)
    #expect(desk.office.equipment(order?.equipment)?.name == "Gate motor 3")
    #expect(desk.office.equipment(order?.equipment)?.site == FormOffice.quay)
  }

  @Test(
    "what was not asked is waived item by item, each with its reason, which stays with the order",
    .verifies("INT-06", "INT-09"))
  func waived() {
    var desk = FormDesk()
    desk.type("n0151 496 0123<Tab><Tab>dead")
    desk.type("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>")
    #expect(desk.text.contains("machine:   why it was not asked"), "what is open is offered: \(desk.text)")
    desk.type("mach<Tab>he does not know; when it suits: he hung up")
    #expect(desk.text.contains("5 of 8 asked, 2 waived"), "\(desk.text)")
    #expect(desk.text.contains("machine (he does not know), when it suits (he hung up)"), "\(desk.text)")
    #expect(desk.canvas.rows.contains { $0.contains("Ask ") && $0.contains("how urgent") })
    desk.type("<C-s>")
    let order = desk.order(20_422)
    #expect(
      order?.unasked == [
        UnaskedQuestion(.machine, reason: "he does not know"), UnaskedQuestion(.urgency, reason: nil),
        UnaskedQuestion(.window, reason: "he hung up")
      ])
    desk.type(":20422<Enter><Enter>")
    let words = "machine (he does not know), how urgent, when it suits (he hung up)"
    #expect(desk.text.contains("Not asked") && desk.text.contains(words), "\(desk.text)")
    let wording = Wording(office: desk.office, now: Story.now)
    let waived = "not asked: machine (he does not know), when it suits (he hung up)"
    #expect(
      order.map { wording.remarks(on: $0).contains(waived) } == true, "what was let go without a word is none"
    )
    let logged = desk.entries.last?.events.compactMap { event in
      if case .workOrder(_, let event) = event { wording.event(event) } else { nil }
    }
    #expect(logged?.first?.contains("not asked: \(words)") == true, "history says it")
  }

  @Test("words that name no question waive nothing", .verifies("INT-06"))
  func waivesNothing() {
    var desk = FormDesk()
    let last = String(repeating: "<Tab>", count: 9)
    desk.type("n0151 496 0123<Tab>lift<Tab>dead\(last)he hung up")
    #expect(desk.text.contains("6 of 8 asked ── draft"), "\(desk.text)")
    desk.type("<C-s>")
    #expect(desk.order(20_422) == nil && desk.resultLine.contains("does not say what was not asked"))
    desk.type("<C-u>all: he hung up<C-s>")
    #expect(desk.order(20_422)?.unasked.map(\.question) == [.urgency, .window], "\(desk.resultLine)")
    #expect(desk.order(20_422)?.unasked.allSatisfy { $0.reason == "he hung up" } == true)
  }

  @Test("takes a category of the office's list alone, also by another word for it", .verifies("INT-12"))
  func categories() {
    var desk = FormDesk()
    desk.type(Self.keys + "<Tab>x<C-s>")
    #expect(desk.order(20_422) == nil)
    #expect(
      desk.resultLine.contains("\"x\" is no category of lift work: entrapment, out of order, door are."),
      "\(desk.resultLine)")
    desk.type("<C-u>trapp")
    #expect(desk.text.contains("entrapment  trapped, lift, always P1"), "\(desk.text)")
    desk.type("<Tab><C-s>")
    #expect(desk.order(20_422)?.category == "entrapment")
  }

  @Test("takes a number with the first letter, and none for a form that was only opened", .verifies("INT-14"))
  func number() {
    var desk = FormDesk()
    desk.type("n<Esc>n<Esc>n")
    #expect(desk.text.contains("New call, number follows"))
    desk.type("0")
    #expect(desk.text.contains("New call 20422"))
  }

  @Test("a draft goes on in the field where it was left", .verifies("INT-01"))
  func place() {
    var desk = FormDesk()
    desk.type("n0151 77<Tab>Dana<Tab>quay<Tab><Tab>lea<Esc><Esc>n<C-t>k<C-s>")
    #expect(desk.order(20_422)?.summary == "leak", "\(desk.text)")
    #expect(desk.order(20_422)?.requests.first?.phone?.words == "0151 77")
  }

  @Test("selects the new order in the queue, and elsewhere says by which key it is seen", .verifies("INT-14"))
  func leads() {
    var desk = FormDesk()
    desk.type(Self.keys + "<C-s>")
    #expect(!desk.resultLine.contains("goes to it"), "\(desk.resultLine)")
    desk.type("<Enter>")
    #expect(desk.top?.contains("20422") == true, "\(desk.text)")
    var other = FormDesk()
    other.type("4" + Self.keys + "<C-s>")
    #expect(other.resultLine.contains(" · - goes to it"), "\(other.resultLine)")
    other.type("-<Enter>")
    #expect(other.top?.contains("20422") == true, "\(other.text)")
  }

  @Test("tells the caller that it is on record, once he has gone", .verifies("INT-14", "MSG-03"))
  func receipt() {
    var desk = FormDesk()
    desk.type(Self.keys + "<C-s>")
    let message = desk.order(20_422)?.messages.last
    #expect(message?.template == "received" && message?.state == .waiting)
    #expect(message?.words.words.contains("20422") == true)
  }

  @Test("a call that only asks counts on the order that is open there, by one key", .verifies("INT-25"))
  func chaser() {
    var desk = FormDesk()
    let before = desk.order(20_421)?.furtherCalls
    desk.type("n0151 496 0123<Tab><C-o>")
    #expect(desk.order(20_421)?.furtherCalls == (before ?? 0) + 1, "\(desk.text)")
    #expect(desk.top == nil && desk.drafts.isEmpty && desk.order(20_422) == nil)
    #expect(desk.order(20_421)?.requests.last?.phone?.words == "0151 496 0123")
  }

  @Test("what is said beside who rings is not lost with a chaser", .verifies("INT-25"))
  func saysMore() {
    var desk = FormDesk()
    let before = desk.order(20_421)?.furtherCalls
    desk.type("n0151 496 0123" + String(repeating: "<Tab>", count: 8) + "pm<C-o>")
    #expect(desk.resultLine == " ✗ Problem is missing.", "\(desk.text)")
    #expect(desk.order(20_421)?.furtherCalls == before && desk.drafts.first?["window"] == "pm")
    desk.type("still dead<C-o>")
    #expect(desk.order(20_422)?.status == .duplicate, "\(desk.resultLine)")
    #expect(desk.order(20_422)?.window != nil)
    let after = desk.order(20_421)?.furtherCalls
    desk.type("n" + String(repeating: "5", count: 41) + "<Tab><Tab>quay<Tab><C-o>")
    #expect(desk.resultLine.contains("over 17 figures"), "\(desk.text)")
    #expect(desk.order(20_421)?.furtherCalls == after)
  }

  @Test("a new caller is not taken for somebody of a like name", .verifies("INT-02"))
  func namesake() {
    var desk = FormDesk()
    desk.type("n0299 111 222<Tab>Dana<Tab>")
    #expect(desk.drafts.first?["caller"] == "Dana" && desk.drafts.first?["phone"] == "0299 111 222")
    desk.type("quay<Tab><Tab>leak<C-s>")
    #expect(desk.order(20_422)?.requests.first?.caller?.words == "Dana", "\(desk.text)")
    #expect(desk.order(20_422)?.requests.first?.phone?.words == "0299 111 222")
  }

  @Test("on a low screen what is open there comes before the rest", .verifies("INT-07"))
  func lowScreen() {
    var desk = FormDesk(80, 24)
    desk.type("n0151 496 0123<Tab>lift<Tab>dead again<Tab>")
    #expect(desk.text.contains("Open here already") && desk.text.contains("20421"), "\(desk.text)")
  }

  @Test("keeps what was typed until a suggestion is marked", .verifies("INT-01", "UX-01"))
  func keepsTyped() {
    var desk = FormDesk()
    desk.type("n0151 77<Tab><Tab>Q<Tab><Tab>leak<C-s>")
    let order = desk.order(20_422)
    #expect(order?.requests.first?.phone?.words == "0151 77")
    #expect(order?.site == FormOffice.quay, "of one place alone there is no doubt")
    var office = FormOffice.made()
    let other = Site(id: .init(high: 5, low: 9), name: "Store 119", customer: nil)
    office.sites[other.id] = other
    desk = FormDesk(office: office)
    desk.type("n0151 77<Tab><Tab>Store 1")
    #expect(desk.text.contains("2 are like it: ↓ marks the one that is meant"))
    desk.type("<Tab><Tab>leak<C-s>")
    #expect(desk.order(20_422) == nil && desk.text.contains("could be"), "none is taken for another")
    desk = FormDesk(office: office)
    desk.type("n0151<Down><Tab><S-Tab>Store 1<Down><Down><Tab><Tab>leak<C-s>")
    #expect(desk.order(20_422)?.requests.first?.phone?.words == "0151 496 0123")
    #expect(desk.office.site(desk.order(20_422)?.site)?.name == "Store 119")
  }

  @Test(
    "fills in from a known number who rings and where, and lets it be typed over",
    .verifies("INT-01", "INT-02"),
    arguments: ["0151 496 0123", "+44 151 4960123"])
  func knownNumber(phone: String) {
    var desk = FormDesk()
    desk.type("n\(phone)<Tab>")
    #expect(desk.text.contains("known number: Quay House"))
    #expect(desk.text.contains("ring reception"), "the way in follows from the site")
    desk.type("lift<Tab>dead<C-s>")
    let order = desk.order(20_422)
    #expect(order?.site == FormOffice.quay && order?.equipment == FormOffice.lift)
    #expect(order?.customer == desk.office.site(FormOffice.quay)?.customer)
    #expect(order?.requests.first?.caller?.words == desk.office.site(FormOffice.quay)?.contact?.words)
    #expect(order?.requests.first?.phone?.words == phone, "kept as it was said")
    desk = FormDesk()
    desk.type("n\(phone)<Tab><S-Tab><S-Tab>Kim<Tab>Somewhere else<Tab><Tab>leak<C-s>")
    #expect(desk.order(20_422)?.requests.first?.caller?.words == "Kim")
    #expect(desk.office.site(desk.order(20_422)?.site)?.name == "Somewhere else")
  }

  @Test("takes no address for mails as the number that a known caller rings from", .verifies("INT-02"))
  func mailOnRecord() {
    var office = FormOffice.made()
    var site = Site(id: .init(high: 6, low: 30), name: "Pump House", customer: nil)
    site.contact = PersonalText(id: .init(high: 6, low: 31), words: "Zoe Zand")
    site.phone = PersonalText(id: .init(high: 6, low: 32), words: "zoe@pump.example")
    office.sites[site.id] = site
    var desk = FormDesk(office: office)
    desk.type("n<Tab>Zoe Zand<Tab>lift<Tab>dead<C-s>")
    let order = desk.order(20_422)
    #expect(order?.site == site.id && order?.requests.first?.phone == nil, "\(desk.text)")
  }

  @Test("takes away again what a number filled in that was another one", .verifies("INT-01"))
  func otherNumber() {
    var desk = FormDesk()
    desk.type("n0151 496 0123<Tab><S-Tab><S-Tab><S-Tab><C-u>0299 111 222<Tab>")
    #expect(!desk.text.contains("ring reception"))
    #expect(desk.drafts.first?["site"] == "" || desk.drafts.first?["site"] == nil)
  }

  @Test("finds a caller by name, and asks which place where there are several", .verifies("INT-02"))
  func severalPlaces() {
    var office = FormOffice.made()
    var group = Customer(id: .init(high: 5, low: 20), name: "FreshCo", tier: .silver)
    group.phone = PersonalText(id: .init(high: 5, low: 21), words: "0161 555 0100")
    group.contact = PersonalText(id: .init(high: 5, low: 22), words: "Omar Haddad")
    office.customers[group.id] = group
    for (number, name) in ["Store 7", "Store 8"].enumerated() {
      let site = Site(id: .init(high: 5, low: UInt64(30 + number)), name: name, customer: group.id)
      office.sites[site.id] = site
    }
    var desk = FormDesk(office: office)
    desk.type("n01615550100<Tab>")
    #expect(desk.text.contains("Omar Haddad"))
    #expect(desk.text.contains("Store 7") && desk.text.contains("Store 8"))
    desk.type("<Down><Down><Tab><Tab>freezer warm<C-s>")
    #expect(desk.office.site(desk.order(20_422)?.site)?.name == "Store 8")
    #expect(desk.order(20_422)?.customer == group.id)
    desk = FormDesk(office: office)
    desk.type("n<Tab>omar<Down><Tab>")
    #expect(desk.drafts.first?["phone"] == "0161 555 0100")
    #expect(desk.text.contains("2 places of this caller"))
  }

  @Test("counts what has been asked, and names what has not", .verifies("INT-09"))
  func checklist() {
    var desk = FormDesk()
    desk.type("n")
    #expect(desk.text.contains("0 of 8 asked"))
    desk.type("rita<Tab>")
    #expect(desk.text.contains("0 of 8 asked"), "a name is no number")
    desk.type("<S-Tab><C-u>0151 496 0123<Tab>")
    #expect(desk.text.contains("4 of 8 asked"), "number, name, place and the way in")
    desk.type("lift<Tab>dead<Tab><Tab><Tab>1")
    #expect(desk.text.contains("7 of 8 asked"))
    #expect(desk.canvas.rows.contains { $0.contains("Ask") && $0.contains("when it suits") })
  }

  @Test("says how a call came, by phone unless it is said", .verifies("INT-03"))
  func source() {
    var desk = FormDesk()
    desk.type("n<Tab><Tab>quay<Tab><Tab>leak<C-s>")
    #expect(desk.order(20_422)?.requests.first?.source == .phone, "\(desk.resultLine)")
    desk.type("n<Tab><Tab>quay<Tab><Tab>another leak" + String(repeating: "<Tab>", count: 10) + "2")
    #expect(desk.canvas.rows.contains { $0.contains("Came by") && $0.contains("2 mail") })
    desk.type("<C-s>")
    #expect(desk.order(20_423)?.requests.first?.source == .mail, "\(desk.resultLine)")
    desk.type(":20423<Enter><Enter>")
    #expect(desk.text.contains(", mail"), "\(desk.text)")
    desk.type("<Esc>:20421<Enter>Ystill<Tab><Tab>rita<Tab>3<C-s>")
    #expect(desk.order(20_421)?.requests.last?.source == .phone, "a name is no number")
    #expect(desk.top == "Another call 20421" && desk.resultLine.contains("no telephone number"))
    desk.type("<C-u><C-s>")
    #expect(desk.order(20_421)?.requests.last?.source == .portal, "\(desk.resultLine)")
  }

  @Test("ends a call that needs no visit with its reason, without a place", .verifies("INT-24"))
  func noVisit() {
    var desk = FormDesk()
    desk.type("n<Tab><Tab><Tab><Tab>how to reset the panel<Tab><Tab><Tab><Tab><Tab><Tab><Tab>")
    desk.type("keys at desk<Tab>1")
    #expect(desk.text.contains("of 3 asked"))
    desk.type("<C-s>")
    let ending = desk.order(20_422)?.ending?.kind
    guard case .cancelled(.advice, words: "how to reset the panel", fee: nil)? = ending else {
      Issue.record("\(desk.resultLine)")
      return
    }
    #expect(desk.order(20_422)?.site == nil)
    #expect(desk.order(20_422)?.notes.last?.words == "Way in: keys at desk")
    desk.type("n<Tab><Tab><Tab><Tab>leak<C-s>")
    #expect(desk.order(20_423) == nil && desk.text.contains("is missing"), "anywhere else a place is needed")
  }

  @Test("says where a call goes on that is left", .verifies("INT-01"))
  func leaves() {
    var desk = FormDesk()
    desk.type("n0151<Esc><Esc>")
    #expect(desk.resultLine.contains("is kept as a draft; n, then ^T goes on with it."), "\(desk.resultLine)")
    desk.type("n<C-t>")
    #expect(desk.text.contains("0151"))
  }

  @Test("folds what is empty on a low screen, and keeps the count, what is open and the keys in sight")
  func folded() {
    var desk = FormDesk(60, 20)
    desk.type(Self.keys)
    for words in ["of 8 asked", "Open here already", "20421", "^S save", "Say"] {
      #expect(desk.text.contains(words), "\(words) in\n\(desk.text)")
    }
    #expect(!desk.canvas.rows.contains { $0.contains("NTE ") && $0.contains("none unless said") })
    desk.type("<Tab><Tab><Tab><Tab><Tab>400")
    #expect(desk.canvas.rows.contains { $0.contains("NTE") && $0.contains("400") }, "\(desk.text)")
    desk = FormDesk(80, 16)
    desk.type(Self.keys)
    #expect(desk.text.contains("Open here already"), "\(desk.text)")
  }

  @Test("says who else has the same caller in a form", .verifies("INT-01"))
  func somebodyElse() {
    var other = FormDesk()
    other.type("n0151 496 0123<Tab><Tab><Tab>")
    var desk = FormDesk()
    desk.othersDrafts = other.drafts.map { draft in
      var draft = draft
      draft.other = PocketDesk.ana
      return draft
    }
    desk.type("n0299 111 222<Tab>")
    #expect(!desk.text.contains("same caller"))
    desk.type("<Tab>quay<Tab>")
    #expect(desk.text.contains("has the same caller in a form since 10:42."), "\(desk.text)")
    desk.othersDrafts = []
    desk.tick(1)
    #expect(!desk.text.contains("same caller"), "once the other form is closed")
  }

  @Test("says of a code only to whom it can be shown who shows it")
  func code() {
    var office = FormOffice.made()
    let hal = Person.ID(high: 1, low: 30)
    office.people[hal] = FormOffice.person(hal, "hal", "Hal Frost", .helpdesk)
    office.sites[FormOffice.quay]?.details[.accessCode] = "4711#"
    var desk = FormDesk(office: office, person: hal)
    desk.type("n0151 496 0123<Tab>")
    #expect(desk.text.contains("a code that dispatch can show") && !desk.text.contains("site's window"))
    desk = FormDesk(office: office)
    desk.type("n0151 496 0123<Tab>")
    #expect(desk.text.contains("code hidden, shown in the site's window"))
  }

  @Test("is pictured", arguments: [(120, 36), (80, 24)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type(Self.keys)
    expectScreen(desk.canvas, "call-form-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }

  @Test("closes with a word where words in it were erased, and no other form does")
  func erased() throws {
    var desk = FormDesk()
    desk.type("n0151")
    let key = try #require(desk.drafts.first?.key)
    desk.send(.draftErased(FormDraft.Key(form: key.form, subject: "another")))
    #expect(desk.top != nil)
    desk.send(.draftErased(key))
    #expect(desk.top == nil && desk.resultLine.contains("words in it were erased"), "\(desk.resultLine)")
  }

  @Test("keeps a draft at every change and goes on from it after Esc", .verifies("INT-01"))
  func draft() {
    var desk = FormDesk()
    desk.type("n")
    #expect(desk.drafts.isEmpty)
    desk.type("0")
    #expect(desk.drafts.count == 1)
    desk.type("299<Tab>Dana")
    #expect(desk.drafts.first?["caller"] == "Dana")
    #expect(desk.drafts.first?["phone"] == "0299")
    desk.type("<Esc><Esc>")
    #expect(desk.top == nil)
    #expect(desk.drafts.count == 1)
    desk.type("n")
    #expect(desk.text.contains("One call is kept as a draft: ^T goes to"))
    desk.type("<C-n>")
    #expect(desk.text.contains("Dana"))
    #expect(desk.text.contains("New call 20422"))
    #expect(desk.drafts.count == 1)
  }

  @Test("parks a call for the next one, and both can be finished")
  func parks() {
    var desk = FormDesk()
    desk.type("n0151<C-n>0299 11<Tab><Tab>store 112<Tab><Tab>door stuck<C-s>")
    #expect(desk.order(20_423)?.summary == "door stuck")
    #expect(desk.drafts.count == 1)
    desk.type("n<C-n>")
    #expect(desk.text.contains("New call 20422"))
  }

  @Test("opens the assignment after saving with it")
  func assigns() {
    var desk = FormDesk()
    desk.type(Self.keys + "<C-g>")
    #expect(desk.order(20_422) != nil)
    #expect(desk.text.contains("Assign 20422"))
    desk.type("<Enter>")
    #expect(desk.order(20_422)?.technician == FormOffice.ana)
  }

  @Test("says that an unknown site becomes a provisional one, and makes it")
  func provisional() {
    var desk = FormDesk()
    desk.type("n<Tab><Tab>Pier 9")
    #expect(desk.text.contains("not known: a provisional site is made"))
    desk.type("<Tab><Tab>lamp out<C-s>")
    let order = desk.order(20_422)
    #expect(desk.office.site(order?.site)?.name == "Pier 9")
    #expect(desk.office.site(order?.site)?.isProvisional == true)
  }

  @Test("says beside the field what is missing and what would be right")
  func faults() {
    var desk = FormDesk()
    desk.type("n<Tab><Tab>quay<Tab><C-s>")
    #expect(desk.canvas.rows.contains { $0.contains("Problem") && $0.contains("is missing") })
    desk.type("leak<Tab><Tab><Tab><Tab><Tab>4oo<C-s>")
    #expect(desk.canvas.rows.contains { $0.contains("NTE") && $0.contains("is no amount") })
    #expect(desk.order(20_422) == nil)
  }

  @Test("names every field that is missing, marks them and goes to the first")
  func gaps() {
    var desk = FormDesk()
    desk.type("n<C-s>")
    #expect(desk.resultLine == " ✗ Site and Problem are missing.")
    for label in ["Site", "Problem"] {
      #expect(desk.canvas.rows.contains { $0.contains(label) && $0.contains("is missing") })
    }
    desk.type("quay<Tab><C-s>")
    #expect(desk.resultLine == " ✗ Problem is missing.")
    desk.type("leak<C-s>")
    #expect(desk.order(20_422)?.summary == "leak" && desk.order(20_422)?.site == FormOffice.quay)
  }

  @Test(
    "refuses at its field what cannot be a telephone number, and says why", .verifies("INT-01"),
    arguments: [
      ("Dana at the desk", "\"D\" cannot be dialled"), ("01", "under 3 figures"),
      ("0151 496 0123abcde", "\"a\" cannot be dialled"), ("01514960123456789012", "over 17 figures")
    ])
  func phone(_ words: String, _ fault: String) {
    var desk = FormDesk()
    desk.type("n\(words)<Tab><Tab>quay<Tab><Tab>leak")
    #expect(desk.canvas.rows.contains { $0.contains("Phone") && $0.contains("no telephone number") })
    desk.type("<C-s>")
    #expect(desk.order(20_422) == nil && desk.resultLine.contains(fault.lowercased()), "\(desk.resultLine)")
    #expect(desk.drafts.first?["phone"] == words, "kept in the draft")
    desk.type("<C-u>0151 496 0123 ext 4<C-s>")
    #expect(desk.order(20_422)?.requests.first?.phone?.words == "0151 496 0123 ext 4", "\(desk.resultLine)")
  }

  @Test("says what the caller can be told, with the number and the time")
  func say() {
    var desk = FormDesk()
    desk.type(Self.keys)
    #expect(desk.text.contains("\"20422. Somebody is with you by 11:42; stay on this number.\""))
  }

  @Test("is told of at the next start when it was never finished, whatever ended the console")
  func crashed() {
    var desk = FormDesk()
    desk.type("n0299<Tab>Dana<Tab>")
    var next = FormDesk()
    next.send(.answered(.drafts(desk.drafts), .keys))
    #expect(next.text.contains("Kept unfinished: log "))
    #expect(next.text.contains("list drafts goes on with them"))
    var none = FormDesk()
    none.send(.answered(.drafts([]), .keys))
    #expect(!none.text.contains("Kept unfinished"))
  }

  @Test("goes round the calls that are kept as drafts, from the one that waits longest")
  func nextCall() {
    var desk = FormDesk()
    desk.type("n0151<C-n>0299")
    desk.tick(1)
    desk.type("<C-n>0777<C-n><Esc>")
    #expect(desk.drafts.count == 3)
    desk.type("n<C-t>")
    #expect(desk.text.contains("New call 20422"), "\(desk.text)")
    desk.type("x<C-t>")
    #expect(desk.text.contains("New call 20423") && desk.text.contains("0299"), "\(desk.text)")
    desk.type("<C-t>")
    #expect(desk.text.contains("New call 20424") && desk.text.contains("0777"), "\(desk.text)")
    desk.type("<C-t>")
    #expect(desk.text.contains("New call 20422"))
    #expect(desk.drafts.count == 3)
  }

  @Test("keeps what is in it while the line is called over it")
  func line() {
    var desk = FormDesk()
    desk.type("n0151<C-p>claim 20418<Enter>")
    #expect(desk.order(20_418)?.claim != nil)
    #expect(desk.top?.hasPrefix("New call") == true)
    #expect(desk.text.contains("0151"))
  }

  @Test(
    "survives every size while it is open",
    arguments: [(5, 2), (1, 1), (60, 15), (80, 24), (200, 60), (300, 100)])
  func sizes(_ width: Int, _ height: Int) {
    var desk = FormDesk()
    desk.type(Self.keys)
    desk.resize(width, height)
    _ = desk.canvas
    desk.type("<Tab>x<Up><C-e>yy<C-e>")
    desk.resize(120, 36)
    #expect(desk.text.contains("Lift stuck"))
  }
}
