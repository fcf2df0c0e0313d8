import Glibc

/// A place of a plan file, in degrees.
struct Spot: Hashable {
  let latitude, longitude: Double
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
      ($0.key, $0.spot.latitude, $0.spot.longitude) < ($1.key, $1.spot.latitude, $1.spot.longitude)
    }.map(\.spot)
    index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
  }

  /// The bits of a number with room for another's between them.
  private static func spread(_ number: UInt64) -> UInt64 {
    (0..<16).reduce(0) { $0 | (number >> UInt64($1) & 1) << UInt64(2 * $1) }
  }
}
