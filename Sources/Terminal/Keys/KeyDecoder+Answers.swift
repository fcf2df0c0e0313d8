extension KeyDecoder {
  /// Mouse reports and answers to our own questions; all else that is private is swallowed.
  mutating func finishPrivateSequence(marker: UInt8, final: UInt8) {
    let numbers = Self.numbers(buffer.dropFirst())
    switch (marker, final) {
    case (0x3C, 0x4D), (0x3C, 0x6D):
      if numbers.count == 3, let mouse = Self.mouse(numbers, isRelease: final == 0x6D) {
        input.append(.mouse(mouse))
      }
    case (0x3F, 0x79) where numbers.count == 2:
      input.append(.privateMode(numbers[0], isKnown: 1...3 ~= numbers[1]))
    default: break
    }
  }

  /// The colour answer is `11;rgb:RRRR/GGGG/BBBB`, each part of one to four hexadecimal digits.
  mutating func finishOperatingSystemAnswer() {
    let prefix = Array("11;rgb:".utf8)
    guard buffer.starts(with: prefix) else { return }
    let parts = buffer.dropFirst(prefix.count).split(separator: 0x2F, omittingEmptySubsequences: false)
    let levels = parts.compactMap(Self.level)
    guard parts.count == 3, levels.count == 3 else { return }
    input.append(.backgroundColour(red: levels[0], green: levels[1], blue: levels[2]))
  }

  private static func level(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard 1...4 ~= digits.count, let value = Int(String(decoding: digits, as: UTF8.self), radix: 16),
      value >= 0
    else { return nil }
    return UInt8(value * 255 / ((1 << (4 * digits.count)) - 1))
  }

  /// Button, column and row as mode 1006 sends them, counted from 1.
  private static func mouse(_ numbers: [Int], isRelease: Bool) -> Mouse? {
    let code = numbers[0]
    guard numbers[1] > 0, numbers[2] > 0 else { return nil }
    let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    guard let action = action(code & ~28, isRelease: isRelease) else { return nil }
    return Mouse(action, at: point, modifiers: modifiers)
  }

  private static func action(_ code: Int, isRelease: Bool) -> Mouse.Action? {
    let button: Mouse.Button
    switch code {
    case 35: return .move
    case 64: return isRelease ? nil : .wheelUp
    case 65: return isRelease ? nil : .wheelDown
    case 0, 32: button = .left
    case 1, 33: button = .middle
    case 2, 34: button = .right
    default: return nil
    }
    if isRelease { return .release(button) }
    return code >= 32 ? .drag(button) : .press(button)
  }
}
