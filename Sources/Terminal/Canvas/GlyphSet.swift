/// The characters our own chrome is made of: Unicode, without its borders for who listens, or ASCII where the locale
/// is C.
public enum GlyphSet: Hashable, Sendable {
  case unicode
  /// Borders are blank.
  case borderless
  /// Every character that is not ASCII is drawn as an ASCII one of the same width: our shapes as look-alikes,
  /// letters of people's names as `?`.
  case ascii
}

extension GlyphSet {
  func glyph(for glyph: Glyph) -> Glyph {
    if self != .ascii || glyph.base < 0x80 && glyph.markCount == 0 { return glyph }
    let letter = Unicode.Scalar(glyph.base).flatMap { Self.lookAlikes[$0] } ?? (glyph.base < 0x80 ? nil : "?")
    return Glyph(base: letter?.value ?? glyph.base, width: 1)
  }

  func border(_ arms: BorderArms) -> UInt32 {
    switch self {
    case .unicode: return arms.unicode
    case .borderless: return 0x20
    case .ascii:
      if arms.isDisjoint(with: [.left, .right]) { return 0x7C }
      return arms.isDisjoint(with: [.up, .down]) ? 0x2D : 0x2B
    }
  }

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "●": "*", "►": ">", "◆": "#", "◑": "%", "○": "o", "×": "x", "■": "=", "▲": "^", "▼": "v", "✗": "x",
    "✓": "v",
    "‖": "=", "›": ">", "‹": "<", "▌": ">", "▓": "#", "█": "#", "▒": "%", "░": ":", "╌": "-", "┊": "|",
    "╶": "-",
    "╴": "-", "╞": "[", "╡": "]", "═": "=", "·": ".", "–": "-", "—": "-", "→": ">", "←": "<", "↑": "^",
    "↓": "v",
    "▸": ">", "◂": "<", "▁": "_", "▂": "_", "▃": "_", "▄": "-", "▅": "-", "▆": "=", "▇": "=", "½": "~",
    "…": "~",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "£": "L", "€": "E", "°": "o", "±": "~", "≥": ">",
    "≤": "<"
  ]
}
