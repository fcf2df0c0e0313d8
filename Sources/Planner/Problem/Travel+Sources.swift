extension Travel {
  /// What a figure of travel was taken from.
  public enum Source: Equatable, Sendable {
    /// The same spot: nothing to drive.
    case sameSpot
    /// How far it is, by road factor and speed.
    case distance
    /// The zones' table.
    case zones(from: Int, to: Int)
    /// Whoever made the table says so.
    case given
  }

  /// What travel is made from: for each place its spot, its zone, and how long the way there takes at its hours.
  public struct Sources: Equatable, Sendable {
    /// Places with the same number are the same spot on the ground.
    public var spots: [Int]
    /// -1 for no zone.
    public var zones: [Int]
    /// In percent of the usual time, by where a way leads.
    public var timePercents: [Int]
    public var table: ZoneTable?

    public init(spots: [Int], zones: [Int]? = nil, timePercents: [Int]? = nil, table: ZoneTable? = nil) {
      self.spots = spots
      self.zones = zones ?? Array(repeating: -1, count: spots.count)
      self.timePercents = timePercents ?? Array(repeating: 100, count: spots.count)
      self.table = table
    }

    /// What counts for a pair of places.
    public func source(_ from: Int, _ to: Int) -> Source {
      if spots[from] == spots[to] { return .sameSpot }
      if let table, table[zones[from], zones[to]] != nil { return .zones(from: zones[from], to: zones[to]) }
      return .distance
    }

    /// The table's seconds at the hours of where the way leads, or nil where the distance counts.
    public func seconds(_ from: Int, _ to: Int) -> Int? {
      if spots[from] == spots[to] { return 0 }
      guard let table, let usual = table[zones[from], zones[to]] else { return nil }
      return (usual * timePercents[to] + 50) / 100
    }
  }

  /// Travel by zones and hours where they are known, and by `distance`, at the usual speed, elsewhere.
  ///
  /// `distance` gets two spots and answers in seconds.
  public convenience init(_ sources: Sources, distance: (_ from: Int, _ to: Int) -> Int) {
    self.init(places: sources.spots.count, sources: sources) { row, from in
      for to in row.indices {
        if let known = sources.seconds(from, to) {
          row[to] = Int32(clamping: known)
        } else {
          let usual = distance(sources.spots[from], sources.spots[to])
          row[to] = Int32(clamping: (usual * sources.timePercents[to] + 50) / 100)
        }
      }
    }
  }

  /// What a figure was taken from.
  public func source(_ from: Int, _ to: Int) -> Source { sources?.source(from, to) ?? .given }

  /// How long the way to a place takes at the hours at which one goes there, in percent of the usual.
  public func timePercent(to place: Int) -> Int { sources?.timePercents[place] ?? 100 }
}
