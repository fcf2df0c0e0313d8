/// The hours of one route: the cheapest way to drive a given order, with lunch and the waiting for promises in it.
///
/// Exact: of everything that could be done up to a stop, what is neither earlier nor cheaper than another is dropped,
/// and nothing else.
struct Timetable {
  let ground: Ground
  private var labels: [Label] = []
  private var levels: [Range<Int>] = []

  init(_ ground: Ground) { self.ground = ground }

  /// Lateness, overtime and moved promises of the cheapest way, or nil when there is none.
  mutating func cost(_ one: Int, _ sequence: [Int]) -> Int? {
    guard !sequence.isEmpty else { return 0 }
    walk(one, sequence)
    return home(one, sequence)?.cost
  }

  /// The stops of the cheapest way, by the problem's own indices.
  mutating func stops(_ one: Int, _ sequence: [Int]) -> [Plan.Stop]? {
    guard !sequence.isEmpty else { return [] }
    walk(one, sequence)
    guard let home = home(one, sequence) else { return nil }
    var stops: [Plan.Stop] = []
    if let lunch = home.lunch { stops.append(Plan.Stop(visit: nil, start: Int(lunch))) }
    var at = home.parent
    for visit in sequence.reversed() {
      let label = labels[at]
      stops.append(Plan.Stop(visit: ground.visitOrder[visit], start: Int(label.start)))
      if let lunch = label.lunch { stops.append(Plan.Stop(visit: nil, start: Int(lunch))) }
      at = label.parent
    }
    return stops.reversed()
  }
}

extension Timetable {
  /// One way to have come so far.
  private struct Label {
    var ready: Int32
    var cost: Int
    var hasEaten: Bool
    var parent: Int
    var start: Int32
    /// When lunch began, where it was taken just before.
    var lunch: Int32?
  }

  private mutating func walk(_ one: Int, _ sequence: [Int]) {
    let crew = ground.crew[one]
    labels.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    labels.append(
      Label(
        ready: crew.shiftStart, cost: 0, hasEaten: crew.lunchLatest <= -VisitRow.never, parent: -1,
        start: crew.shiftStart))
    var level = 0..<1
    var place = crew.start
    for visit in sequence {
      let row = ground.visits[visit]
      let onward = Int32(ground.problem.travel[Int(place), Int(row.place)])
      let first = labels.count
      for parent in level {
        let label = labels[parent]
        extend(label, parent, label.ready &+ onward, nil, label.hasEaten, one, row, first)
        if let lunch = lunch(label, crew) {
          extend(label, parent, lunch &+ crew.lunch &+ onward, lunch, true, one, row, first)
        }
      }
      level = first..<labels.count
      levels.append(level)
      place = row.place
    }
  }

  private func lunch(_ label: Label, _ crew: CrewRow) -> Int32? {
    label.hasEaten || label.ready > crew.lunchLatest ? nil : max(label.ready, crew.lunchEarliest)
  }

  private mutating func extend(
    _ label: Label, _ parent: Int, _ arrival: Int32, _ lunch: Int32?, _ hasEaten: Bool, _ one: Int,
    _ row: VisitRow, _ first: Int
  ) {
    let start = row.start(arrival, ground.spans.base)
    guard start < VisitRow.never else { return }
    let done = Label(
      ready: start &+ row.duration, cost: label.cost, hasEaten: hasEaten, parent: parent, start: start,
      lunch: lunch)
    keep(done, row, one, from: first)
    // A promise may be waited for.
    let early = Int(row.toldStart) - ground.problem.weights.movedStartTolerance
    guard row.toldTo == Int32(one), Int(start) < early else { return }
    let held = row.start(Int32(clamping: early), ground.spans.base)
    guard held < VisitRow.never else { return }
    var waited = done
    (waited.start, waited.ready) = (held, held &+ row.duration)
    keep(waited, row, one, from: first)
  }

  /// Adds what the start costs, and keeps the label unless another is as early and as cheap.
  private mutating func keep(_ bare: Label, _ row: VisitRow, _ one: Int, from first: Int) {
    var label = bare
    let weights = ground.problem.weights
    if label.start > row.due { label.cost += row.lateRate * Int(label.start - row.due) }
    if row.toldTo == Int32(one), abs(Int(label.start) - Int(row.toldStart)) > weights.movedStartTolerance {
      label.cost += weights.movedStart
    }
    keep(label, from: first)
  }

  private mutating func keep(_ label: Label, from first: Int) {
    var index = first
    while index < labels.count {
      let other = labels[index]
      if other.hasEaten == label.hasEaten {
        if other.ready <= label.ready, other.cost <= label.cost { return }
        if label.ready <= other.ready, label.cost <= other.cost {
          labels.swapAt(index, labels.count - 1)
          labels.removeLast()
          continue
        }
      }
      index += 1
    }
    labels.append(label)
  }

  /// The cheapest way home from the last stop.
  private func home(_ one: Int, _ sequence: [Int]) -> Label? {
    guard let level = levels.last, let last = sequence.last else { return nil }
    let crew = ground.crew[one]
    let onward = Int32(ground.problem.travel[Int(ground.visits[last].place), Int(crew.end)])
    var best: Label?
    for parent in level {
      let label = labels[parent]
      let bare = label.ready &+ onward
      if label.hasEaten || bare <= crew.lunchLatest { choose(label, parent, bare, nil, crew, &best) }
      if let lunch = lunch(label, crew) {
        choose(label, parent, lunch &+ crew.lunch &+ onward, lunch, crew, &best)
      }
    }
    return best
  }

  private func choose(
    _ label: Label, _ parent: Int, _ home: Int32, _ lunch: Int32?, _ crew: CrewRow, _ best: inout Label?
  ) {
    guard home <= crew.limit else { return }
    let cost = label.cost + ground.problem.weights.overtime * Int(max(0, home - crew.shiftEnd))
    if let best, best.cost <= cost { return }
    best = Label(ready: home, cost: cost, hasEaten: true, parent: parent, start: home, lunch: lunch)
  }
}
