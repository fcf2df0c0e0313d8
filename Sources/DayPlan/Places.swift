import Domain
import Planner

/// The places of a day by number, with the way between any two as everywhere in the office, in whole minutes: as
/// measured between zones or by distance, at the pace of the hour at which one goes there; a guess where a place is
/// not known.
struct Places {
  /// Where nobody has to go: the end of a day without a known home.
  static let nowhere = 0

  private let office: Office
  private struct Spot: Hashable {
    let place: Coordinates
    let pace: Int
  }

  private var known: [Spot: Int] = [:]
  private var list: [Coordinates?] = [nil]
  /// In percent of the usual time, by where a way leads.
  private var paces = [100]

  init(_ office: Office) { self.office = office }

  /// The number of a place that one goes to at a pace; one that is not known is a place of its own each time.
  mutating func number(_ place: Coordinates?, pace: Int = 100) -> Int {
    let spot = place.map { Spot(place: $0, pace: pace) }
    if let spot, let number = known[spot] { return number }
    list.append(place)
    paces.append(pace)
    if let spot { known[spot] = list.count - 1 }
    return list.count - 1
  }

  func way(_ from: Int, _ to: Int) -> Int {
    if to == Places.nowhere || from == to { return 0 }
    return Int(office.travel(from: list[from], to: list[to], timePercent: paces[to]).span.seconds)
  }

  private func eitherWay(_ from: Int, _ to: Int) -> Int {
    from == Places.nowhere && to != from ? Int(Domain.Travel.guess.span.seconds) : way(from, to)
  }

  /// Every way, worked out once: where only distance counts there is as long as back, but for the way to nowhere.
  func travel() -> Planner.Travel {
    let count = list.count
    if office.roads != nil { return Planner.Travel(places: count) { from, to in eitherWay(from, to) } }
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
