import Glibc

/// A place on the earth in millionths of a degree (WGS 84).
public struct Coordinates: Hashable, Codable, Sendable {
  public let latitudeMicrodegrees: Int32
  public let longitudeMicrodegrees: Int32

  /// Nil outside ±90 and ±180 degrees.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    latitudeMicrodegrees = Int32((latitude * 1_000_000).rounded())
    longitudeMicrodegrees = Int32((longitude * 1_000_000).rounded())
  }

  /// Reads `53.408,-2.991`.
  public init?(_ text: String) {
    let parts = text.split(separator: ",")
    guard parts.count == 2, let latitude = Double(parts[0].trimmed), let longitude = Double(parts[1].trimmed)
    else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }

  public var latitude: Double { Double(latitudeMicrodegrees) / 1_000_000 }
  public var longitude: Double { Double(longitudeMicrodegrees) / 1_000_000 }
  public var text: String { "\(latitude),\(longitude)" }

  /// The great-circle distance in metres by the haversine formula on a sphere of 6,371,008.8 m (IUGG mean radius).
  public func metres(to other: Coordinates) -> Int {
    let radians = Double.pi / 180
    let halfNorth = sin((other.latitude - latitude) * radians / 2)
    let halfEast = sin((other.longitude - longitude) * radians / 2)
    let chord =
      halfNorth * halfNorth
      + cos(latitude * radians) * cos(other.latitude * radians) * halfEast * halfEast
    return Int((2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))).rounded())
  }
}

extension Coordinates: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    latitudeMicrodegrees = try fields.latitudeMicrodegrees
    longitudeMicrodegrees = try fields.longitudeMicrodegrees
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("latitudeMicrodegrees", latitudeMicrodegrees)
    fields.put("longitudeMicrodegrees", longitudeMicrodegrees)
  }
}
