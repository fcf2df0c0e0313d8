import Planner

extension ProblemReading {
  func technician(
    _ tree: JSONTree, _ home: (Spot, Spot), _ spots: Spots
  ) throws(ExchangeError) -> Problem.Technician {
    let shift = try shift(tree)
    var lunch: Problem.Lunch?
    if let rest = tree["break"] {
      do throws(ExchangeError) {
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
    let priority = try tree.integer("priority")
    guard priority >= 1, priority < 1 << 32 else { throw .field("priority", .outside(priority, 1...4)) }
    return Problem.Visit(
      place: place, duration: try tree.integer("durationS"), priority: priority - 1,
      release: try tree.integer("release", unless: 0),
      due: tree["due"] == nil ? nil : try tree.integer("due"), windows: try windows(tree),
      skills: try needs(tree, "skills", skills), parts: try needs(tree, "parts", parts),
      preferred: try people(tree, "preferred"), forbidden: try people(tree, "forbidden"),
      pinned: tree["pinned"] == nil ? nil : technicians.index[try tree.text("pinned")] ?? Problem.nobody)
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
      needs[index] = amount
    }
    return needs.sorted { $0.key < $1.key }.map { Problem.Need($0.key, $0.value) }
  }

  /// Technicians by id; one who is not in the file is nobody, and a visit that only he may do is nobody's.
  private func people(_ tree: JSONTree, _ key: String) throws(ExchangeError) -> [Int] {
    guard tree[key] != nil else { return [] }
    var people: [Int] = []
    for (index, value) in try tree.list(key).enumerated() {
      guard case .string(let id) = value else { throw .field("\(key)[\(index)]", .mustBe("text")) }
      people.append(technicians.index[id] ?? Problem.nobody)
    }
    return people
  }
}
