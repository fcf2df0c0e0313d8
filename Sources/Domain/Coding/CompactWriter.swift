/// The bytes of one message while they are written, and the encoder that values see.
///
/// Values know when they begin a container but never when they end it, so a stack of open levels is kept:
/// whatever is written at one level first closes the levels above it.
final class CompactWriter {
  let names = CompactNameIndex.shared
  let nameCount: Int
  let valueNameCount: Int
  let userInfo: [CodingUserInfoKey: Any]
  /// Behind a pointer, because each access to a class's own fields is checked for exclusivity at run time.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var failure: CompactCodingError?
    var buffer: UnsafeMutablePointer<UInt8>
    var capacity: Int
    var count = 0
    var levels: [Level] = []
    var interned = CompactInternTable()
    /// A value is due: no head has been written for it yet.
    var isExpecting = true
  }

  private struct Level {
    let head: Int
    let isMap: Bool
    var count: Int
  }

  init(userInfo: [CodingUserInfoKey: Any], nameCount: Int) {
    self.userInfo = userInfo
    self.nameCount = min(max(nameCount, 0), CompactNames.table.count)
    valueNameCount = min(self.nameCount, CompactNames.valueCount)
    state = .allocate(capacity: 1)
    state.initialize(to: State(buffer: .allocate(capacity: 256), capacity: 256))
    state.pointee.levels.reserveCapacity(8)
  }

  deinit {
    state.pointee.buffer.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  var failure: CompactCodingError? { state.pointee.failure }
  var count: Int { state.pointee.count }

  func takeBytes() -> [UInt8] { Array(UnsafeBufferPointer(start: state.pointee.buffer, count: count)) }

  func fail(_ error: CompactCodingError) { state.pointee.failure = failure ?? error }

  /// Writes a whole value and closes what it opened.
  func encodeValue<Value: Encodable>(_ value: Value) throws {
    guard state.pointee.levels.count < CompactLimit.depth else { throw CompactCodingError.tooDeep }
    let depth = state.pointee.levels.count
    state.pointee.isExpecting = true
    if CompactWriter.mayBeUnordered(Value.self), let unordered = value as? any CompactUnordered {
      try unordered.encodeInOrder(to: self)
    } else {
      try value.encode(to: self)
    }
    close(to: depth)
    // A value that wrote nothing at all, such as one without fields, is an empty map.
    if state.pointee.isExpecting { head(CompactKind.map, 0) }
    state.pointee.isExpecting = false
  }

  /// Collections in no order are one reference, or a tree's three words; asking the type itself costs much
  /// more.
  private static func mayBeUnordered<Value>(_ type: Value.Type) -> Bool {
    (MemoryLayout<Value>.size == 8 || MemoryLayout<Value>.size == 24) && !_isPOD(type)
  }
}

// Levels
extension CompactWriter {
  var depth: Int { state.pointee.levels.count }

  /// Opens a container and returns its level.
  func open(isMap: Bool) -> Int {
    if state.pointee.levels.count >= CompactLimit.depth { fail(.tooDeep) }
    state.pointee.isExpecting = false
    state.pointee.levels.append(Level(head: count, isMap: isMap, count: 0))
    append(isMap ? CompactKind.map : CompactKind.list)
    return state.pointee.levels.count - 1
  }

  /// The container of a value that asks for one, which may be the one it has already.
  func openOrReopen(isMap: Bool) -> Int {
    if state.pointee.isExpecting { return open(isMap: isMap) }
    if let top = state.pointee.levels.last, top.isMap == isMap { return state.pointee.levels.count - 1 }
    fail(.unencodable("a value of two kinds at once"))
    return open(isMap: isMap)
  }

  func count(at level: Int) -> Int {
    level < state.pointee.levels.count ? state.pointee.levels[level].count : 0
  }

  /// Gets ready for one more element of an open container.
  func element(at level: Int) {
    guard level < state.pointee.levels.count else {
      return fail(.unencodable("a container written to after its end"))
    }
    close(to: level + 1)
    fillGap()
    state.pointee.levels[level].count += 1
  }

  /// Lets a super encoder write the value that is due.
  func expectValue() { state.pointee.isExpecting = true }

  func close(to depth: Int) {
    while state.pointee.levels.count > depth, let level = state.pointee.levels.popLast() {
      fillGap()
      if level.count <= CompactLimit.counted {
        state.pointee.buffer[level.head] |= UInt8(level.count)
      } else {
        state.pointee.buffer[level.head] |= 31
        append(CompactSimple.end)
      }
    }
  }

  /// A super encoder that was asked for and never used leaves a null.
  private func fillGap() {
    guard state.pointee.isExpecting else { return }
    state.pointee.isExpecting = false
    append(CompactSimple.null)
  }
}

// Bytes
extension CompactWriter {
  @inline(__always)
  func append(_ byte: UInt8) {
    if count == state.pointee.capacity { grow(by: 1) }
    state.pointee.buffer[count] = byte
    state.pointee.count += 1
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    if count + bytes.count > state.pointee.capacity { grow(by: bytes.count) }
    (state.pointee.buffer + count).update(from: source, count: bytes.count)
    state.pointee.count += bytes.count
  }

  private func grow(by extra: Int) {
    let wider = max(state.pointee.capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    moved.update(from: state.pointee.buffer, count: count)
    state.pointee.buffer.deallocate()
    (state.pointee.buffer, state.pointee.capacity) = (moved, wider)
  }

  /// A kind with its number, in as few bytes as will hold it.
  func head(_ kind: UInt8, _ number: UInt64) {
    if number < 24 { return append(kind | UInt8(truncatingIfNeeded: number)) }
    let size = (71 - number.leadingZeroBitCount) / 8
    append(kind | UInt8(23 + size))
    bigEndian(number, size)
  }

  func bigEndian(_ number: UInt64, _ size: Int) {
    var shift = UInt64(size * 8)
    while shift > 0 {
      shift -= 8
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  func code(_ code: Int) {
    if code < Int(CompactLimit.wideCode) { return append(UInt8(code)) }
    let rest = code - Int(CompactLimit.wideCode)
    append(CompactLimit.wideCode + UInt8(rest >> 8))
    append(UInt8(rest & 255))
  }

  /// The place of what was said before, or nothing and it is remembered, its bytes being about to be written.
  func reference(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, isText: Bool) -> Int? {
    let headSize = bytes.count < 24 || !isText ? 1 : 2
    return state.pointee.interned.place(
      of: bytes, hash: hash, isText: isText, in: UnsafePointer(state.pointee.buffer),
      nextStart: count + headSize)
  }

  /// Marks the value that was due as written; a second one in its place is a mistake.
  func claimValue() {
    if !state.pointee.isExpecting { fail(.unencodable("two values in one place")) }
    state.pointee.isExpecting = false
  }
}
