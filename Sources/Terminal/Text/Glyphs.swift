/// The one rule by which text from outside becomes what cells show.
///
/// Controls become their pictures (`␛`), a tab four blanks, what would turn, hide or join text a visible `␦`, what
/// is no character U+FFFD. A character of several spacing scalars shows its first one and `⁺`, a flag its letters;
/// variation selectors are left out. Terminals disagree about the width of all of these.
enum Glyphs {
  static let tabWidth = 4

  /// Hands over the glyphs of a text in order until told to stop by `false`.
  ///
  /// With the first glyph of what people see as one character comes the width of all its glyphs, so that a cut can
  /// leave it out as a whole; with the following ones comes 0.
  static func forEach(in text: String, _ body: (_ glyph: Glyph, _ characterWidth: Int) -> Bool) {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if isAlone(scalar), next == scalars.endIndex || scalars[next].value < 0x300 {
        guard body(Glyph(base: scalar.value, width: 1), 1) else { return }
        index = next
        continue
      }
      let end = text.index(after: index)
      let glyphs = glyphs(ofCluster: scalars[index..<end])
      var width = glyphs.reduce(0) { $0 + Int($1.width) }
      for glyph in glyphs {
        guard body(glyph, width) else { return }
        width = 0
      }
      index = end
    }
  }

  /// Narrow scalars that no following scalar below U+0300 can join: the common case, decided without a cluster.
  private static func isAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x2190..<0x2200, 0x2500..<0x25FD: true
    default: false
    }
  }

  private static func glyphs(ofCluster scalars: Substring.UnicodeScalarView) -> [Glyph] {
    var done: [Glyph] = []
    var open: Glyph?
    var joinsMore = false
    for scalar in scalars {
      let width = ScalarWidth(of: scalar)
      switch width {
      case .mark:
        if open == nil, 0x1100...0x11FF ~= scalar.value {
          done.append(.hidden)
          continue
        }
        if open == nil { open = .noBase }
        open?.add(mark: scalar.value)
      case .narrow, .wide:
        if open == nil, !joins(scalar) {
          open = Glyph(base: scalar.value, width: width.rawValue)
        } else {
          if open == nil { open = .noBase }
          joinsMore = true
        }
      case .never:
        if open == nil || !scalar.properties.isDefaultIgnorableCodePoint {
          if let before = open { done.append(before) }
          done += substitutes(for: scalar)
          open = nil
        } else if scalar.value == 0x200D || 0xE0020...0xE007F ~= scalar.value {
          joinsMore = true
        }
      }
    }
    if let last = open { done.append(last) }
    if joinsMore { done.append(.joined) }
    return done
  }

  /// Whether a scalar that takes a column of its own is still part of the character before it.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return scalar.properties.isGraphemeExtend || scalar.properties.generalCategory == .spacingMark
      || 0x1F3FB...0x1F3FF ~= scalar.value
  }

  private static func substitutes(for scalar: Unicode.Scalar) -> [Glyph] {
    switch scalar.value {
    case 0x09: return Array(repeating: .space, count: tabWidth)
    case 0x00..<0x20: return [Glyph(base: 0x2400 + scalar.value, width: 1)]
    case 0x7F: return [Glyph(base: 0x2421, width: 1)]
    case 0x85, 0x2028, 0x2029: return [Glyph(base: 0x2424, width: 1)]
    case 0x1F1E6...0x1F1FF: return [Glyph(base: scalar.value - 0x1F1E6 + 0x41, width: 1)]
    case 0x80..<0xA0: return [.hidden]
    default:
      let isHidden =
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
      return [isHidden && !scalar.properties.isNoncharacterCodePoint ? .hidden : .unknown]
    }
  }
}

/// Columns a line of text takes on a canvas; what `Canvas.put` draws is exactly as wide.
public func displayWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  var width = 0
  Glyphs.forEach(in: text) { _, characterWidth in
    width += characterWidth
    return true
  }
  return width
}
