import Glibc
import Planner

/// A place of a plan file, in degrees, with its zone and how long the way there takes at its hours.
struct Spot: Hashable {
  let latitude, longitude: Double
  var zone = -1
  var timePercent = 100
}

/// Which spots there are, each once and neighbours near each other, and how long it takes between them.
///
/// The order follows the ground alone (a Z-curve), so that a file in another order has the same places.
struct Spots {
  let places: [Spot]
  let index: [Spot: Int]

  init(_ spots: [Spot]) {
    let latitudes = spots.map(\.latitude)
    let longitudes = spots.map(\.longitude)
    let south = latitudes.min() ?? 0
    let west = longitudes.min() ?? 0
    let height = max((latitudes.max() ?? 0) - south, 1e-9)
    let width = max((longitudes.max() ?? 0) - west, 1e-9)
    let keyed = Set(spots).map { spot in
      let up = UInt64((spot.latitude - south) / height * 65_535)
      let along = UInt64((spot.longitude - west) / width * 65_535)
      return (key: Spots.spread(up) << 1 | Spots.spread(along), spot: spot)
    }
    places = keyed.sorted {
      ($0.key, $0.spot.latitude, $0.spot.longitude, $0.spot.zone, $0.spot.timePercent)
        < ($1.key, $1.spot.latitude, $1.spot.longitude, $1.spot.zone, $1.spot.timePercent)
    }.map(\.spot)
    index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
  }

  /// Whether zones or hours are told of any place.
  var isMoreThanDistance: Bool { places.contains { $0.zone >= 0 || $0.timePercent != 100 } }

  /// Which places are the same spot: those that differ in zone or hours lie side by side.
  func sources(_ table: ZoneTable?) -> Travel.Sources {
    var spots: [Int] = []
    for (index, place) in places.enumerated() {
      let before = index == 0 ? nil : places[index - 1]
      let isSame = before?.latitude == place.latitude && before?.longitude == place.longitude
      spots.append(isSame ? spots[index - 1] : index)
    }
    return Travel.Sources(
      spots: spots, zones: places.map(\.zone), timePercents: places.map(\.timePercent), table: table)
  }

  /// The bits of a number with room for another's between them.
  private static func spread(_ number: UInt64) -> UInt64 {
    (0..<16).reduce(0) { $0 | (number >> UInt64($1) & 1) << UInt64(2 * $1) }
  }
}
