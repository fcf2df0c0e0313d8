import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@testable import OfficeServer

@Suite("A console that does not read what it listens to")
struct SlowReaderTests {
  /// Takes in nothing: a page is on its way until the connection is closed.
  private struct StuckWriter: ResponseBodyWriter {
    final class Pages: Sendable {
      private let bytes = Mutex<[Int]>([])
      var all: [Int] { bytes.withLock { $0 } }
      func add(_ count: Int) { bytes.withLock { $0.append(count) } }
    }

    let pages: Pages
    let channel: any Channel

    mutating func write(_ buffer: ByteBuffer) async throws {
      pages.add(buffer.readableBytes)
      try await channel.closeFuture.get()
      throw ChannelError.ioOnClosedChannel
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }

  private static func act(_ number: Int, at office: OfficeFile) throws {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 33, low: UInt64(number)), words: "call \(number)", urgency: .today,
      source: .phone,
      receivedAt: ServedFile.start)
    let work = LoggedWork(
      id: WorkOrder.ID(high: 33, low: UInt64(number)), number: 0, request: request,
      receivedAt: ServedFile.start, summary: "call \(number)", priority: .p3)
    try office.submit(
      Submission(
        id: Submission.ID(high: 33, low: UInt64(number)),
        stamp: Stamp(
          by: Person.ID(high: 7, low: 1), at: ServedFile.start, console: ServedFile.identity.console),
        commands: [.logWorkOrder(LogWorkOrder(work))], acceptsWarnings: true))
  }

  @Test("costs the office one page, however much happens, and is let go after a minute", .verifies("UX-06"))
  func stuck() async throws {
    let served = try ServedFile()
    let channel = NIOAsyncTestingChannel()
    let pages = StuckWriter.Pages()
    let stream = LiveStream(
      desk: served.desk, caller: Registrar(person: ServedFile.people[0], console: ServedFile.consoles[0]),
      pull: Pull(log: ServedFile.identity.log, after: .beginning), channel: channel)
    let reading = Task {
      var writer: any ResponseBodyWriter = StuckWriter(pages: pages, channel: channel)
      try await stream.run(&writer)
    }
    while pages.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    for number in 1...50 {
      try Self.act(number, at: served.file)
      served.desk.hub.announce(served.file.state.seq)
    }
    await channel.testingEventLoop.advanceTime(by: .seconds(59))
    #expect(pages.all.count == 1 && served.desk.hub.count == 1)
    await channel.testingEventLoop.advanceTime(by: .seconds(2))
    await #expect(throws: ChannelError.ioOnClosedChannel) { try await reading.value }
    #expect(pages.all.count == 1 && served.desk.hub.count == 0)
  }
}
