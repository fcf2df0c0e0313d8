/// Seconds from every place to every other, there and back apart; made once and shared by all that plan on it.
public final class Travel: @unchecked Sendable, Equatable {
  // Sendable although it holds memory of its own: nothing is written after `init`.
  public let places: Int
  /// What the figures were made from, where whoever made them says.
  public let sources: Sources?
  let outward: Flat<Int32>
  /// The same turned over, so that both legs of an insertion lie in one row; empty where the way back is as long.
  private let turned: Flat<Int32>

  /// Asks for each pair's seconds; what is below nought or above a week becomes nought or a week.
  public convenience init(places: Int, seconds: (_ from: Int, _ to: Int) -> Int) {
    self.init(places: places) { row, from in
      for to in 0..<places { row[to] = Int32(clamping: seconds(from, to)) }
    }
  }

  /// Has each row filled in one go: the quick way for thousands of places.
  public init(
    places: Int, sources: Sources? = nil,
    fillingRows fill: (_ row: UnsafeMutableBufferPointer<Int32>, _ from: Int) -> Void
  ) {
    self.places = places
    self.sources = sources
    outward = Flat(places * places, 0)
    let base = outward.base
    for from in 0..<places {
      let row = UnsafeMutableBufferPointer(start: base + from * places, count: places)
      fill(row, from)
      for to in 0..<places { row[to] = min(max(row[to], 0), Travel.longest) }
    }
    let isSymmetric = Travel.isSymmetric(base, places)
    turned = Flat(isSymmetric ? 0 : places * places, 0)
    for from in 0..<(isSymmetric ? 0 : places) {
      for to in 0..<places { turned.base[to * places + from] = base[from * places + to] }
    }
  }

  /// Seconds from one place to another.
  public subscript(from: Int, to: Int) -> Int {
    precondition(from >= 0 && from < places && to >= 0 && to < places, "There is no such place.")
    return Int(outward.base[from * places + to])
  }

  public static func == (one: Travel, other: Travel) -> Bool {
    if one === other { return true }
    guard one.places == other.places, one.sources == other.sources else { return false }
    return (0..<one.places * one.places).allSatisfy { one.outward.base[$0] == other.outward.base[$0] }
  }

  static let longest: Int32 = 7 * 86_400
}

extension Travel {
  /// Row `p` holds the way to `p` from everywhere.
  var inwardBase: UnsafeMutablePointer<Int32> {
    turned.count > 0 ? turned.base : outward.base
  }

  private static func isSymmetric(_ base: UnsafeMutablePointer<Int32>, _ places: Int) -> Bool {
    let block = 32
    for top in stride(from: 0, to: places, by: block) {
      for left in stride(from: 0, through: top, by: block) {
        for row in top..<min(top + block, places) {
          for column in left..<min(left + block, row + 1)
          where base[row * places + column] != base[column * places + row] { return false }
        }
      }
    }
    return true
  }
}
