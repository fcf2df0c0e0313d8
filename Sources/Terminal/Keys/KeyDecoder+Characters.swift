extension KeyDecoder {
  /// A byte that begins something: a control key, a letter, a character of several bytes.
  mutating func takeGround(_ byte: UInt8, alt: Bool) {
    let modifiers: Key.Modifiers = alt ? .alt : []
    state = .ground
    switch byte {
    case 0x00: emit(.named(.space, modifiers.union(.control)))
    case 0x08, 0x7F: emit(.named(.backspace, modifiers))
    case 0x09: emit(.named(.tab, modifiers))
    case 0x0A, 0x0D: emit(.named(.enter, modifiers))
    case 0x1B: state = .escape
    case 0x01...0x1A: emit(.character(Self.letter(byte + 0x60), modifiers.union(.control)))
    case 0x1C...0x1F: emit(.character(Self.letter(byte + 0x40), modifiers.union(.control)))
    case 0x20: emit(.named(.space, modifiers))
    case 0x21...0x7E: emit(.character(Self.letter(byte), modifiers))
    case 0xC2...0xDF: beginCharacter(byte, missing: 1, alt: alt)
    case 0xE0...0xEF: beginCharacter(byte, missing: 2, alt: alt)
    case 0xF0...0xF4: beginCharacter(byte, missing: 3, alt: alt)
    case 0x80...0xC1, 0xF5...0xFF: emit(.character("\u{FFFD}", modifiers))
    default: break
    }
  }

  mutating func takeContinuation(_ byte: UInt8, missing: Int, alt: Bool) {
    guard byte & 0xC0 == 0x80 else {
      emit(.character("\u{FFFD}", alt ? .alt : []))
      takeGround(byte, alt: false)
      return
    }
    buffer.append(byte)
    if missing > 1 {
      state = .utf8(missing: missing - 1, alt: alt)
      return
    }
    state = .ground
    for scalar in String(decoding: buffer, as: UTF8.self).unicodeScalars {
      emit(.character(Character(scalar), alt ? .alt : []))
    }
  }

  private mutating func beginCharacter(_ byte: UInt8, missing: Int, alt: Bool) {
    begin(.utf8(missing: missing, alt: alt))
    buffer.append(byte)
  }

  private static func letter(_ byte: UInt8) -> Character {
    Character(Unicode.Scalar(byte))
  }
}
