import Domain
import NIOCore
import NIOPosix
import Testing

@testable import OfficeServer

@Suite("Whoever listens to the log")
struct LiveHubTests {
  private static let loop = MultiThreadedEventLoopGroup.singleton.any()
  private static let console = ConsoleID(high: 5, low: 1)

  @Test("goes on at once where the log is longer already, and else when it is")
  func announced() async {
    let hub = LiveHub()
    let id = hub.enter(Self.console)
    hub.announce(3)
    await hub.wait(id, past: 2, files: 0, atMost: .hours(1), on: Self.loop)
    async let waiting: Void = hub.wait(id, past: 3, files: 0, atMost: .hours(1), on: Self.loop)
    hub.announce(2)
    hub.announce(4)
    await waiting
    #expect(hub.holds(id))
  }

  @Test("is woken for a sign of life, and let go when the office is not served any more")
  func woken() async {
    let hub = LiveHub()
    let (first, second) = (hub.enter(Self.console), hub.enter(Self.console))
    await hub.wait(first, past: 0, files: 0, atMost: .milliseconds(1), on: Self.loop)
    #expect(hub.holds(first) && hub.count == 2)
    async let file: Void = hub.wait(first, past: 0, files: 0, atMost: .hours(1), on: Self.loop)
    hub.announceFile()
    await file
    await hub.wait(first, past: 0, files: 0, atMost: .hours(1), on: Self.loop)
    #expect(hub.files == 1)
    async let waiting: Void = hub.wait(second, past: 0, files: 1, atMost: .hours(1), on: Self.loop)
    hub.close()
    await waiting
    #expect(!hub.holds(first) && !hub.holds(second))
    await hub.wait(first, past: 0, files: 0, atMost: .hours(1), on: Self.loop)
  }

  @Test("is one of four at most of a console: the oldest goes, others' stay")
  func most() async {
    let hub = LiveHub()
    let other = hub.enter(ConsoleID(high: 5, low: 2))
    let ids = (0..<6).map { _ in hub.enter(Self.console) }
    #expect(ids.map { hub.holds($0) } == [false, false, true, true, true, true])
    #expect(hub.holds(other))
    hub.leave(ids[5])
    #expect(hub.count == 4)
  }
}
