import Domain
import Storage
import Sync
import Synchronization
import TestSupport

/// An office, its consoles and the network between them, in one thread and from one seed.
final class World {
  let seed: UInt64
  let bug: PlantedBug?
  var numbers: RepeatableNumbers
  var menu: Menu
  /// Milliseconds since the beginning.
  var now: Int64 = 0
  var office: any OfficeDisk
  /// Where the files lie of a run on files; nil where all is in memory.
  let shelf: FileShelf?
  /// A copy of the office's file that was made a while ago.
  var backup: (any OfficeDisk)?
  var consoles: [SimulatedConsole] = []
  /// What is still to happen, by when and in which order it was planned.
  private var agenda: [Planned] = []
  private var planned = 0
  /// Every command that an outbox has kept, by whom.
  var kept: [Submission.ID: SimulatedConsole] = [:]
  /// What a push was answered to be in the log.
  var acknowledged: Set<Submission.ID> = []
  /// The number that each order was told by, where it was told by one.
  var told: [WorkOrder.ID: Int] = [:]
  var violations: [String] = []
  /// How often each transition of a console's link was reached.
  var reached: [String: Int] = [:]
  /// The consoles whose clock has gone wrong, by the ids that they had.
  var wrongClocks: Set<ConsoleID> = []
  /// Counts the processes of the office: a line that one of them kept ends with it.
  var officeLife = 0
  /// Whether consoles keep live lines, when the faults have stopped too.
  let hasLive: Bool
  var hasRestored = false
  var hasCloned = false
  var trace: [String] = []

  private struct Planned {
    let at: Int64
    let order: Int
    let act: (World) -> Void
  }

  /// Every so many seeds the office and its consoles are files.
  static let filesEvery: UInt64 = 20

  init(
    seed: UInt64, bug: PlantedBug? = nil, consoles count: Int? = nil, menu: Menu? = nil, onFiles: Bool? = nil
  ) throws {
    self.seed = seed
    self.bug = bug
    numbers = RepeatableNumbers(seed: seed)
    // Both are drawn in any case, so that a smaller run goes as the whole one began.
    let drawn = (menu: Menu(seed: &numbers), count: Int.random(in: 3...8, using: &numbers))
    self.menu = menu ?? drawn.menu
    if menu == nil { self.menu.add(by: seed) }
    hasLive = self.menu.live
    let (clock, ids) = (SimulatedClock(), SimulatedIDs(seed: seed))
    self.clock = clock
    self.ids = ids
    if onFiles ?? (bug == nil && seed % Self.filesEvery == 0) {
      let shelf = try FileShelf(clock: clock) { ids.fresh() }
      let identity = FileIdentity(
        log: SmallOffice.log, epoch: SmallOffice.epoch, console: SmallOffice.console)
      let file = try OfficeFile.create(at: shelf.path(), identity: identity, options: shelf.options)
      office = FileOffice(file, on: shelf)
      self.shelf = shelf
    } else {
      office = MemoryLog(log: SmallOffice.log, epoch: SmallOffice.epoch) { clock.now }
      shelf = nil
    }
    let count = count ?? drawn.count
    try SmallOffice.found(in: office, dispatchers: count)
    for number in 0..<count { consoles.append(try SimulatedConsole(number, of: office, self)) }
  }

  private let clock: SimulatedClock
  private let ids: SimulatedIDs

  var instant: Timestamp { SmallOffice.start + .seconds(now / 1_000) }

  /// Does it after so many milliseconds.
  func plan(after milliseconds: Int64, _ act: @escaping (World) -> Void) {
    planned += 1
    let entry = Planned(at: now + max(0, milliseconds), order: planned, act: act)
    let place = agenda.firstIndex { ($0.at, $0.order) > (entry.at, entry.order) } ?? agenda.endIndex
    agenda.insert(entry, at: place)
  }

  /// Lets everything happen that is planned until then.
  func run(until end: Int64) {
    while let next = agenda.first, next.at <= end {
      agenda.removeFirst()
      now = max(now, next.at)
      clock.now = instant
      next.act(self)
    }
    now = end
    clock.now = instant
  }

  func chance(_ percent: Int) -> Bool { percent > 0 && Int.random(in: 0..<100, using: &numbers) < percent }

  func note(_ line: @autoclosure () -> String) { trace.append("\(now) \(line())") }

  func fresh<Subject>() -> Identifier<Subject> { ids.fresh() }
}

/// The time of the simulated machines, in whole seconds.
final class SimulatedClock: Sendable {
  private let instant = Mutex(SmallOffice.start)

  var now: Timestamp {
    get { instant.withLock { $0 } }
    set { instant.withLock { $0 = newValue } }
  }
}

/// Ids that are the same every time.
final class SimulatedIDs: Sendable {
  private let seed: UInt64
  private let last = Atomic<UInt64>(1_000)

  init(seed: UInt64) { self.seed = seed }

  func fresh<Subject>() -> Identifier<Subject> {
    Identifier(high: seed, low: last.add(1, ordering: .relaxed).newValue)
  }
}
