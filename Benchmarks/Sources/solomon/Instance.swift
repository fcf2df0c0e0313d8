import Planner

/// A VRPTW of Solomon's or Gehring and Homberger's, in their own text format; everything in tenths of its unit.
struct Instance {
  let name: String
  let fleet, capacity: Int
  let customers: [Customer]

  struct Customer {
    var x, y, demand, ready, due, service: Double
  }

  /// Nil for what is no such file.
  init?(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) }
    let rows = lines.filter { $0.count == 7 }.compactMap { row in
      let numbers = row.compactMap { Double($0) }
      return numbers.count == 7 ? numbers : nil
    }
    guard let first = lines.first?.first, rows.count > 1,
      let fleet = lines.first(where: { $0.count == 2 && $0.allSatisfy { Int($0) != nil } })
    else { return nil }
    name = String(first)
    self.fleet = Int(fleet[0]) ?? 0
    capacity = Int(fleet[1]) ?? 0
    customers = rows.sorted { $0[0] < $1[0] }.map {
      Customer(x: $0[1], y: $0[2], demand: $0[3], ready: $0[4], due: $0[5], service: $0[6])
    }
  }

  /// Distance alone, every arc cut to a tenth (the convention of the DIMACS challenge).
  var problem: Problem {
    let travel = Travel(places: customers.count) { from, to in
      let (one, other) = (customers[from], customers[to])
      let (x, y) = (one.x - other.x, one.y - other.y)
      return Int(10 * (x * x + y * y).squareRoot() + 1e-9)
    }
    let depot = customers[0]
    let vehicle = Problem.Technician(
      start: 0, end: 0, shiftStart: Int(10 * depot.ready), shiftEnd: Int(10 * depot.due), stock: [capacity])
    let weights = Problem.Weights(
      travel: 10, overtime: 0, balance: 0, late: [0], unserved: [10_000_000])
    let visits = customers.indices.dropFirst().map { index in
      let one = customers[index]
      return Problem.Visit(
        place: index, duration: Int(10 * one.service), windows: [Int(10 * one.ready)...Int(10 * one.due)],
        parts: [Problem.Need(0, Int(one.demand))])
    }
    return Problem(
      travel: travel, weights: weights, technicians: Array(repeating: vehicle, count: fleet), visits: visits)
  }
}
