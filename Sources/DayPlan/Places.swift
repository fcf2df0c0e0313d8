import Domain
import Planner

/// The places of a day by number, with the way between any two as everywhere in the office: the great circle times
/// the road factor, in whole minutes; a guess where a place is not known.
struct Places {
  /// Where nobody has to go: the end of a day without a known home.
  static let nowhere = 0

  private let office: Office
  private var known: [Coordinates: Int] = [:]
  private var list: [Coordinates?] = [nil]

  init(_ office: Office) { self.office = office }

  /// The number of a place; one that is not known is a place of its own each time.
  mutating func number(_ place: Coordinates?) -> Int {
    if let place, let number = known[place] { return number }
    list.append(place)
    if let place { known[place] = list.count - 1 }
    return list.count - 1
  }

  func way(_ from: Int, _ to: Int) -> Int {
    if to == Places.nowhere || from == to { return 0 }
    return Int(office.travelTime(from: list[from], to: list[to]).seconds)
  }

  /// Every way, worked out once: there is as long as back, but for the way to nowhere.
  func travel() -> Planner.Travel {
    let count = list.count
    var half = [Int32](repeating: 0, count: count * count)
    for from in 1..<max(1, count) {
      for to in 1..<from {
        half[from * count + to] = Int32(clamping: way(from, to))
        half[to * count + from] = half[from * count + to]
      }
    }
    let guess = Int32(clamping: Domain.Travel.guess.span.seconds)
    return Planner.Travel(places: count) { row, from in
      for to in 0..<count { row[to] = half[from * count + to] }
      if from == Places.nowhere { for to in 1..<count { row[to] = guess } }
    }
  }
}
