public import Domain

/// A part of a live answer: one pull's answer after the other, each behind its length in four bytes.
public enum LiveFrame: Hashable, Sendable {
  /// A length of nothing: the office is there, and nothing has happened.
  case beat
  case answer(PullAnswer)

  public func bytes() throws(CompactCodingError) -> [UInt8] {
    var body: [UInt8] = []
    if case .answer(let answer) = self { body = try CompactEncoder().encode(answer) }
    return withUnsafeBytes(of: UInt32(body.count).bigEndian) { Array($0) } + body
  }
}

/// What is wrong with a live answer.
public enum LiveFault: Error, Hashable, Sendable {
  /// A part is longer than any that is read, in bytes.
  case tooLong(Int)
  case unreadable(CompactCodingError)
}

/// Puts the bytes of a live answer together again. What has come of a part is kept, and no more than that.
public struct LiveReader: Sendable {
  /// The longest part that is read, in bytes.
  public static let longest = 16 << 20
  private var kept: [UInt8] = []

  public init() {}

  /// The parts that are whole with these bytes.
  public mutating func take(_ bytes: some Sequence<UInt8>) throws(LiveFault) -> [LiveFrame] {
    kept.append(contentsOf: bytes)
    var frames: [LiveFrame] = []
    var start = 0
    while kept.count - start >= 4 {
      let length = kept[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      if length > Self.longest { throw .tooLong(length) }
      guard kept.count - start - 4 >= length else { break }
      frames.append(try Self.frame(kept[(start + 4)..<(start + 4 + length)]))
      start += 4 + length
    }
    kept.removeFirst(start)
    return frames
  }

  private static func frame(_ body: ArraySlice<UInt8>) throws(LiveFault) -> LiveFrame {
    if body.isEmpty { return .beat }
    do throws(CompactCodingError) {
      return .answer(try CompactDecoder().decode(PullAnswer.self, from: Array(body)))
    } catch {
      throw .unreadable(error)
    }
  }
}

extension Page {
  /// What of it comes after a place in it: its first part may have come by another way. Nil where that is all of it.
  public func rest(after cursor: LogCursor) -> Page? {
    if end.seq < cursor.seq || end == cursor { return nil }
    guard let last = entries.firstIndex(where: { $0.cursor == cursor }) else { return self }
    return Page(
      epochs: epochs, entries: Array(entries[(last + 1)...]), end: end, isLast: isLast, recalled: recalled,
      signed: signed, clock: clock)
  }
}

/// When to try again what has failed: a random share of a pause that doubles, so that consoles do not come back all at
/// once.
public struct Retry: Hashable, Sendable {
  /// Milliseconds; doubled with each failure, up to the longest.
  private static let (first, longest): (Int64, Int64) = (500, 60_000)
  private var failures: Int64 = 0

  public init() {}

  public mutating func succeeded() { failures = 0 }

  /// Milliseconds until the next try. `chance` is any number.
  public mutating func failed(chance: UInt64) -> Int64 {
    let most = min(Self.longest, Self.first << min(failures, 10))
    failures += 1
    return 1 + Int64(chance % UInt64(most))
  }
}
