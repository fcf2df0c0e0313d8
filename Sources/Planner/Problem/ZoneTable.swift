/// Seconds of driving from zone to zone as somebody has measured or agreed them; a pair may be unknown.
public struct ZoneTable: Equatable, Sendable {
  public let count: Int
  /// Row by row, -1 where nothing is known.
  private let seconds: [Int32]

  /// Rows of seconds, each as long as there are rows; nil when they are not, or when one is below nought or above a
  /// week.
  public init?(_ rows: [[Int?]]) {
    count = rows.count
    var seconds: [Int32] = []
    for row in rows {
      guard row.count == rows.count else { return nil }
      for one in row {
        guard one.map({ (0...Int(Travel.longest)).contains($0) }) ?? true else { return nil }
        seconds.append(Int32(one ?? -1))
      }
    }
    self.seconds = seconds
  }

  /// Nil where the table says nothing; a zone to itself is the usual way within it.
  public subscript(from: Int, to: Int) -> Int? {
    guard from >= 0, from < count, to >= 0, to < count else { return nil }
    let found = seconds[from * count + to]
    return found < 0 ? nil : Int(found)
  }
}
