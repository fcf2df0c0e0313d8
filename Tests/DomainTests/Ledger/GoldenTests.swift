import Domain
import Foundation
import TestSupport
import Testing

@Suite("The bytes that ledgers in the field are made of")
struct GoldenTests {
  /// The shapes that were ever written, one a line: its name, and an example in hex digits. Lines are added, never
  /// changed or taken away: `RECORD=1` adds those that are new.
  private struct Corpus {
    let path: String
    private(set) var lines: [(name: String, bytes: [UInt8])] = []

    init(_ name: String) throws {
      let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      path = here.appending(path: "Golden/\(name).txt").path()
      guard FileManager.default.fileExists(atPath: path) else { return }
      for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        let parts = line.split(separator: "\t")
        try #require(parts.count == 2)
        lines.append((String(parts[0]), try bytes(String(parts[1]))))
      }
    }

    private func bytes(_ hex: String) throws -> [UInt8] {
      let digits = Array(hex.utf8)
      try #require(digits.count.isMultiple(of: 2) && !digits.isEmpty)
      return try stride(from: 0, to: digits.count, by: 2).map { index in
        try #require(UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16))
      }
    }

    /// Adds the shapes that it has not got, where that is asked for.
    func keep(_ shapes: [String: [UInt8]]) throws {
      let known = Set(lines.map(\.name))
      let new = shapes.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      let cases = Set(known.map { $0.prefix { $0 != "(" } })
      let unknown = new.filter { !cases.contains($0.key.prefix { $0 != "(" }) }.map(\.key)
      if ProcessInfo.processInfo.environment["RECORD"] != "1" {
        #expect(unknown.isEmpty, "RECORD=1 keeps what these look like for ever")
        return
      }
      let added = new.map { name, bytes in
        name + "\t" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
      }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let before = lines.isEmpty ? "" : try String(contentsOfFile: path, encoding: .utf8)
      try (before + added.joined()).write(toFile: path, atomically: true, encoding: .utf8)
      if !added.isEmpty { Issue.record("Recorded \(added.count) shapes; look at them and run again.") }
    }
  }

  /// The events and commands of random days with their undos, each shape once.
  private static func shapes() throws -> (events: [String: [UInt8]], commands: [String: [UInt8]]) {
    var (events, commands) = ([String: [UInt8]](), [String: [UInt8]]())
    func keep(_ event: Event) throws {
      let bytes = try CompactEncoder().encode(event)
      let name = try Self.name(of: CompactValue(compact: bytes))
      if events[name] == nil { events[name] = bytes }
    }
    func keep(_ command: Command) throws {
      let bytes = try CompactEncoder().encode(command)
      let name = try Self.name(of: CompactValue(compact: bytes))
      if commands[name] == nil { commands[name] = bytes }
    }
    for seed in UInt64(1)...6 {
      var sample = try SampleOffice()
      var actions = EveryAction(seed: seed)
      for _ in 0..<800 {
        guard let kind = actions.kind() else { continue }
        let command = actions.command(kind, in: sample.office, at: sample.now, by: SampleOffice.bea)
        guard let command else { continue }
        try keep(command)
        guard let decision = try? sample.submit(command, after: .seconds(20)) else { continue }
        for event in decision.events { try keep(event) }
        var undone = sample
        for command in decision.inverse {
          try keep(command)
          guard let undo = try? undone.submit(command, after: .seconds(20)) else { continue }
          for event in undo.events { try keep(event) }
        }
      }
    }
    for event in try Self.rareEvents { try keep(event) }
    for command in try Self.rareCommands { try keep(command) }
    return (events, commands)
  }

  /// What no random day comes to: it needs several consoles, or is the beginning of an office.
  private static var rareCommands: [Command] {
    get throws {
      let profile = OfficeProfile(name: "Riverside", zone: "UTC", currency: "GBP")
      let owner = Person(
        id: SampleOffice.bea, handle: "bea", name: PersonalText(id: Identifier(1), words: "Bea"), role: .owner
      )
      return [
        .foundOffice(
          FoundOffice(profile: profile, zone: .utc, firstNumber: 20_001, contracts: [], owner: owner)),
        .leaseNumbers(LeaseNumbers(taken: 20_050)), .eraseWords(EraseWords([Identifier(1)])),
        .giveWork(WorkOrder.ID(5), GiveWork(by: "lifts")),
        .settleConflict(SettleConflict(Identifier(4), .redo)),
        .settleConflict(SettleConflict(Identifier(4), .keep))
      ]
    }
  }

  private static var rareEvents: [Event] {
    get throws {
      var sample = try SampleOffice()
      let order = try sample.log()
      let submission = Submission(
        id: Submission.ID(9), stamp: Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(1)),
        commands: [.addNote(order, AddNote("rings first"))])
      let conflict = Conflict(submission, count: 3, refusal: .undoImpossible(.noEntry(7)), at: sample.now)
      let lost = Conflict.LostSubmission(id: Submission.ID(10), count: 4, commands: submission.commands)
      return [
        .office(.numbersLeased(NumberLease(console: ConsoleID(2), first: 20_100, last: 20_299))),
        .office(.wordsErased([Identifier(1)])), .office(.console(.started)),
        .office(.console(.enrolled(SampleOffice.bea, until: sample.now))),
        .office(.console(.joined(ConsoleID(2), of: SampleOffice.bea, with: .code(by: SampleOffice.bea)))),
        .office(.console(.joined(ConsoleID(2), of: SampleOffice.bea, with: .account))),
        .office(.console(.joined(ConsoleID(3), of: SampleOffice.bea, with: .copy(of: ConsoleID(2))))),
        .office(.console(.revoked(ConsoleID(3), of: SampleOffice.bea))),
        .office(
          .console(
            .alertChanged(
              Alert.ID(.consoleCopied, console: ConsoleID(3), cause: sample.now), .resolved(note: "meant")))),
        .office(.conflict(.arose(conflict))),
        .office(.conflict(.changed(conflict.id, .grew(lost))))
      ]
    }
  }

  /// `workOrder.noted(at,by,words)`: which case it is, and which of its fields are there.
  private static func name(of value: CompactValue) throws -> String {
    switch value {
    case .text(let name): return name
    case .map(let fields) where fields.count == 1:
      let inner = fields[0].value
      if let what = inner["_1"], case .map(let cases) = what, cases.count == 1, inner["_2"] == nil {
        return fields[0].name + "." + (try name(of: what))
      }
      if case .map(let only) = inner, only.count == 1, let what = inner["_0"], case .map(let cases) = what {
        if cases.count == 1 { return fields[0].name + "." + (try name(of: what)) }
        return fields[0].name + "(\(names(what)))"
      }
      return fields[0].name + "(\(names(inner["_1"] ?? inner)))"
    default: return "(\(names(value)))"
    }
  }

  private static func names(_ value: CompactValue) -> String {
    guard case .map(let fields) = value else { return "" }
    return fields.map(\.name).joined(separator: ",")
  }

  @Test("of every event that was ever written are read, and go on meaning the same", .verifies("ADM-08"))
  func events() throws {
    let corpus = try Corpus("events")
    try #require(!corpus.lines.isEmpty)
    for line in corpus.lines {
      do {
        let event = try CompactDecoder().decode(Event.self, from: line.bytes)
        let again = try CompactDecoder().decode(Event.self, from: CompactEncoder().encode(event))
        #expect(again == event, "\(line.name)")
      } catch {
        Issue.record("\(line.name) is not read any more: \(error)")
      }
    }
    try corpus.keep(Self.shapes().events)
  }

  @Test(
    "of every command that may wait in an outbox are read, and go on meaning the same", .verifies("UX-06"))
  func commands() throws {
    let corpus = try Corpus("commands")
    var names: Set<CommandName> = []
    for line in corpus.lines {
      do {
        let command = try CompactDecoder().decode(Command.self, from: line.bytes)
        names.insert(CommandName(command))
        let again = try CompactDecoder().decode(Command.self, from: CompactEncoder().encode(command))
        #expect(again == command, "\(line.name)")
      } catch {
        Issue.record("\(line.name) is not read any more: \(error)")
      }
    }
    try corpus.keep(Self.shapes().commands)
    let missing = Set(CommandName.allCases).subtracting(names).subtracting([.setSendingRule])
    #expect(missing.isEmpty, "no bytes are kept of these")
  }
}
