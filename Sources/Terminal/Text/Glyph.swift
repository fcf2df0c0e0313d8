/// What one cell shows, already harmless: a base scalar, at most four marks, the columns it takes.
struct Glyph {
  var base: UInt32
  var marks: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
  var markCount: UInt8 = 0
  var width: UInt8

  init(base: UInt32, width: UInt8) {
    self.base = base
    self.width = width
  }

  /// A border character, always of width 1.
  init(border: UInt32) {
    self.init(base: border, width: 1)
  }

  static let space = Glyph(base: 0x20, width: 1)
  static let ellipsis = Glyph(base: 0x2026, width: 1)
  /// Stands for what must not be shown and has no picture of its own: ␦.
  static let hidden = Glyph(base: 0x2426, width: 1)
  /// Stands for what is not a character: U+FFFD.
  static let unknown = Glyph(base: 0xFFFD, width: 1)
  /// Carries marks that have no letter: ◌.
  static let noBase = Glyph(base: 0x25CC, width: 1)
  /// Says that more was joined to the character before it than a cell can show: ⁺.
  static let joined = Glyph(base: 0x207A, width: 1)

  /// Adds a mark; the fifth and later ones are dropped.
  mutating func add(mark: UInt32) {
    switch markCount {
    case 0: marks.0 = mark
    case 1: marks.1 = mark
    case 2: marks.2 = mark
    case 3: marks.3 = mark
    default: return
    }
    markCount += 1
  }
}
