/// One place on the screen: a base scalar with at most four combining marks, its width and its style.
///
/// 16 bytes, no heap: five scalars of 21 bits, style, width and the arms of a border are packed in two words. A wide
/// character is a cell of width 2 followed by a continuation cell of width 0.
///
///     low   [scalar 2][scalar 1][scalar 0]           21 bits each
///     high  [border 4][width 2][style 16][scalar 4][scalar 3]
public struct Cell: Equatable, Sendable {
  private var low: UInt64
  private var high: UInt64

  /// A cell of the given glyph; the glyph's scalars are taken as they are.
  init(_ glyph: Glyph, style: Style) {
    low = UInt64(glyph.base)
    high = 0
    if glyph.markCount > 0 {
      low |= UInt64(glyph.marks.0) << 21 | UInt64(glyph.marks.1) << 42
      high = UInt64(glyph.marks.2) | UInt64(glyph.marks.3) << 21
    }
    high |= UInt64(glyph.width) << Self.widthShift
    self.style = style
  }

  /// A blank of the given style.
  public init(style: Style = .plain) {
    self.init(.space, style: style)
  }

  /// The same cell with another base; for a row of ASCII letters, whose style is then packed once.
  func with(ascii: UInt8) -> Cell {
    var cell = self
    cell.low = UInt64(ascii)
    return cell
  }

  /// Not 0 where the cells differ.
  @inline(__always)
  func difference(from other: Cell) -> UInt64 { (low ^ other.low) | (high ^ other.high) }

  /// The second half of a wide character.
  static func continuation(style: Style) -> Cell {
    var cell = Cell(style: style)
    cell.low = 0
    cell.high &= ~(3 << widthShift)
    return cell
  }

  /// Columns the cell takes: 1 or 2; 0 for the second half of a wide character.
  public var width: Int { Int(high >> Self.widthShift & 3) }
  public var isContinuation: Bool { width == 0 }
  public var isBlank: Bool { low == 0x20 && high & Self.scalarMask == 0 }

  public var style: Style {
    get {
      Style(
        role: UInt8(truncatingIfNeeded: high >> 42),
        overlays: Style.Overlays(rawValue: UInt8(truncatingIfNeeded: high >> 50)))
    }
    set {
      high = high & ~(0xFFFF << 42) | UInt64(newValue.role) << 42 | UInt64(newValue.overlays.rawValue) << 50
    }
  }

  /// The directions in which the cell's border goes on, so that another border meeting it is joined to it; empty
  /// when the cell is no border.
  var arms: BorderArms {
    get { BorderArms(rawValue: UInt8(high >> 60)) }
    set { high = high & ~(15 << 60) | UInt64(newValue.rawValue & 15) << 60 }
  }

  /// The base's code point; 0 for a continuation.
  public var base: UInt32 { UInt32(low & 0x1F_FFFF) }

  /// The code points of base and marks in order; unused ones are 0.
  public var codePoints: (UInt32, UInt32, UInt32, UInt32, UInt32) {
    (
      UInt32(low & 0x1F_FFFF), UInt32(low >> 21 & 0x1F_FFFF), UInt32(low >> 42 & 0x1F_FFFF),
      UInt32(high & 0x1F_FFFF), UInt32(high >> 21 & 0x1F_FFFF)
    )
  }

  /// What the cell shows; empty for a continuation.
  public var text: String {
    let (base, first, second, third, fourth) = codePoints
    var text = String.UnicodeScalarView()
    for point in [base, first, second, third, fourth] where point != 0 {
      if let scalar = Unicode.Scalar(point) { text.append(scalar) }
    }
    return String(text)
  }

  private static let widthShift: UInt64 = 58
  private static let scalarMask: UInt64 = (1 << 42) - 1
}
