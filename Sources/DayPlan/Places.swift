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
  /// Seconds from each place to each, row by row.
  private var ways: [Int32] = []
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

  /// The way between two places as it is said everywhere in the office.
  private func said(_ from: Int, _ to: Int) -> Int32 {
    Int32(clamping: office.travel(from: list[from], to: list[to], timePercent: paces[to]).span.seconds)
  }

  /// Works every way out once. Where only distance counts there is as long as back; a place that nobody knows lies so
  /// far from each other one that no way over it is shorter than the direct one: what is guessed saves nothing.
  mutating func settle() {
    let count = list.count
    ways = Array(repeating: 0, count: count * count)
    for from in 1..<max(1, count) {
      for to in 1..<(office.roads == nil ? from : count) where from != to {
        ways[from * count + to] = said(from, to)
        if office.roads == nil { ways[to * count + from] = ways[from * count + to] }
      }
    }
    let guess = Int32(clamping: Domain.Travel.guess.span.seconds)
    let unknown = list.indices.dropFirst().filter { list[$0] == nil }
    if !unknown.isEmpty {
      for place in list.indices where list[place] != nil {
        let longest = list.indices.reduce(0) { longest, other in
          list[other] == nil
            ? longest : max(longest, ways[place * count + other], ways[other * count + place])
        }
        for other in unknown {
          ways[place * count + other] = max(guess, (longest + 1) / 2)
          ways[other * count + place] = max(guess, (longest + 1) / 2)
        }
      }
    }
    for to in 1..<max(1, count) { ways[Places.nowhere * count + to] = guess }
  }

  /// Seconds of the way, once all places are settled.
  func way(_ from: Int, _ to: Int) -> Int { Int(ways[from * list.count + to]) }

  func travel() -> Planner.Travel {
    let count = list.count
    return Planner.Travel(places: count) { row, from in
      for to in 0..<count { row[to] = ways[from * count + to] }
    }
  }
}
