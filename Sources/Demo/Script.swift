import Domain

/// Who does what when on the made-up day, gathered in any order and told in the order of time.
struct Script: Sendable {
  private struct Line: Sendable {
    let at: Timestamp
    let by: Person.ID
    let command: Command
  }

  /// Nothing is later than this.
  private let now: Timestamp
  private var lines: [Line] = []

  init(now: Timestamp) { self.now = now }

  mutating func add(_ command: Command, by person: Person.ID, at instant: Timestamp) {
    lines.append(Line(at: min(instant, now), by: person, command: command))
  }

  mutating func append(_ other: Script) { lines += other.lines }

  /// Every line as a submission; of those at one instant, what was added first comes first.
  func told(console: ConsoleID, _ numbers: inout SeededNumbers) -> [Submission] {
    let order = lines.indices.sorted { (lines[$0].at, $0) < (lines[$1].at, $1) }
    return order.map { index in
      let line = lines[index]
      return Submission(
        id: numbers.id(), stamp: Stamp(by: line.by, at: line.at, console: console), commands: [line.command],
        acceptsWarnings: true)
    }
  }
}
