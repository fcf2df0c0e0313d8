import Domain

/// Somewhere in the town: within nine kilometres of its centre, in one of five zones.
enum Spot {
  private static let centre = (latitude: 53.4084, longitude: -2.9916)
  private static let reachMetres = 9_000.0
  private static let centreMetres = 1_600.0
  private static let metresPerDegree = (latitude: 111_200.0, longitude: 66_300.0)

  static func somewhere(_ numbers: inout SeededNumbers) -> (Coordinates?, zone: String) {
    let (east, north) = offset(&numbers)
    let coordinates = Coordinates(
      latitude: centre.latitude + north / metresPerDegree.latitude,
      longitude: centre.longitude + east / metresPerDegree.longitude)
    return (coordinates, zone(east, north))
  }

  /// Evenly over the disc.
  private static func offset(_ numbers: inout SeededNumbers) -> (east: Double, north: Double) {
    while true {
      let east = Double(numbers.within(-1_000...1_000)) / 1_000
      let north = Double(numbers.within(-1_000...1_000)) / 1_000
      if east * east + north * north <= 1 { return (east * reachMetres, north * reachMetres) }
    }
  }

  private static func zone(_ east: Double, _ north: Double) -> String {
    if east * east + north * north < centreMetres * centreMetres { return "centre" }
    if abs(north) > abs(east) { return north > 0 ? "north" : "south" }
    return east > 0 ? "east" : "west"
  }
}
