import Planner

/// Small days from a seed: every rule occurs, and brute force can look through them.
struct MadeDay {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x2545_F491_4F6C_DD1D &+ 0x9E37_79B9 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func problem(technicians: Int = 3, visits: Int = 7, isPublished: Bool = false) -> Problem {
    let spots = (0..<visits + technicians).map { _ in (below(5000), below(5000)) }
    let travel = Travel(places: spots.count) { from, to in
      from == to ? 0 : 60 + abs(spots[from].0 - spots[to].0) + abs(spots[from].1 - spots[to].1)
    }
    let crew = (0..<technicians).map { technician(at: visits + $0) }
    let asked = (0..<visits).map { visit(at: $0, technicians, isPublished) }
    return Problem(travel: travel, weights: MadeDay.weights, technicians: crew, visits: asked)
  }

  static let weights = Problem.Weights(
    travel: 10, overtime: 20, balance: 2, late: [100, 30, 10, 0],
    unserved: [3_600_000, 1_080_000, 360_000, 60_000],
    notPreferred: 6000, changedTechnician: 9000, movedStart: 3000, movedStartTolerance: 900)
}

extension MadeDay {
  mutating func technician(at place: Int) -> Problem.Technician {
    let start = 28_800 + 1800 * below(4)
    return Problem.Technician(
      start: place, end: place, shiftStart: start, shiftEnd: start + 3600 * (5 + below(4)),
      maxOvertime: 900 * below(4),
      lunch: below(4) == 0 ? nil : Problem.Lunch(duration: 1800, earliest: 39_600, latest: 46_800),
      skills: [below(3), below(3)], stock: [below(3)], priorWork: 600 * below(5))
  }

  mutating func visit(
    at place: Int, _ technicians: Int, _ isPublished: Bool = false
  ) -> Problem.Visit {
    let begin = 28_800 + 1800 * below(12)
    let windows =
      switch below(4) {
      case 0: [begin...begin + 5400]
      case 1: [28_800...32_400, 46_800...54_000]
      case _: [28_800...64_800]
      }
    let release = below(4) == 0 ? 30_000 + 1800 * below(4) : 0
    let due = below(3) == 0 ? 36_000 + 1800 * below(8) : nil
    let skills = below(2) == 0 ? [Problem.Need(below(2), 1 + below(2))] : []
    let parts = below(3) == 0 ? [Problem.Need(0, 1)] : []
    let preferred = below(4) == 0 ? [below(technicians)] : []
    let forbidden = below(6) == 0 ? [below(technicians)] : []
    let pinned = below(8) == 0 ? below(technicians) : nil
    let told =
      isPublished && below(3) > 0 ? Problem.Promise(technician: below(technicians), start: begin) : nil
    return Problem.Visit(
      place: place, duration: 1800 + 900 * below(5), priority: below(4), release: release, due: due,
      windows: windows, skills: skills, parts: parts, preferred: preferred, forbidden: forbidden,
      pinned: pinned,
      published: told)
  }
}
