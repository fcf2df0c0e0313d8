/// Looks for a few bytes in a long run of them, eight places at a time.
///
/// A place counts only where the first and the last byte looked for stand at their distance. Which of eight bytes is a
/// given one is told by arithmetic on them as one number: a byte less one borrows only where it was zero (Mycroft 1987).
struct ByteScan {
  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private let needle: [UInt8]
  private let first: UInt64
  private let last: UInt64

  init(_ needle: [UInt8]) {
    self.needle = needle
    first = UInt64(needle.first ?? 0) &* Self.lows
    last = UInt64(needle.last ?? 0) &* Self.lows
  }

  /// Where they stand next, from a place on; the place itself where nothing is looked for.
  func next(in all: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    if needle.isEmpty { return start }
    guard let base = UnsafeRawPointer(all.baseAddress) else { return nil }
    let behind = needle.count - 1
    var place = start
    while place + behind + 8 <= all.count {
      let heads = base.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ first
      let tails = base.loadUnaligned(fromByteOffset: place + behind, as: UInt64.self) ^ last
      if Self.mayHoldZero(heads | tails), let found = stands(in: all, place..<place + 8) { return found }
      place += 8
    }
    return place + behind < all.count ? stands(in: all, place..<all.count - behind) : nil
  }

  private static func mayHoldZero(_ eight: UInt64) -> Bool { (eight &- lows) & ~eight & highs != 0 }

  private func stands(in all: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int? {
    places.first { place in needle.indices.allSatisfy { all[place + $0] == needle[$0] } }
  }
}
