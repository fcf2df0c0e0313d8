import Glibc
import Planner

/// Seconds over a sphere by road: great-circle distance times how much longer roads are, at one speed, and something
/// for each leg.
struct Haversine {
  var radiusMetres, circuity, metresPerSecond, legSeconds: Double

  /// The whole table. A distance is taken from the chord by a series, and by the formula itself where the series
  /// could round to another second. Zones and hours count where they are told.
  func travel(_ spots: Spots, _ table: ZoneTable?) -> Travel {
    let radians = Double.pi / 180
    let north = spots.places.map { $0.latitude * radians }
    let east = spots.places.map { $0.longitude * radians }
    let sources = spots.sources(table)
    let stretch = spots.places.map { Double($0.timePercent) / 100 }
    let shrink = north.map { cos($0) }
    let x = shrink.indices.map { shrink[$0] * cos(east[$0]) }
    let y = shrink.indices.map { shrink[$0] * sin(east[$0]) }
    let z = north.map { sin($0) }
    let rate = circuity / metresPerSecond
    let count = spots.places.count
    return Travel(places: count, sources: sources) { row, from in
      let (fromX, fromY, fromZ) = (x[from], y[from], z[from])
      for to in 0..<count {
        let (overX, overY, overZ) = (x[to] - fromX, y[to] - fromY, z[to] - fromZ)
        let square = (overX * overX + overY * overY + overZ * overZ) / 4
        let half = square.squareRoot()
        let arc = half * (1 + square / 6 * (1 + square * 9 / 20 * (1 + square * 25 / 42)))
        var seconds = 2 * radiusMetres * arc * rate * stretch[to] + legSeconds + 0.5
        let past = seconds < 1e9 ? seconds - Double(Int32(seconds)) : 0
        if half > 0.02 || past < 1e-4 || past > 1 - 1e-4 {
          let up = sin((north[to] - north[from]) / 2)
          let along = sin((east[to] - east[from]) / 2)
          let exact = up * up + shrink[to] * shrink[from] * along * along
          let metres = 2 * radiusMetres * asin(min(1, exact.squareRoot()))
          seconds = metres * circuity / metresPerSecond * stretch[to] + legSeconds + 0.5
        }
        row[to] = from == to ? 0 : Int32(min(max(seconds, 0), 1e9))
      }
      guard spots.isMoreThanDistance else { return }
      for to in 0..<count { row[to] = sources.seconds(from, to).map { Int32(clamping: $0) } ?? row[to] }
    }
  }
}
