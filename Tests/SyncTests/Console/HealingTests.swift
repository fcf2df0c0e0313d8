import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("A console whose file was copied, or whose office was restored")
struct HealingTests {
  private static func note(_ words: String, id: UInt64, at console: OfficeFile) throws {
    try console.submit(
      TwoDesks.submission(
        [.addNote(TwoDesks.order, AddNote(words))], id: id, by: TwoDesks.people[1],
        from: TwoDesks.consoles[1]))
  }

  private static func notes(_ file: OfficeFile) -> [String] {
    (file.state.office.order(TwoDesks.order)?.notes.map(\.words) ?? []).sorted()
  }

  /// Pushes what waits under a console's id.
  private static func push(_ console: OfficeFile, to office: OfficeFile) throws -> PushAnswer {
    let standing = try console.standing()
    let registrar = Registrar(person: TwoDesks.people[1], console: try console.console())
    let waiting = try console.waiting(from: standing.answered + 1, atMost: .push)
    return try office.append(to: Stores.log) { log in
      try registrar.take(
        Push(log: Stores.log, epoch: log.epochs.last?.id ?? Stores.epoch, commands: waiting), into: &log)
    }
  }

  private static func pull(_ console: OfficeFile, from office: OfficeFile) throws -> Standing {
    try console.confirm(TwoDesks.page(of: office, after: try console.standing().cursor))
  }

  /// A copy of a console, made while a note waits at it.
  private static func copied(_ console: OfficeFile) throws -> OfficeFile {
    try note("both", id: 50, at: console)
    let path = console.path + ".copy"
    try console.backup(to: path)
    return try OfficeFile(opening: path, options: Stores.options)
  }

  @Test("loses nothing and does nothing twice when a copy of it goes on too", .verifies("UX-06"))
  func copied() throws {
    try JoinedFileTests.joined { office, console in
      let copy = try Self.copied(console)
      defer { copy.close() }
      try Self.note("one", id: 51, at: console)
      try Self.note("other", id: 52, at: copy)
      _ = try Self.push(console, to: office)
      _ = try Self.pull(console, from: office)
      // The copy finds entries of its own that it never gave, and lets go of nothing but what they answer.
      #expect(try Self.pull(copy, from: office).isForked)
      #expect(try copy.standing().isForked)
      #expect(Self.notes(copy) == ["both", "one", "other"])
      try copy.become(ConsoleID(high: 5, low: 99))
      #expect(try copy.waiting(from: 1, atMost: .push).map(\.count) == [1])
      #expect(try Self.push(copy, to: office) == .taken(through: 1))
      #expect(try !Self.pull(copy, from: office).isForked)
      _ = try Self.pull(console, from: office)
      for file in [office, console, copy] {
        #expect(Self.notes(file) == ["both", "one", "other"])
        #expect(try file.check().problems == [])
      }
    }
  }

  @Test("answers once what two copies had waiting, whoever comes first", arguments: [false, true])
  func waitedInBoth(copyFirst: Bool) throws {
    try JoinedFileTests.joined { office, console in
      let copy = try Self.copied(console)
      defer { copy.close() }
      try copy.become(ConsoleID(high: 5, low: 99))
      for file in copyFirst ? [copy, console] : [console, copy] {
        #expect(try Self.push(file, to: office) == .taken(through: try file.standing().given))
      }
      for file in [console, copy] {
        #expect(try !Self.pull(file, from: office).isForked)
        #expect(file.state.waiting <= 1 && Self.notes(file) == ["both"])
      }
      #expect(try Self.push(copy, to: office) == .taken(through: try copy.standing().given))
      #expect(Self.notes(office) == ["both"])
    }
  }

  @Test("gives an undo back as it was: what it may bring back counts from when the undone was done")
  func givesUndoBack() throws {
    try JoinedFileTests.joined { office, console in
      let cursor = try console.standing().cursor
      let steps: [(UInt64, TakingBack?)] = [(50, nil), (51, .last)]
      for (id, wish) in steps {
        try console.submit(
          TwoDesks.submission(
            [TwoDesks.assign(to: 0, at: 1)], id: id, by: TwoDesks.people[1], from: TwoDesks.consoles[1]),
          takingBack: wish)
      }
      _ = try Self.push(console, to: office)
      _ = try Self.pull(console, from: office)
      #expect(console.state.waiting == 0)
      let epochs = try console.standing().epochs
      try console.goBack(to: CommonGround(cursor: cursor, lost: console.standing().cursor, epochs: epochs))
      let given = try console.waiting(from: 1, atMost: .push).compactMap(\.decoded)
      #expect(given.suffix(2).map(\.undoes) == [nil, Stores.start])
      #expect(given.last?.reversal == .undoes(Submission.ID(high: 8, low: 50)))
    }
  }

  @Test("gives back to a restored office what that has lost of it, and keeps a copy of all it had")
  func restored() throws {
    try JoinedFileTests.joined { office, console in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try Self.note("lost there", id: 50, at: console)
      _ = try Self.push(console, to: office)
      let theirs = try TwoDesks.waiting(
        [.addNote(TwoDesks.order, AddNote("of the other"))], id: 60, count: 1, console: 0)
      _ = try TwoDesks.push([theirs], TwoDesks.registrar(0), to: office)
      _ = try Self.pull(console, from: office)
      try Self.note("waits", id: 51, at: console)
      let path = office.path + ".restored"
      try OfficeFile.restore(
        from: backup, to: path, epoch: EpochID(high: 1, low: 77), options: Stores.options)
      let restored = try OfficeFile(opening: path, options: Stores.options)
      defer { restored.close() }
      try restored.submit(
        TwoDesks.submission(
          [.addNote(TwoDesks.order, AddNote("after it"))], id: 61, by: TwoDesks.owner,
          from: ConsoleID(high: 1, low: 3)))
      let other = try OfficeFile(opening: console.path, options: Stores.options)
      defer { other.close() }
      let common = try #require(
        try console.commonGround { pull in
          try restored.page(of: pull.log, after: pull.after, atMost: MessageLimit(items: 1, bytes: 1))
        })
      #expect(common.cursor.seq == restored.state.seq - 1)
      try console.goBack(to: common)
      #expect(Self.notes(console) == ["lost there", "waits"])
      #expect(console.state.waiting == 2)
      #expect(try Self.push(console, to: restored) == .taken(through: try console.standing().given))
      _ = try Self.pull(console, from: restored)
      #expect(Self.notes(console) == ["after it", "lost there", "waits"])
      #expect(try console.digest() == restored.digest() && console.check().problems == [])
      // Another process of this console sees it too.
      _ = try other.refresh()
      #expect(Self.notes(other) == Self.notes(console))
      let kept = try OfficeFile(
        opening: console.path + ".parted-\(Stores.start.seconds)", options: Stores.options)
      #expect(Self.notes(kept).contains("of the other"))
      kept.close()
    }
  }
}
