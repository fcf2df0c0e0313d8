/// Turns the terminal's bytes into input, whatever the pieces they arrive in.
///
/// It holds no clock: after feeding, the caller waits `pendingDeadlineMilliseconds` for more bytes and else calls
/// `flush`, which decides that a lone ESC was the Esc key. What it does not know it swallows whole, so that no part
/// of an answer or an unknown key is ever taken for typed letters. Its memory is bounded.
public struct KeyDecoder: Sendable {
  /// Longest paste in bytes; the rest is dropped and reported.
  public let pasteLimit: Int
  var state = State.ground
  /// Bytes of the sequence being read, without its introduction.
  var buffer: [UInt8] = []
  var droppedBytes = 0
  var input: [Input] = []

  public init(pasteLimit: Int = 1 << 20) {
    self.pasteLimit = max(0, pasteLimit)
  }

  enum State: Sendable {
    case ground
    /// Inside a character of several bytes; alt when an ESC came before it.
    case utf8(missing: Int, alt: Bool)
    case escape
    case csi
    case ss3
    /// Three bytes of the old mouse report are to be swallowed.
    case oldMouse(missing: Int)
    /// One letter of a Linux console function key.
    case linuxKey
    case osc(afterEscape: Bool)
    /// A string nobody asked for: swallowed to its end.
    case otherString(afterEscape: Bool)
    case paste(Paste)
  }

  enum Paste: Sendable {
    case coming
    /// Nothing has come of it for a while, which is said: its end may never come.
    case late
    /// The last that came is ^C: with nothing after it somebody has typed that, and it ends the paste.
    case interrupted
  }

  /// How long to wait for the rest of what has begun; nil when nothing has, or when a paste is late already.
  public var pendingDeadlineMilliseconds: Int? {
    switch state {
    case .ground, .paste(.late): nil
    case .paste(.coming): 500
    case .paste(.interrupted): 250
    case .escape: 25
    case .osc where buffer.isEmpty: 25
    case .otherString where !buffer.isEmpty: 25
    case .utf8, .csi, .ss3, .oldMouse, .linuxKey: 100
    case .osc, .otherString: 500
    }
  }

  /// Reads bytes and returns what they complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    for byte in bytes { take(byte) }
    defer { input.removeAll(keepingCapacity: true) }
    return input
  }

  /// Decides what has begun and did not go on in time: ESC alone was a key, half a sequence was nothing.
  ///
  /// A paste stays one, for the rest of it must never be read as keys; but that it is open is said, and a ^C with
  /// nothing behind it ends it, so that nobody sits before a deaf screen where its end got lost with the line.
  public mutating func flush() -> [Input] {
    switch state {
    case .ground: return []
    case .paste(.coming), .paste(.late):
      state = .paste(.late)
      return [.pasteOpen]
    case .paste(.interrupted):
      while buffer.last == Self.interrupt { buffer.removeLast() }
      finishPaste()
    case .escape: emit(.escape)
    case .ss3: emit(.character("O", .alt))
    case .csi where buffer.isEmpty: emit(.character("[", .alt))
    case .utf8(_, let alt): emit(.character("\u{FFFD}", alt ? .alt : []))
    case .osc(afterEscape: false) where buffer.isEmpty: emit(.character("]", .alt))
    case .otherString(afterEscape: false):
      if let letter = buffer.first { emit(.character(Character(Unicode.Scalar(letter)), .alt)) }
    case .csi, .oldMouse, .linuxKey, .osc, .otherString: break
    }
    state = .ground
    buffer.removeAll()
    defer { input.removeAll() }
    return input
  }

  mutating func emit(_ key: Key) { input.append(.key(key)) }

  mutating func begin(_ next: State) {
    state = next
    buffer.removeAll(keepingCapacity: true)
  }
}

extension KeyDecoder {
  mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte, alt: false)
    case .utf8(let missing, let alt): takeContinuation(byte, missing: missing, alt: alt)
    case .escape: takeAfterEscape(byte)
    case .csi: takeControlSequence(byte)
    case .ss3: takeSingleShift(byte)
    case .oldMouse(let missing): state = missing > 1 ? .oldMouse(missing: missing - 1) : .ground
    case .linuxKey:
      state = .ground
      if 0x41...0x45 ~= byte { emit(.named(Self.functionKeys[Int(byte - 0x41)])) }
    case .osc(let afterEscape): takeString(byte, afterEscape: afterEscape, isKept: true)
    case .otherString(let afterEscape): takeString(byte, afterEscape: afterEscape, isKept: false)
    case .paste: takePaste(byte)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B: emit(.escape)
    case 0x5B: begin(.csi)
    case 0x4F: begin(.ss3)
    case 0x5D: begin(.osc(afterEscape: false))
    case 0x50, 0x58, 0x5E, 0x5F: takeStringOrKey(byte)
    default:
      state = .ground
      takeGround(byte, alt: true)
    }
  }

  /// DCS, SOS, PM and APC begin with letters a person can type with Alt; the wait decides which it was.
  private mutating func takeStringOrKey(_ byte: UInt8) {
    begin(.otherString(afterEscape: false))
    buffer.append(byte)
  }

  private mutating func takeSingleShift(_ byte: UInt8) {
    if byte == 0x1B {
      emit(.character("O", .alt))
      state = .escape
      return
    }
    if 0x30...0x3B ~= byte, buffer.count < 8 {
      buffer.append(byte)
      return
    }
    state = .ground
    if let key = Self.letterKey(byte, Self.modifiers(buffer.last.map { Int($0) - 0x30 } ?? 1)) { emit(key) }
  }

  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  private static let interrupt: UInt8 = 0x03

  private mutating func takePaste(_ byte: UInt8) {
    state = .paste(byte == Self.interrupt ? .interrupted : .coming)
    buffer.append(byte)
    if byte == 0x7E, buffer.suffix(6) == Self.pasteEnd[...] {
      buffer.removeLast(6)
      finishPaste()
    } else if buffer.count > pasteLimit + 6 {
      // The last bytes may be the start of the end, so the one before them goes.
      buffer.remove(at: pasteLimit)
      droppedBytes += 1
    }
  }

  private mutating func finishPaste() {
    if buffer.count > pasteLimit {
      droppedBytes += buffer.count - pasteLimit
      buffer.removeLast(buffer.count - pasteLimit)
    }
    var text = ""
    for character in String(decoding: buffer, as: UTF8.self) {
      text.append(character == "\r" || character == "\r\n" ? "\n" : character)
    }
    input.append(.paste(text))
    if droppedBytes > 0 { input.append(.pasteCut(droppedBytes: droppedBytes)) }
    droppedBytes = 0
    buffer = []
    state = .ground
  }
}
