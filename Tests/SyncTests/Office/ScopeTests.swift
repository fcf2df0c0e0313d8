import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("The console of a technician")
struct ScopeTests {
  /// The first technician, at a console of his own.
  static let own = Registrar(person: Person.ID(high: 10, low: 0), console: ConsoleID(high: 5, low: 7))
  private static let ownOrder = WorkOrder.ID(high: 4, low: 2)
  private static let caller = "Zacharias Unterberger"
  private static let canaries = ["Philomena Otherwise", "canary words", "canary note", "canary reason"]

  /// What the office sent to a console, and what its files hold.
  final class Heard {
    var bytes: [UInt8] = []
    func holds(_ words: String) -> Bool { Data(bytes).range(of: Data(words.utf8)) != nil }
  }

  private static func log(_ id: WorkOrder.ID, _ number: Int, caller: String, _ summary: String) -> Command {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: id.low), words: summary, urgency: .today, source: .phone,
      receivedAt: Stores.start,
      caller: PersonalText(id: Identifier(high: 9, low: 700 + id.low), words: caller))
    return .logWorkOrder(
      LogWorkOrder(
        LoggedWork(
          id: id, number: number, request: request, receivedAt: Stores.start, summary: summary, priority: .p3)
      ))
  }

  private static func assign(_ order: WorkOrder.ID, to technician: Int, replacing: Int? = nil) -> Command {
    .assignVisit(
      order,
      AssignVisit(
        visit: Visit.ID(high: 11, low: order.low * 10), technician: TwoDesks.technicians[technician],
        start: Stores.start + .hours(Int64(order.low) * 2), length: .minutes(60),
        replacing: replacing.map { TwoDesks.technicians[$0] }))
  }

  /// An office where the first technician has one order and the second another, and the first one's console.
  static func joined(_ body: (OfficeFile, OfficeFile, Heard) throws -> Void) throws {
    try Stores.inFolder { folder in
      let office = try OfficeFile.create(
        at: folder + "/office.db",
        identity: FileIdentity(log: Stores.log, epoch: Stores.epoch, console: ConsoleID(high: 1, low: 3)),
        options: Stores.options)
      defer { office.close() }
      try TwoDesks.found(office)
      let theirs = WorkOrder.ID(high: 4, low: 3)
      let commands = [
        log(ownOrder, 20_002, caller: caller, "no light"), assign(ownOrder, to: 0),
        log(theirs, 20_003, caller: canaries[0], canaries[1]), assign(theirs, to: 1),
        .addNote(theirs, AddNote(canaries[2]))
      ]
      for (index, command) in commands.enumerated() {
        try SnapshotTests.act(command, id: UInt64(700 + index), at: office)
      }
      let answer = JoinAnswer(
        log: Stores.log, epochs: [Epoch(first: 1, id: Stores.epoch)], console: own.console,
        person: own.person, token: "t")
      let console = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: folder + "/own.db", options: Stores.options)
      defer { console.close() }
      let heard = Heard()
      try pull(console, from: office, heard)
      try body(office, console, heard)
    }
  }

  /// Asks until there is nothing new; what was sent is kept. How many snapshots it took.
  @discardableResult static func pull(
    _ console: OfficeFile, from office: OfficeFile, _ heard: Heard = Heard()
  ) throws -> Int {
    var taken = 0
    while true {
      let answer = try office.answer(try console.standing().pullOrSnapshot, for: own)
      heard.bytes += try CompactEncoder().encode(answer)
      switch answer {
      case .page(let page):
        try console.confirm(page)
        if page.isLast { return taken }
      case .far:
        taken += 1
        _ = try console.takeSnapshot { request in
          let part = try office.snapshot(request, for: own)
          heard.bytes += try CompactEncoder().encode(part)
          return part
        }
      case .parted, .otherLog:
        Issue.record("\(answer)")
        return taken
      }
    }
  }

  private static func report(_ command: Command, id: UInt64, at console: OfficeFile) throws {
    try console.submit(
      TwoDesks.submission([command], id: id, by: own.person, from: own.console))
  }

  private static func push(_ console: OfficeFile, to office: OfficeFile, epoch: EpochID = Stores.epoch) throws
  {
    let waiting = try console.waiting(from: try console.standing().answered + 1, atMost: .push)
    _ = try TwoDesks.push(waiting, own, to: office, epoch: epoch)
  }

  @Test("is told which of his steps came in vain, and why, and nothing else of what is not his any more")
  func inVain() throws {
    try Self.joined { office, console, heard in
      let began = Stores.start - .hours(1)
      try Self.report(.arriveOnSite(Self.ownOrder, ArriveOnSite()), id: 810, at: console)
      try SnapshotTests.act(Self.assign(Self.ownOrder, to: 1, replacing: 0), id: 811, at: office)
      try SnapshotTests.act(.addNote(Self.ownOrder, AddNote(Self.canaries[2])), id: 812, at: office)
      try Self.push(console, to: office)
      try Self.pull(console, from: office, heard)
      #expect(console.state.office.orders.unordered.map(\.id).isEmpty && !heard.holds(Self.canaries[2]))
      let steps = console.state.office.unheededSteps(of: TwoDesks.technicians[0], since: began)
      #expect(steps.map(\.order) == [20_002] && steps.map(\.status) == [.onSite])
      #expect(steps.map(\.reason) == [.another] && office.state.office.unheeded.isEmpty)
      #expect(try console.check().problems == [])
      let again = try OfficeFile(opening: console.path, options: Stores.options)
      defer { again.close() }
      #expect(again.state.office.unheeded == steps)
      // It is his again: what he does there counts.
      try SnapshotTests.act(Self.assign(Self.ownOrder, to: 0, replacing: 1), id: 813, at: office)
      try Self.pull(console, from: office, heard)
      #expect(console.state.office.unheededSteps(of: TwoDesks.technicians[0], since: began).isEmpty)
    }
  }

  @Test("holds his own work, and not a word of anybody else's, nor does what he is sent", .verifies("UX-06"))
  func canary() throws {
    try Self.joined { office, console, heard in
      #expect(console.state.office.orders.unordered.map(\.id) == [Self.ownOrder])
      #expect(console.state.office.technicians.unordered.map(\.id) == [TwoDesks.technicians[0]])
      #expect(heard.holds(Self.caller))
      #expect(try ErasingTests.count(Self.caller, beside: console.path) > 0)
      try SnapshotTests.act(
        .cancelWorkOrder(
          WorkOrder.ID(high: 4, low: 3), CancelWorkOrder(reason: .notNeeded, words: Self.canaries[3])),
        id: 800, at: office)
      #expect(try Self.pull(console, from: office, heard) == 0, "it is nothing of his")
      for words in Self.canaries {
        #expect(!heard.holds(words), "\(words)")
        #expect(try ErasingTests.count(words, beside: console.path) == 0, "\(words)")
        #expect(try ErasingTests.count(words, beside: office.path) > 0)
      }
      #expect(try console.check().problems == [] && console.takenOver()?.isScoped == true)
      #expect(try console.missingHistory() == nil)
    }
  }

  @Test("lets go of what is another's from now on, down to the bytes of its file")
  func leaves() throws {
    try Self.joined { office, console, heard in
      try SnapshotTests.act(Self.assign(Self.ownOrder, to: 1, replacing: 0), id: 800, at: office)
      #expect(try Self.pull(console, from: office, heard) == 1)
      #expect(console.state.office.orders.isEmpty)
      #expect(try ErasingTests.count(Self.caller, beside: console.path) == 0)
      #expect(try console.search("light", limit: 5, ranked: false).isEmpty)
      #expect(try console.check().problems == [])
      try SnapshotTests.act(Self.assign(Self.ownOrder, to: 0, replacing: 1), id: 801, at: office)
      try Self.pull(console, from: office, heard)
      let visits = console.state.office.order(Self.ownOrder)?.visits ?? []
      #expect(Set(visits.flatMap(\.assignments).map(\.technician)) == [TwoDesks.technicians[0]])
    }
  }

  @Test("is made anew where something of his has changed, and only there is it another")
  func kept() throws {
    try Self.joined { office, _, _ in
      let (theirs, own) = (WorkOrder.ID(high: 4, low: 3), Self.own)
      let note = { (order: WorkOrder.ID) in Command.addNote(order, AddNote("more")) }
      let changes: [(command: Command, isKept: Bool)] = [
        (note(theirs), true), (note(Self.ownOrder), false), (note(TwoDesks.order), true),
        (Self.assign(TwoDesks.order, to: 0), false), (note(TwoDesks.order), false),
        (.unassignVisit(TwoDesks.order, UnassignVisit(replacing: TwoDesks.technicians[0])), false),
        (.setPresence(TwoDesks.technicians[1], SetPresence(.off, replacing: nil)), true),
        (.setPresence(TwoDesks.technicians[0], SetPresence(.off, replacing: nil)), false),
        (.setPriority(theirs, SetPriority(.p1, reason: "flood", replacing: .p3)), true)
      ]
      for (index, change) in changes.enumerated() {
        let before = office.state.office
        let part = before.scoped(to: own.person, console: own.console)
        let seq = office.state.seq
        try SnapshotTests.act(change.command, id: UInt64(830 + index), at: office)
        let touched = Touched(try office.entries(since: seq, limit: 9).flatMap(\.events))
        let after = office.state.office
        let isKept = after.keeps(part, of: own.person, after: touched)
        #expect(isKept == change.isKept, "\(change.command)")
        if isKept { #expect(after.scoped(to: own.person, console: own.console) == part, "\(change.command)") }
        let other = Registrar(person: own.person, console: ConsoleID(high: 5, low: UInt64(70 + index)))
        let digests = try [own, other].map { caller in
          let request = SnapshotRequest(log: Stores.log, answered: 0)
          guard case .head(let head) = try office.snapshot(request, for: caller) else {
            throw LogFault.otherLog
          }
          return head.digest
        }
        #expect(digests[0] == digests[1], "\(change.command)")
      }
    }
  }

  @Test("takes what he does without the network, and has it answered")
  func works() throws {
    try Self.joined { office, console, _ in
      try Self.report(.acceptVisit(Self.ownOrder, AcceptVisit()), id: 1_900, at: console)
      try Self.report(.startTravel(Self.ownOrder, StartTravel()), id: 1_901, at: console)
      #expect(console.state.waiting == 2 && console.state.office.order(Self.ownOrder)?.status == .travelling)
      #expect(office.state.office.order(Self.ownOrder)?.status != .travelling)
      try Self.push(console, to: office)
      try Self.pull(console, from: office)
      #expect(console.state.waiting == 0 && console.state.office.order(Self.ownOrder)?.status == .travelling)
      #expect(office.state.office.order(Self.ownOrder)?.status == .travelling)
      try Self.report(.addNote(Self.ownOrder, AddNote("at the gate")), id: 1_903, at: console)
      try Self.push(console, to: office)
      try Self.pull(console, from: office)
      #expect(try console.state.waiting == 0 && !console.standing().isForked)
      // It is so already: the answer changes no row, and is heard all the same.
      let again = try TwoDesks.waiting(
        [.acceptVisit(Self.ownOrder, AcceptVisit())], id: 1_902, count: 4, console: 0)
      _ = try TwoDesks.push([again], Self.own, to: office)
      #expect(try Self.pull(console, from: office) == 1)
      #expect(try console.check().problems == [])
      let other = try OfficeFile(opening: console.path, options: Stores.options)
      #expect(other.state.office == console.state.office)
      other.close()
    }
  }

  @Test(
    "is emptied of all else where its person becomes a technician, and gets all where he is none any more")
  func role() throws {
    try Self.joined { office, console, heard in
      func become(_ role: Role, from before: Role, id: UInt64) throws {
        let change = FieldChange<Person.Field>(
          .role, from: .plain(before.rawValue), to: .plain(role.rawValue))
        try SnapshotTests.act(.editPerson(Self.own.person, EditPerson([change])), id: id, at: office)
      }
      try become(.dispatcher, from: .technician, id: 800)
      try Self.pull(console, from: office)
      #expect(try console.digest() == office.digest() && console.standing().scope == nil)
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("more")), id: 801, at: office)
      try Self.pull(console, from: office)
      #expect(try console.digest() == office.digest() && console.check().problems == [])
      #expect(try ErasingTests.count(Self.canaries[0], beside: console.path) > 0)
      try become(.technician, from: .dispatcher, id: 802)
      try Self.pull(console, from: office)
      #expect(console.state.office.orders.unordered.map(\.id) == [Self.ownOrder])
      #expect(try ErasingTests.count(Self.canaries[0], beside: console.path) == 0)
      #expect(try console.check().problems == [])
    }
  }

  @Test("gives back to a restored office what that has lost of his")
  func restored() throws {
    try Self.joined { office, console, _ in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try Self.report(.acceptVisit(Self.ownOrder, AcceptVisit()), id: 1_900, at: console)
      try Self.push(console, to: office)
      try Self.pull(console, from: office)
      #expect(console.state.waiting == 0)
      let (path, epoch) = (office.path + ".restored", EpochID(high: 1, low: 77))
      try OfficeFile.restore(from: backup, to: path, epoch: epoch, options: Stores.options)
      let restored = try OfficeFile(opening: path, options: Stores.options)
      defer { restored.close() }
      #expect(try restored.answer(console.standing().pullOrSnapshot, for: Self.own) == .parted)
      let common = try #require(try console.commonGround { try restored.answer($0, for: Self.own) })
      try console.goBack(to: common)
      #expect(
        try console.health().joined?.brokenWord == nil, "the office was restored, and has what it had signed")
      try Self.pull(console, from: restored)
      #expect(console.state.waiting == 1 && console.state.office.order(Self.ownOrder)?.status == .accepted)
      try Self.push(console, to: restored, epoch: epoch)
      try Self.pull(console, from: restored)
      #expect(restored.state.office.order(Self.ownOrder)?.status == .accepted)
      #expect(console.state.waiting == 0)
    }
  }

  @Test("takes back nothing that the office has refused", .verifies("UX-05"))
  func refused() throws {
    try Self.joined { office, console, _ in
      let release = Command.releaseWorkOrder(Self.ownOrder, ReleaseWorkOrder(visit: nil))
      let undo = Submission(
        id: Submission.ID(high: 8, low: 1_901),
        stamp: Stamp(by: Self.own.person, at: Stores.start, console: Self.own.console), commands: [],
        override: "undo")
      try SnapshotTests.act(
        .holdWorkOrder(Self.ownOrder, HoldWorkOrder(reason: .parts, note: "belt")), id: 800, at: office)
      try Self.pull(console, from: office)
      let given = try console.submit(
        TwoDesks.submission([release], id: 1_900, by: Self.own.person, from: Self.own.console))
      var here = MadeHere()
      if let seq = given.seq { here.add(Submission.ID(high: 8, low: 1_900), entry: seq) }
      here.keep(try #require(given.waiting))
      #expect(try console.dryRun(undo, takingBack: .last).takenBack?.commands == [release])
      try SnapshotTests.act(release, id: 801, at: office)
      try Self.push(console, to: office)
      try Self.pull(console, from: office)
      #expect(console.state.waiting == 0 && console.state.office.openConflicts.count == 1)
      #expect(throws: SubmitError.refused(.undoImpossible(.nothingToUndo))) {
        try console.submit(undo, takingBack: .last, madeHere: here)
      }
      #expect(console.state.office.order(Self.ownOrder)?.hold == nil)
    }
  }

  @Test("fetches the files of his own work and no others")
  func files() throws {
    try Self.joined { office, _, _ in
      let digests = [1, 2].map { Digest(rawBytes: [UInt8](repeating: $0, count: 32)) ?? .zero }
      for (order, digest) in zip([Self.ownOrder, WorkOrder.ID(high: 4, low: 3)], digests) {
        try SnapshotTests.act(
          .attachFile(order, AttachFile(sha256: digest, name: "a.jpg", type: "image/jpeg", bytes: 3)),
          id: 800 + order.low, at: office)
      }
      #expect(try digests.map { try office.mayFetch($0, for: Self.own) } == [true, false])
      #expect(try digests.allSatisfy { try office.mayFetch($0, for: TwoDesks.registrar(0)) })
    }
  }
}
