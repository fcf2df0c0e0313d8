public import Domain

/// A made-up office on a made-up day whose now is a given instant: to try Callout on, to show it, to
/// measure it.
///
/// The same seed, instant and counts give the same submissions, to the last id. They are in the order
/// of time, none
/// later than `now`, and each is accepted by an office that has taken the ones before it:
///
///     founding, people, places, things │ years of closed work, an entry each │ the running day
public struct DemoDay: Sendable {
  /// Who founded the office and dispatches: Bea Long, `bea`.
  public let dispatcher: Person.ID
  /// The console that everything was said on.
  public let console: ConsoleID
  /// Orders that have not ended at `now`.
  public let openCount: Int
  public let technicianCount: Int
  /// How many submissions there are, for progress.
  public let count: Int
  private let opening: [Submission]
  private let history: History
  private let day: [Submission]

  /// Those that the story names are always there.
  public static let fewestTechnicians = Crew.fewest

  /// At least `fewestTechnicians`, and as many open orders as the story and everybody's visits of the day need.
  public init(
    seed: UInt64, now: Timestamp, zone: ZoneRules, open: Int = 120, closed: Int = 800, technicians: Int = 24
  ) {
    var numbers = SeededNumbers(seed: seed)
    let grid = Timestamp(seconds: now.seconds - now.seconds % 900)
    let founded = now - .days(60)
    console = numbers.id()
    let staff = Staff(&numbers)
    let crew = Crew(count: technicians, grid: grid, zone: zone, &numbers)
    let more = 50 + min(300, max(0, open) / 25 + max(0, closed) / 3_000)
    let town = Town(more: more, now: zone.civil(at: now), &numbers)
    dispatcher = staff.bea.id

    var today = Day(
      staff: staff, crew: crew, town: town, zone: zone, now: now, grid: grid, seed: numbers.next())
    today.clockIn()
    Story.play(in: &today)
    today.workOthers()
    today.fill(to: open)
    today.endYesterday()
    openCount = today.openCount
    technicianCount = crew.members.count

    let closed = max(0, closed)
    let lastNumber = max(Story.lastNumber, closed + today.calls.count)
    let firstClosed = lastNumber - today.calls.count - closed + 1
    opening = Opening(staff: staff, crew: crew, town: town, zone: zone, at: founded, now: now)
      .submissions(console: console, &numbers)
    history = History(
      count: closed, firstNumber: firstClosed, crew: crew, town: town, owner: dispatcher, console: console,
      at: founded + .hours(2), seed: numbers.next())
    day = today.told(lastNumber: lastNumber, console: console)
    count = opening.count + history.count + day.count
  }

  /// Everything that was said, in order; made as it is asked for, so that a million closed orders
  /// cost no memory.
  public var submissions: Submissions {
    Submissions(opening: opening.makeIterator(), history: history.makeIterator(), day: day.makeIterator())
  }

  /// The submissions of a made-up day, once through.
  public struct Submissions: Sequence, IteratorProtocol {
    var opening: IndexingIterator<[Submission]>
    var history: History.Iterator
    var day: IndexingIterator<[Submission]>

    public mutating func next() -> Submission? { opening.next() ?? history.next() ?? day.next() }
  }
}
