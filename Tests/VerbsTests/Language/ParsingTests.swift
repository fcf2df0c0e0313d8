import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Reading a line")
struct ParsingTests {
  /// A line for every verb that changes something, with the name of the command it must come to.
  static let lines: [(String, String)] = [
    (#"log "lift dead" at "Quay House" P1 from 01514960123"#, "work-order.log"),
    (#"edit 20401 summary="door stuck" estimate=1h30 nte=400 window=11:00-13:00"#, "work-order.edit"),
    ("triage 20401 --trade lift --priority P2 --skill lift:2 --estimate 90m", "work-order.triage"),
    ("priority 20401 P2 --reason loud", "work-order.set-priority"),
    ("rules clock-escalation off", "office.rules"),
    ("complaint 20401 late twice", "customer.complaint"), ("alert own 20401", "alert.own"),
    ("alert give 20401 sam", "alert.own"), ("alert snooze 20401 15m", "alert.snooze"),
    ("alert snooze 20401 until 14:00", "alert.snooze"), ("alert resolve 20401 called back", "alert.resolve"),
    ("flag 20401 --until fri", "work-order.flag"),
    ("flag 20401 --off", "work-order.flag"), ("claim 20401", "work-order.claim"),
    ("assign 20401 ana 11:00 --length 90m", "work-order.assign"), ("unassign 20401", "work-order.unassign"),
    ("move 20402 +30m to brandt", "work-order.move"), ("move 20402 -15m", "work-order.move"),
    ("pin 20402 both", "work-order.pin"), ("crew 20402 brandt", "work-order.crew"),
    ("visit 20402 brandt tomorrow 9:00 --length 2h", "work-order.visit"),
    ("window 20402 after hours", "work-order.window"),
    ("dispatch 20402", "work-order.dispatch"),
    ("accept 20402", "work-order.accept"),
    ("decline 20402 too far away", "work-order.decline"), ("travel 20402", "work-order.travel"),
    ("on-site 20402", "work-order.on-site"),
    (#"hold 20401 parts "BLT-22, due Thu" --quiet"#, "work-order.hold"),
    ("message 20401 assigned", "work-order.message"),
    ("sending-rule set Air --trade hvac --only ana,brandt --gives", "sending-rule.set"),
    ("template set held Order {order} waits --tier gold", "template.set"),
    ("release 20401", "work-order.release"), ("postpone 20401 tomorrow --quiet", "work-order.note"),
    ("seen 20402", "work-order.seen"),
    (#"complete 20402 --did "all well" --signed-by Osei"#, "work-order.complete"),
    ("not-done 20402 no key --next tomorrow", "work-order.not-done"),
    ("close 20402 checked", "work-order.close"),
    ("reopen 20402 still dead", "work-order.reopen"),
    ("cancel 20401 customer moved away", "work-order.cancel"),
    ("duplicate 20401 of 20402", "work-order.duplicate"), ("note 20401 called back", "work-order.note"),
    ("say 20402 take the spare belt", "work-order.say"), ("read 20402", "work-order.say"),
    (#"complete 20402 --did well --signed-by Osei --no-code "phone dead""#, "work-order.complete"),
    ("status ana break", "technician.set-presence"),
    ("shift ana Mon-Fri 07:00-15:30", "technician.set-shift"),
    ("shift ana tomorrow 09:00-12:00", "technician.set-shift"), ("shift ana wed off", "technician.set-shift"),
    ("shift ana on-call fri", "technician.on-call"),
    ("absence ana tomorrow fri training", "technician.absence"),
    ("on-call ana fri mon --trade lift", "technician.on-call"),
    ("technician add Wei Chen --handle chen --skill HVAC:2", "technician.add"),
    ("technician edit ana zone=south team=a --skill lift:2@2027-01-31", "technician.edit"),
    ("technician deactivate brandt", "technician.deactivate"),
    ("person add Kim Ost --handle kim --role auditor", "person.add"),
    ("person edit sam role=dispatcher", "person.edit"),
    ("customer add Arcade --tier silver --parent FreshCo", "customer.add"),
    ("customer edit FreshCo preferences=mornings parent=Mercy", "customer.edit"),
    (#"site add "City Hall" --customer FreshCo --timeZone Europe/Paris"#, "site.add"),
    (#"site edit "Store 9" hazards=dog hours="Mon-Fri 08:00-18:00""#, "site.edit"),
    ("show-code Quay", "site.show-code"),
    (#"equipment add "AHU-3" --site "Store 9" --type air"#, "equipment.add"),
    (#"equipment edit "Lift 2" criticality=critical warranty=2027-01-12"#, "equipment.edit"),
    (
      #"contract add Platinum P1=30m/2h/24x7 P2=2h/8h hours="Mon-Fri 08:00-18:00" pauses=vendor:fix"#,
      "contract.edit"
    ),
    ("contract edit Gold P2.inspection=2d/9d holidays=2026-12-25 response=assigned", "contract.edit"),
    ("office set atRisk=30 fee.customer=45 rule.overlap=warn dayEnds=05:00", "office.set"),
    ("office trade lift level=3 alwaysP1=trapped,stuck", "office.trade"),
    ("handover add Gate B closes at 17:00", "handover.add"), ("handover drop 1", "handover.drop"),
    ("handover read all", "handover.read"), ("handover take", "handover.take")
  ]

  static func desk() throws -> Desk {
    var desk = try Desk()
    try desk.logUntold(#"log "lift dead" at "Quay House" P1 from 01514960123"#)
    try desk.say("handover add ask for Osei")
    try desk.say(#"log "boiler cold" at "Store 9" P3 --reference A-1"#)
    try desk.say("assign 20402 ana 15:00 --yes")
    return desk
  }

  @Test(
    "every verb comes to its command from the line and from shell words alike", .verifies("UX-02"),
    arguments: lines)
  func sameFromLineAndShell(line: String, verb: String) throws {
    let desk = try ParsingTests.desk()
    let fromLine = try desk.proposal(line)
    let verbs = fromLine.commands.map(\.verb)
    #expect(verbs.first == verb || verbs.last == verb)
    let context = desk.context(isScript: true)
    let words = try WordLine.read(line).map(\.text)
    guard case .submit(let fromShell) = try Verbs.parse(words: words, in: context).act(in: context) else {
      Issue.record("the shell's words are no change")
      return
    }
    #expect(fromShell.commands.map(\.verb) == fromLine.commands.map(\.verb))
    #expect(fromShell.orders == fromLine.orders)
  }

  @Test("every verb of the catalogue is said by a test line, an asking or a chore")
  func allVerbsAreSaid() throws {
    var desk = try ParsingTests.desk()
    desk.last = try desk.order(20_402).id
    let said =
      ParsingTests.lines.map(\.0) + ParsingTests.others.map(\.0) + [
        "breach 20401 travel", "step-back 20402", "show-phone ana", "why 20401 priority", "recent",
        "follow-ups", "consoles", "office start", "enrol bea", "join http://127.0.0.1:7420 --code ABCD",
        "sync --once", "serve", "consoles revoke 12ab", "conflicts", "settle 12ab keep", "board --turn 5",
        "chase 20401 where are you from 0151", "part 20401 BLT-22 --count 2", "tech", "call", "people",
        "review", "approve 20402", "rework 20402 leaks still",
        "audit by:bea --since 10:00",
        "customer erase Mercy", "person erase bea"
      ]
    var names: Set<String> = []
    for line in said { names.insert(try Verbs.parse(line: line, in: desk.context()).name) }
    try desk.say("customer edit FreshCo phone=0151")
    try desk.say("message 20402 assigned")
    try desk.say("sending-rule set Air --trade hvac --gives")
    names.insert(try Verbs.parse(line: "sending-rule remove Air", in: desk.context()).name)
    let message = try #require(try desk.order(20_402).messages.last).id
    for verb in ["recall", "delivered", "failed"] {
      names.insert(
        try Verbs.parse(
          line: "message \(verb) \(message)\(verb == "failed" ? " in use" : "")", in: desk.context()
        ).name)
    }
    #expect(Verbs.catalogue.map { $0.name }.filter { !names.contains($0) } == [])
  }

  static let others: [(String, String)] = [
    ("list queue --filter trade:lift", "list"), ("show 20401", "work-order.show"),
    ("history -", "work-order.history"),
    ("find burst pipe", "work-order.find"), ("push ana +30m --from 11:00", "work-order.push"),
    ("gaps tomorrow", "timeline.gaps"),
    ("forecast mon --days 7", "timeline.forecast"),
    ("push 20402 -15m", "work-order.push"), ("plan day", "day.plan"), ("plan day 20402", "day.plan"),
    ("replan ana --because away", "work-order.replan"),
    ("replan 20402 --because urgent", "work-order.replan"),
    ("optimise ana", "technician.optimise"), ("optimise ana --with brandt", "technician.optimise"),
    ("fill ana", "technician.fill"),
    ("fill ana 13:00 --take 1 --seen now", "technician.fill"),
    ("together 20402", "work-order.together"), ("fits 20402", "work-order.fits"),
    ("plan --explain 20402", "file.plan"),
    ("ledger --since 3", "ledger.show"), ("day ana tomorrow", "technician.day"), ("maps", "maps.show"),
    ("config", "config.show"),
    ("health", "health.show"), ("rules", "office.rules"), ("tick", "office.tick"), ("alerts", "alert.list"),
    ("plan try new.toml --at -1h", "plan.try"),
    ("plan --problem day.json --seconds 0.5 --seed 3", "file.plan"),
    ("may hel cancel 20401", "person.may"),
    ("may sam \"office set\"", "person.may"),
    ("i-am sam", "person.i-am"), ("person pin bea", "person.pin"), ("lock", "desk.lock"),
    ("tour", "desk.tour"),
    ("setup", "office.set-up"),
    ("import work-orders calls.csv --map sf-fire", "file.import"),
    ("export work-orders --format json", "file.export"),
    ("messages 20401", "message.list"), ("morning tomorrow", "office.morning"), ("outbox", "message.outbox"),
    ("template list", "template.list"),
    ("template show held", "template.show"), ("check", "file.check"), ("rebuild", "file.rebuild"),
    ("backup b.db", "file.backup"),
    ("restore b.db --to new.db", "file.restore"),
    ("replay day.ndjson --speed 100 --only calls --from 08:00", "file.replay"), ("keys --dump", "keys"),
    ("themes --check t.toml", "themes"), ("themes", "themes"),
    ("attach 20401 photo.jpg", "work-order.attach"),
    ("init --name Riverside --zone Europe/London", "office.init"),
    ("demo --headless --open 10", "office.demo"),
    ("help hold", "help"), ("view north", "view.show"), ("list orders trade:lift", "list"),
    ("at yesterday 09:15", "ledger.at"), ("at --entry 3", "ledger.at"),
    ("dispatch --day today", "work-order.dispatch"), ("handover", "handover.show"),
    ("counters", "office.counters"),
    ("quit", "quit"), ("20401", "work-order.open"), ("customer show 20401", "customer.open"),
    ("site show Quay House", "site.open"),
    ("equipment show 7741", "equipment.open"), ("technician show ana", "technician.show"),
    ("contract show gold", "contract.show"),
    ("office show", "office.show"), ("undo", "ledger.undo"), ("redo", "ledger.redo")
  ]

  @Test("what asks or does a chore is read as its verb, without a fault", arguments: others)
  func othersAreRead(line: String, verb: String) throws {
    var desk = try ParsingTests.desk()
    desk.last = try desk.order(20_402).id
    #expect(try Verbs.parse(line: line, in: desk.context()).name == verb)
    _ = try desk.act(line)
    _ = try desk.act(line, isScript: true)
  }

  @Test(
    "a skill is one of a trade that the office knows, wherever it is said", .verifies("ADM-04"),
    arguments: [
      "triage 20401 --skill hvca:2", "edit 20401 skills=hvca:2", "technician edit ana --skill hvca:2",
      "log leak at Quay House --skill hvca:2"
    ])
  func unknownSkill(line: String) throws {
    let fault = try ParsingTests.desk().fault(line)
    #expect(fault?.nearest == ["hvac"])
    #expect(fault?.message == "The office lists no trade \"hvca\": office trade hvca adds one.")
  }

  @Test("a word that work of a trade is known by is nobody's skill, and is not taken for one")
  func wordIsNoSkill() throws {
    var desk = try ParsingTests.desk()
    for line in ["technician edit ana --skill graffiti:2", "triage 20401 --skill Graffiti"] {
      let fault = desk.fault(line)
      #expect(fault?.nearest == ["cleaning"], "\(line)")
      #expect(fault?.message.contains("office trade graffiti adds one") == true, "\(line)")
    }
    #expect(desk.fault("triage 20401 --trade graffiti") == nil, "the work is of the trade that it points to")
    try desk.say("office trade graffiti")
    try desk.say("technician edit ana --skill graffiti:2")
    #expect(desk.office.technicians.inOrder.contains { $0.skills.contains { $0.trade.name == "graffiti" } })
  }

  @Test("a time to look back to has been: a clock time still to come is yesterday's")
  func lookingBack() throws {
    let desk = try ParsingTests.desk()
    let (now, today) = (desk.context().now, desk.context().today)
    let places: [(String, PastPlace)] = [
      ("at now", .at(now)), ("at -30m", .at(now - .minutes(30))), ("at --entry 3", .entry(3)),
      (
        "at 23:59",
        .at(desk.context().office.zone.timestamp(today.adding(days: -1), TimeOfDay(clamping: 1_439)))
      )
    ]
    for (line, place) in places {
      guard case .ask(.past(place)) = try desk.act(line) else {
        Issue.record("\(line): \(try desk.act(line))")
        continue
      }
    }
    guard
      case .ask(.then(.entry(3), ["list", "queue"])) = try desk.act("at --entry 3 list queue", isScript: true)
    else {
      Issue.record("an entry and a verb")
      return
    }
    #expect(desk.fault("at tomorrow 8:00")?.message.contains("still to come") == true)
    #expect(desk.fault("at noonish")?.word == "noonish")
  }

  @Test("a bare number opens the order, . is the selection, - the last one")
  func shortcuts() throws {
    var desk = try ParsingTests.desk()
    let (first, second) = (try desk.order(20_401), try desk.order(20_402))
    guard case .show(.open(first.id)) = try desk.act("20401") else {
      Issue.record("20401 did not open")
      return
    }
    desk.selection = [first.id, second.id]
    desk.last = second.id
    #expect(try desk.proposal("claim .").orders == [20_401, 20_402])
    #expect(try desk.proposal("claim -").orders == [20_402])
    #expect(try desk.proposal("claim 20402 20401 20402").orders == [20_402, 20_401])
    desk.selection = []
    #expect(desk.fault("claim .")?.message.contains("Nothing is selected") == true)
  }

  @Test("an unambiguous beginning is enough, an ambiguous one names what it could be")
  func beginnings() throws {
    let desk = try ParsingTests.desk()
    #expect(try desk.command("una 20402").verb == "work-order.unassign")
    #expect(try desk.command("tech ed an zone=x").verb == "technician.edit")
    #expect(try Verbs.find(words: ["tech"]).name == "desk.tech")
    #expect(try Verbs.find(words: ["tech", "edit", "ana"]).name == "technician.edit")
    #expect(desk.fault("tech x")?.message.contains("one word too many") == true)
    #expect(
      desk.fault("re 20401")?.nearest == [
        "read", "rebuild", "recent", "redo", "release", "reopen", "replan", "replay", "restore", "review",
        "rework"
      ])
    #expect(desk.fault("asign 20401 ana")?.nearest.contains("assign") == true)
    #expect(desk.fault("assign 20401 anna 11:00")?.nearest.first == "ana")
    #expect(desk.fault("site show House of Cards")?.word == "House of Cards")
    #expect(desk.fault("list queu") == nil)
    #expect(desk.fault("list qeue")?.nearest == ["queue"])
  }

  @Test(
    "a word too many is told with the options that would take it",
    arguments: [
      (
        "triage 20401 plumbing",
        #""plumbing" is one word too many here: --trade or --skill before it says what it is."#
      ),
      (
        "triage 20401 Trade plumbing",
        #""Trade" is one word too many here: as an option it is --trade and its value."#
      ),
      ("tech x", #""x" is one word too many here."#)
    ])
  func oneTooMany(line: String, told: String) throws {
    #expect(try ParsingTests.desk().fault(line)?.message == told)
  }

  @Test(
    "wrong values are told with words that would do",
    arguments: [
      ("assign 20401 ana 11:70", #""11:70" is no time. 11:10, +30m or tomorrow 8:00 are."#),
      ("at 99", #""99" is no time. 09:15, -30m, yesterday 14:00 or "20 Nov 14:00" are."#),
      ("at 21:38:10", #""21:38:10" is no time. 09:15, -30m, yesterday 14:00 or "20 Nov 14:00" are."#),
      ("assign 20401 ana 8pm", #""8pm" is no time. 11:10, +30m or tomorrow 8:00 are."#),
      ("move 20402 soon", #""soon" is no time. +30m, -15m, 11:10 or tomorrow 8:00 are."#),
      ("priority 20401 P9", #""P9" is no priority. P1, P2, P3 and P4 are."#),
      (#"log "lift dead" at "Quay House" P9"#, #""P9" is no priority. P1, P2, P3 and P4 are."#),
      ("log lift dead at Quay House p0 from 0151", #""p0" is no priority. P1, P2, P3 and P4 are."#),
      (
        "log lift dead at Quay House 01514960123",
        #""01514960123" looks like a phone number: from 01514960123 says who called."#
      ),
      (
        "log lift dead at Quay House 11:00",
        #""11:00" is no part of a name: quotes around all of it make it one."#
      ), ("log lift dead at P9", #"No site is called "P9"."#),
      ("customer edit FreshCo tier=", "The tier is empty. It is gold, silver, standard."),
      (#"log "" at Quay"#, "The summary is missing: what is asked for, in the caller's words."),
      (#"note 20401 " ""#, "The text is empty: note ORDER… TEXT"),
      (
        "log lift dead at Quay --window 13:00-11:00",
        #""13:00-11:00" ends before it starts. today 22:00/tomorrow 6:00 is one over midnight."#
      ),
      (
        "edit 20401 window=2026-11-24T13:00:00Z/2026-11-24T11:00:00Z",
        #""2026-11-24T13:00:00Z/2026-11-24…" ends before it starts. today 22:00/tomorrow 6:00 is one over midnight."#
      ),
      ("flag 20401 --until someday", #""someday" is no day. today, mon, 26 Nov or 2026-11-26 are."#),
      ("assign 20401 ana --length long", #""long" is no length. 90m, 1h30 or 2d are."#),
      ("edit 20401 estimate=never", #""never" is no estimate. It is a length such as 90m or 1h30."#)
    ])
  func wrongValues(line: String, message: String) throws {
    let desk = try ParsingTests.desk()
    #expect(desk.fault(line)?.message == message)
  }

  @Test("a name in quotes may hold what looks like a priority, a window over midnight names both days")
  func meantAfterAll() throws {
    let desk = try ParsingTests.desk()
    guard case .logWorkOrder(let log) = try desk.command(#"log "lamp out" at "Car park P9" P4"#) else {
      return
    }
    #expect(log.provisionalSite?.name == "Car park P9" && log.work.priority == .p4)
    guard
      case .logWorkOrder(let night) = try desk.command(
        #"log "lamp out" at Quay --window "today 22:00/tomorrow 6:00""#)
    else { return }
    #expect(night.work.window?.length == .hours(8))
  }

  @Test("values that begin with - follow --, and words in quotes are never options")
  func dashes() throws {
    let desk = try ParsingTests.desk()
    #expect(desk.fault("note 20401 -5 degrees")?.message.contains("after --") == true)
    guard case .addNote(_, let note) = try desk.command("note 20401 -- -5 --yes degrees") else { return }
    #expect(note.words == "-5 --yes degrees")
    guard case .addNote(_, let quoted) = try desk.command(#"note 20401 "--yes""#) else { return }
    #expect(quoted.words == "--yes")
  }

  @Test("the common options reach the proposal")
  func commonOptions() throws {
    let desk = try ParsingTests.desk()
    let proposal = try desk.proposal(#"assign 20401 20402 ana 11:00 --each --yes --override "he is there""#)
    #expect(proposal.isEach && proposal.acceptsWarnings && proposal.override == "he is there")
    #expect(proposal.groups.count == 2)
    let split = try CommonOptions.split(["--db", "f.db", "list", "queue", "--json"])
    #expect(split.options.database == "f.db" && split.options.isJSON && split.rest == ["list", "queue"])
    #expect(try Verbs.find(words: ["--db", "f.db", "init", "--name", "x"]).name == "office.init")
  }

  @Test("where each stands for itself, a number that no order has stops no other")
  func strangers() throws {
    let desk = try ParsingTests.desk()
    let proposal = try desk.proposal("flag 99999 20401 99998 20402 --each")
    #expect(proposal.orders == [20_401, 20_402] && proposal.groups.count == 2)
    #expect(proposal.missing == [.notFound(.order(99_999)), .notFound(.order(99_998))])
    #expect(throws: Refusal.notFound(.order(99_999))) { try desk.act("flag 20401 99999") }
    #expect(throws: Refusal.notFound(.order(99_999))) { try desk.act("flag 99999 99998 --each") }
  }

  @Test("an order that is not there is a refusal, a name is a fault of usage")
  func notFound() throws {
    let desk = try ParsingTests.desk()
    #expect(throws: Refusal.notFound(.order(99_999))) { try desk.act("release 99999") }
    #expect(throws: UsageFault.self) { try desk.act("assign 20401 nobody 11:00") }
  }

  @Test(
    "times are the office's: days, shifts from now, instants",
    arguments: [
      ("11:00", "2026-11-24T11:00:00Z"), ("+30m", "2026-11-24T11:12:00Z"),
      ("tomorrow 8:00", "2026-11-25T08:00:00Z"),
      ("mon 9:00", "2026-11-30T09:00:00Z"), ("tue 9:00", "2026-12-01T09:00:00Z"),
      ("2026-11-26 7:30", "2026-11-26T07:30:00Z"), ("2026-11-26T10:00:00+01:00", "2026-11-26T09:00:00Z")
    ])
  func times(typed: String, instant: String) throws {
    let desk = try ParsingTests.desk()
    guard case .assignVisit(_, let assign) = try desk.command("assign 20401 ana \(typed)") else { return }
    #expect(assign.start.rfc3339 == instant)
  }
}
