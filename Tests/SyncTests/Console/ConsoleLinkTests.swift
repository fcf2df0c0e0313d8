import Domain
import Sync
import TestSupport
import Testing

@Suite("A console's link")
struct ConsoleLinkTests {
  private static func standing(answered: Int, given: Int, epochs: Int = 1) -> Standing {
    Standing(
      log: Stores.log, epochs: (1...epochs).map { Epoch(first: $0, id: EpochID(high: 1, low: UInt64($0))) },
      cursor: LogCursor(seq: 5, hash: .zero), answered: answered, given: given)
  }

  /// The first push of what waits, pulled before and after it.
  private static func pushed(_ link: inout ConsoleLink, _ standing: Standing) -> PushAnswer {
    #expect(link.step(.woken, now: 0, chance: 0).first == .pull(1))
    #expect(
      link.step(.confirmed(1, standing, isLast: true), now: 1, chance: 0).first
        == .push(2, from: standing.answered + 1))
    return .taken(through: standing.given)
  }

  @Test("pushes again, after a pause, what the office has taken and lost", .verifies("UX-06"))
  func lost() {
    let before = Self.standing(answered: 3, given: 5)
    var link = ConsoleLink(before)
    let answer = Self.pushed(&link, before)
    #expect(link.step(.pushed(2, answer), now: 2, chance: 0).first == .pull(3))
    // The office was restored meanwhile: the page brings a new epoch and no entry for what it had taken.
    let after = Self.standing(answered: 3, given: 5, epochs: 2)
    #expect(link.step(.confirmed(3, after, isLast: true), now: 3, chance: 0) == [.wait(until: 1_003)])
    #expect(link.step(.woken, now: 1_003, chance: 0).first == .pull(4))
    #expect(
      link.step(.confirmed(4, after, isLast: true), now: 1_004, chance: 0).first == .push(5, from: 4))
  }

  @Test("does not push again what comes with a later page")
  func comesLater() {
    let before = Self.standing(answered: 3, given: 5)
    var link = ConsoleLink(before)
    let answer = Self.pushed(&link, before)
    _ = link.step(.pushed(2, answer), now: 2, chance: 0)
    #expect(
      link.step(
        .confirmed(3, Self.standing(answered: 4, given: 5), isLast: false), now: 3, chance: 0
      ).first == .pull(4))
    #expect(
      link.step(.confirmed(4, Self.standing(answered: 5, given: 5), isLast: true), now: 4, chance: 0)
        == [.wait(until: 1_004)])
    #expect(link.lastStep == "rest")
  }

  @Test("pushes all that waits, a message after the other, before it fetches what came of it")
  func pushesOn() {
    let before = Self.standing(answered: 3, given: 9)
    var link = ConsoleLink(before)
    _ = link.step(.woken, now: 0, chance: 0)
    #expect(link.step(.confirmed(1, before, isLast: true), now: 1, chance: 0).first == .push(2, from: 4))
    #expect(link.step(.pushed(2, .taken(through: 6)), now: 2, chance: 0).first == .push(3, from: 7))
    // The office has taken nothing further: what it has is asked for first.
    #expect(link.step(.pushed(3, .taken(through: 6)), now: 3, chance: 0).first == .pull(4))
    _ = link.step(
      .confirmed(4, Self.standing(answered: 6, given: 9), isLast: true), now: 4, chance: 0)
    #expect(link.step(.pushed(5, .taken(through: 9)), now: 5, chance: 0).first == .pull(6))
  }

  @Test("that is urged asks at once, whatever pause is on, and not twice")
  func urged() {
    var link = ConsoleLink(Self.standing(answered: 3, given: 3))
    #expect(link.step(.urged, now: 0, chance: 0).first == .pull(1))
    #expect(link.step(.urged, now: 1, chance: 0) == [.wait(until: 40_000)])
    #expect(link.step(.failed(1), now: 2, chance: 400) == [.wait(until: 403)])
    #expect(link.step(.woken, now: 3, chance: 0) == [.wait(until: 403)])
    #expect(link.step(.urged, now: 3, chance: 0).first == .pull(2))
  }

  @Test("that was turned away asks again now and then, and goes on when it is let in")
  func letIn() {
    let before = Self.standing(answered: 3, given: 3)
    var link = ConsoleLink(before)
    #expect(link.step(.woken, now: 0, chance: 0).first == .pull(1))
    #expect(link.step(.turnedAway(1), now: 1, chance: 0) == [.wait(until: 30_001)])
    #expect(link.state == .stopped(.turnedAway))
    #expect(link.step(.woken, now: 100, chance: 0) == [.wait(until: 30_001)])
    #expect(link.step(.woken, now: 30_001, chance: 0).first == .pull(2))
    #expect(link.step(.failed(2), now: 30_002, chance: 0) == [.wait(until: 30_003)])
    #expect(link.state == .stopped(.turnedAway))
    #expect(link.step(.woken, now: 30_003, chance: 0).first == .pull(3))
    _ = link.step(.confirmed(3, before, isLast: true), now: 30_004, chance: 0)
    #expect(link.state == .live)
  }
}
