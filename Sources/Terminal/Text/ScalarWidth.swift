/// What the width table says about a scalar.
enum ScalarWidth: UInt8 {
  case mark = 0
  case narrow = 1
  case wide = 2
  /// Not drawn as itself: a control, a format character, private, unassigned, or of a disputed width.
  case never = 3

  /// Looks a scalar up; a few steps of a binary search, none for Latin letters.
  init(of scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x300 {
      self = value >= 0x20 && value < 0x7F || value >= 0xA0 && value != 0xAD ? .narrow : .never
      return
    }
    let key = value << 2 | 3
    var low = 0
    var high = WidthTable.starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if WidthTable.starts[middle] <= key { low = middle } else { high = middle }
    }
    self = ScalarWidth(rawValue: UInt8(WidthTable.starts[low] & 3)) ?? .never
  }
}
