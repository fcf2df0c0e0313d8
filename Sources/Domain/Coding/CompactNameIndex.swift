import Glibc

/// Finds the code of a name without making a string of it; built once from the table, then only read.
///
/// Plain memory, never given back, so that threads that read side by side count no references to it.
struct CompactNameIndex: @unchecked Sendable {
  static let shared = CompactNameIndex(CompactNames.table)

  private struct Slot {
    var hash: UInt64 = 0
    var start: Int32 = 0
    var length: Int16 = 0
    var code: Int16 = -1
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let letters: UnsafeMutablePointer<UInt8>
  /// Where the letters of each name begin, and after the last one where they end.
  private let starts: UnsafeMutablePointer<Int32>
  private let count: Int

  init(_ table: [String]) {
    let all = table.flatMap { Array($0.utf8) }
    letters = .allocate(capacity: all.count + 1)
    letters.initialize(from: all, count: all.count)
    var size = 64
    while size < table.count * 4 { size *= 2 }
    mask = size - 1
    count = table.count
    starts = .allocate(capacity: table.count + 1)
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    var start = 0
    for (code, name) in table.enumerated() {
      let bytes = UnsafeBufferPointer(start: letters + start, count: name.utf8.count)
      let hash = CompactNameIndex.hash(bytes)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].code >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(hash: hash, start: Int32(start), length: Int16(bytes.count), code: Int16(code))
      starts[code] = Int32(start)
      start += bytes.count
    }
    starts[table.count] = Int32(start)
  }

  func code(of name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].code >= 0 {
      let found = slots[slot]
      if found.hash == hash, Int(found.length) == name.count, isSame(name, letters + Int(found.start)) {
        return Int(found.code)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isSame(_ name: UnsafeBufferPointer<UInt8>, _ other: UnsafePointer<UInt8>) -> Bool {
    guard let start = name.baseAddress else { return true }
    return memcmp(start, other, name.count) == 0
  }

  func code(of name: UnsafeBufferPointer<UInt8>) -> Int? { code(of: name, hash: CompactNameIndex.hash(name)) }

  /// Whether a code stands for this name; one that the table does not have stands for none.
  func isName(_ name: UnsafeBufferPointer<UInt8>, of code: Int) -> Bool {
    guard code < count else { return false }
    let start = Int(starts[code])
    return Int(starts[code + 1]) - start == name.count && isSame(name, letters + start)
  }

  /// Eight bytes at a time; the same in every process, as it need not withstand anybody.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var position = 0
    while position + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      position += 8
    }
    var tail: UInt64 = 0
    while position < raw.count {
      tail = tail << 8 | UInt64(raw[position])
      position += 1
    }
    hash = (hash ^ tail) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 32
  }
}
