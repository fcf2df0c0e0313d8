extension KeyDecoder {
  /// Longest control sequence in bytes; longer ones are swallowed to their end.
  static let sequenceLimit = 64
  /// Longest answer kept in bytes; longer ones are swallowed to their end.
  static let stringLimit = 256

  static let functionKeys: [Key.Named] = [
    .f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8, .f9, .f10, .f11, .f12
  ]

  mutating func takeControlSequence(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x18, 0x1A: state = .ground
    case 0x5B where buffer.isEmpty: state = .linuxKey
    case 0x20...0x3F:
      if buffer.count <= Self.sequenceLimit { buffer.append(byte) }
    case 0x40...0x7E:
      state = .ground
      if buffer.count <= Self.sequenceLimit { finishControlSequence(byte) }
    default: break
    }
  }

  /// A string ends at BEL or ESC \\; an ESC before anything else begins something new.
  mutating func takeString(_ byte: UInt8, afterEscape: Bool, isKept: Bool) {
    if afterEscape, byte != 0x5C {
      begin(.escape)
      return take(byte)
    }
    switch byte {
    case _ where byte == 0x07 || afterEscape:
      state = .ground
      if isKept { finishOperatingSystemAnswer() }
      buffer.removeAll()
    case 0x18, 0x1A: begin(.ground)
    case 0x1B: state = isKept ? .osc(afterEscape: true) : .otherString(afterEscape: true)
    default:
      if !isKept {
        buffer.removeAll()
      } else if buffer.count < Self.stringLimit {
        buffer.append(byte)
      }
    }
  }

  private mutating func finishControlSequence(_ final: UInt8) {
    if let first = buffer.first, 0x3C...0x3F ~= first {
      finishPrivateSequence(marker: first, final: final)
      return
    }
    let numbers = Self.numbers(buffer[...])
    let modifiers = Self.modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case 0x7E: finishNumberedKey(numbers.first ?? 0, modifiers)
    case 0x4D where buffer.isEmpty: state = .oldMouse(missing: 3)
    case 0x49 where buffer.isEmpty: input.append(.focus(true))
    case 0x4F where buffer.isEmpty: input.append(.focus(false))
    case 0x52 where numbers.first != 1: break
    case 0x5A: emit(.named(.tab, modifiers.union(.shift)))
    default:
      if let key = Self.letterKey(final, modifiers) { emit(key) }
    }
  }

  private mutating func finishNumberedKey(_ number: Int, _ modifiers: Key.Modifiers) {
    switch number {
    case 1, 7: emit(.named(.home, modifiers))
    case 2: emit(.named(.insert, modifiers))
    case 3: emit(.named(.delete, modifiers))
    case 4, 8: emit(.named(.end, modifiers))
    case 5: emit(.named(.pageUp, modifiers))
    case 6: emit(.named(.pageDown, modifiers))
    case 11...15: emit(.named(Self.functionKeys[number - 11], modifiers))
    case 17...21: emit(.named(Self.functionKeys[number - 12], modifiers))
    case 23, 24: emit(.named(Self.functionKeys[number - 13], modifiers))
    case 200: begin(.paste(.coming))
    default: break
    }
  }

  /// The key of a final letter, as sent after CSI and SS3.
  static func letterKey(_ final: UInt8, _ modifiers: Key.Modifiers) -> Key? {
    switch final {
    case 0x41: .named(.up, modifiers)
    case 0x42: .named(.down, modifiers)
    case 0x43: .named(.right, modifiers)
    case 0x44: .named(.left, modifiers)
    case 0x46: .named(.end, modifiers)
    case 0x48: .named(.home, modifiers)
    case 0x4D: .named(.enter, modifiers)
    case 0x50...0x53: .named(functionKeys[Int(final - 0x50)], modifiers)
    default: nil
    }
  }

  /// Modifiers as xterm counts them: one more than the sum of Shift 1, Alt 2, Control 4, Meta 8.
  static func modifiers(_ number: Int) -> Key.Modifiers {
    let bits = max(0, number - 1)
    var modifiers = Key.Modifiers(rawValue: UInt8(bits & 7))
    if bits & 8 != 0 { modifiers.insert(.alt) }
    return modifiers
  }

  /// The numbers of a sequence; an empty one is 0, a huge one is cut.
  static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.prefix { 0x30...0x39 ~= $0 }.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }
}
