import Domain
import Simulation
import Sync
import Testing

@Suite("A live answer")
struct LiveFrameTests {
  private static func frames() throws -> [LiveFrame] {
    let log = MemoryLog(log: Stores.log, epoch: Stores.epoch) { Stores.start }
    try TwoDesks.found(log)
    return [.answer(.page(try TwoDesks.page(of: log))), .beat, .answer(.parted), .beat]
  }

  @Test("comes together again however it was cut", arguments: [1, 2, 3, 7, 64, 100_000])
  func cuts(size: Int) throws {
    let frames = try Self.frames()
    let bytes = try frames.flatMap { try $0.bytes() }
    var reader = LiveReader()
    var got: [LiveFrame] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      got += try reader.take(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(got == frames)
  }

  @Test("of garbage is a fault, and of a length that nobody sends at once")
  func garbage() throws {
    var reader = LiveReader()
    #expect(throws: LiveFault.tooLong(0xFFFF_FFFF)) { try reader.take([0xFF, 0xFF, 0xFF, 0xFF]) }
    var other = LiveReader()
    #expect(throws: LiveFault.self) { try other.take([0, 0, 0, 2, 0xFF, 0xFF]) }
    var seed: UInt64 = 1
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(truncatingIfNeeded: seed >> 33)
      }
      var reader = LiveReader()
      _ = try? reader.take([0, 0, 0, 40] + bytes)
    }
  }

  @Test("goes on behind what came by another way, and parts where it is another history")
  func rest() throws {
    let log = MemoryLog(log: Stores.log, epoch: Stores.epoch) { Stores.start }
    try TwoDesks.found(log)
    let page = try TwoDesks.page(of: log)
    for (index, entry) in page.entries.enumerated() {
      let rest = page.rest(after: entry.cursor)
      #expect(rest?.entries ?? [] == Array(page.entries[(index + 1)...]))
      #expect((rest == nil) == (entry.cursor == page.end))
    }
    #expect(page.rest(after: .beginning) == page)
    #expect(page.rest(after: LogCursor(seq: page.end.seq + 1, hash: .zero)) == nil)
    let other = LogCursor(seq: 2, hash: .zero)
    let parted = try #require(page.rest(after: other))
    #expect(throws: PageFault.self) {
      try parted.verify(after: other, knowing: page.epochs, log: Stores.log)
    }
  }

  @Test("is tried again after a random share of a pause that doubles up to a minute")
  func retry() {
    var retry = Retry()
    let longest = (0..<12).map { _ in retry.failed(chance: .max) }
    #expect(longest.allSatisfy { $0 >= 1 && $0 <= 60_000 })
    var again = Retry()
    #expect((0..<12).map { _ in again.failed(chance: 499) }.first == 500)
    #expect((0..<5).map { _ in again.failed(chance: 59_999) }.last == 60_000)
    again.succeeded()
    #expect(again.failed(chance: 0) == 1)
  }
}
