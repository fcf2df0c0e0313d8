import Planner

extension ProblemReading {
  func technician(
    _ tree: JSONTree, _ home: (Spot, Spot), _ spots: Spots
  ) throws(ExchangeError) -> Problem.Technician {
    try tree.keep(to: PlanFields.technician)
    let shift = try shift(tree)
    var lunch: Problem.Lunch?
    if let rest = tree["break"] {
      do throws(ExchangeError) {
        try rest.keep(to: PlanFields.rest)
        lunch = Problem.Lunch(
          duration: try rest.integer("durationS"), earliest: try rest.integer("earliest"),
          latest: try rest.integer("latest"))
      } catch { throw error.under("break") }
    }
    return Problem.Technician(
      start: spots.index[home.0] ?? 0, end: spots.index[home.1] ?? 0, shiftStart: shift.0, shiftEnd: shift.1,
      maxOvertime: try tree.integer("maxOvertimeS"), lunch: lunch,
      skills: try amounts(tree, "skills", skills),
      stock: try amounts(tree, "stock", parts), priorWork: try tree.integer("priorWorkS", unless: 0))
  }

  func visit(_ tree: JSONTree, _ place: Int) throws(ExchangeError) -> Problem.Visit {
    try tree.keep(to: PlanFields.job)
    let priority = try tree.integer("priority")
    guard priority >= 1, priority < 1 << 32 else { throw .field("priority", .outside(priority, 1...4)) }
    return Problem.Visit(
      place: place, duration: try tree.integer("durationS"), priority: priority - 1,
      release: try release(tree),
      due: tree["due"] == nil ? nil : try tree.integer("due"), windows: try windows(tree),
      skills: try needs(tree, "skills", skills), parts: try needs(tree, "parts", parts),
      preferred: try people(tree, "preferred"), forbidden: try people(tree, "forbidden"),
      pinned: tree["pinned"] == nil ? nil : try person(try tree.text("pinned"), "pinned"))
  }

  func release(_ tree: JSONTree) throws(ExchangeError) -> Int {
    try tree.instant("release", unless: 0, from: 0)
  }

  func windows(_ tree: JSONTree) throws(ExchangeError) -> [ClosedRange<Int>] {
    var windows: [ClosedRange<Int>] = []
    for (index, window) in try tree.list("windows").enumerated() {
      let path = "windows[\(index)]"
      guard case .array(let pair) = window, pair.count == 2, let begin = pair[0].whole,
        let end = pair[1].whole
      else {
        throw .field(path, .mustBe("two whole numbers"))
      }
      guard begin <= end else { throw .field(path, .reversed) }
      windows.append(begin...end)
    }
    return windows
  }

  private func amounts(_ tree: JSONTree, _ key: String, _ names: Names) throws(ExchangeError) -> [Int] {
    var amounts = [Int](repeating: 0, count: names.all.count)
    for need in try needs(tree, key, names) { amounts[need.index] = need.amount }
    return amounts
  }

  private func needs(_ tree: JSONTree, _ key: String, _ names: Names) throws(ExchangeError) -> [Problem.Need]
  {
    guard tree[key] != nil else { return [] }
    var needs: [Int: Int] = [:]
    for member in try tree.members(key) {
      guard let amount = member.value.whole, let index = names.index[member.key] else {
        throw .field("\(key).\(member.key)", .mustBe("a whole number"))
      }
      let allowed = 0...1_000_000
      guard allowed.contains(amount) else {
        throw .field("\(key).\(member.key)", .outside(amount, allowed))
      }
      needs[index] = amount
    }
    return needs.sorted { $0.key < $1.key }.map { Problem.Need($0.key, $0.value) }
  }

  private func people(_ tree: JSONTree, _ key: String) throws(ExchangeError) -> [Int] {
    guard tree[key] != nil else { return [] }
    var people: [Int] = []
    for (index, value) in try tree.list(key).enumerated() {
      guard case .string(let id) = value else { throw .field("\(key)[\(index)]", .mustBe("text")) }
      people.append(try person(id, "\(key)[\(index)]"))
    }
    return people
  }

  /// A technician by id. Where promises are planned anew, one who is not in the file is away: he is nobody, and a
  /// visit that only he may do is nobody's.
  private func person(_ id: String, _ path: String) throws(ExchangeError) -> Int {
    if let index = technicians.index[id] { return index }
    guard isReplanning else { throw .field(path, .unknown(id)) }
    return Problem.nobody
  }
}
