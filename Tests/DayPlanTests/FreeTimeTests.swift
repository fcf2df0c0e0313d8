import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Free time and what lies together")
struct FreeTimeTests {
  @Test("is filled with waiting work, the urgent first, nothing else moved", .verifies("REC-08"))
  func filled() throws {
    var offered = 0
    for office in SampleDay.offices {
      for technician in office.technicians.inOrder {
        let answer = try #require(office.answer(.fill(technician.id, at: nil), at: SampleDay.now))
        if answer.nothing == .notHere(technician.id) { continue }
        var before: GapFit?
        for option in answer.options {
          guard case .fills(let fit) = option.kind else { continue }
          offered += 1
          #expect(option.changes.map(\.id) == [fit.order], "nothing else moves")
          #expect(option.changes[0].to.technician == technician.id)
          #expect(option.changes[0].to.start == fit.range.start)
          #expect(office.order(fit.order)?.isUnassigned == true)
          if let before { #expect((before.priority, before.worth) <= (fit.priority, fit.worth)) }
          before = fit
          let after = option.after()
          #expect(after.open == option.before.open - 1)
        }
      }
    }
    #expect(offered > 5)
  }

  @Test("says what is true of the gap and of the others", .verifies("REC-08"))
  func truths() throws {
    var cheaper = 0
    for office in SampleDay.offices {
      for technician in office.technicians.inOrder.prefix(10) {
        let index = office.scheduleIndex(at: SampleDay.now)
        let gaps = office.balance(of: technician, on: office.today(at: SampleDay.now), in: index).gaps
        let answer = try #require(office.answer(.fill(technician.id, at: nil), at: SampleDay.now))
        for option in answer.options {
          guard case .fills(let fit) = option.kind else { continue }
          #expect(gaps.contains(fit.gap))
          #expect(fit.gap.contains(fit.range), "\(fit.number) is no longer than the free time")
          let others = try #require(office.order(fit.order)).id
          guard let other = fit.cheaper else { continue }
          cheaper += 1
          #expect(!fit.isOnlyOne)
          let asked = office.exactCandidates(for: try #require(office.order(others)), at: SampleDay.now)
          #expect(asked.eligible.contains { $0.id == other.technician }, "\(fit.number): he may take it")
        }
      }
    }
    #expect(cheaper > 0)
  }

  @Test("offers all that has room in a gap, although another hour would cost less", .verifies("REC-08"))
  func everyGap() throws {
    var looked = 0
    for office in SampleDay.offices {
      for technician in office.technicians.inOrder.prefix(10) {
        let whole = try #require(office.answer(.fill(technician.id, at: nil), at: SampleDay.now))
        if whole.nothing != nil { continue }
        let index = office.scheduleIndex(at: SampleDay.now)
        for gap in office.balance(of: technician, on: office.today(at: SampleDay.now), in: index).gaps {
          let answer = try #require(office.answer(.fill(technician.id, at: gap.start), at: SampleDay.now))
          guard answer.nothing == nil else { continue }
          for option in answer.options {
            guard case .fills(let fit) = option.kind else { continue }
            looked += 1
            #expect(gap.contains(fit.range))
          }
        }
        // Whoever has free time at all is offered what fits any of it.
        let numbers = Set(
          whole.options.compactMap { if case .fills(let fit) = $0.kind { fit.number } else { nil } })
        #expect(!numbers.isEmpty)
      }
    }
    #expect(looked > 3)
  }

  @Test("takes all that fits as one option, each order once and none over another")
  func all() throws {
    var seen = 0
    for office in SampleDay.offices {
      for technician in office.technicians.inOrder {
        let answer = try #require(office.answer(.fill(technician.id, at: nil), at: SampleDay.now))
        guard let last = answer.options.last, case .filled(let who, let count) = last.kind else { continue }
        seen += 1
        #expect(who == technician.id && count == last.changes.count && count > 1)
        let ranges = last.changes.compactMap(\.to.range).sorted { $0.start < $1.start }
        for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.end <= next.start) }
      }
    }
    #expect(seen > 0)
  }

  @Test("is looked at around an hour, and said to be taken where it is")
  func aroundAnHour() throws {
    let office = SampleDay.offices[0]
    var looked = 0
    for technician in office.technicians.inOrder {
      let index = office.scheduleIndex(at: SampleDay.now)
      let gaps = office.balance(of: technician, on: office.today(at: SampleDay.now), in: index).gaps
      guard let gap = gaps.first else { continue }
      let answer = try #require(office.answer(.fill(technician.id, at: gap.start), at: SampleDay.now))
      for option in answer.options {
        for change in option.changes {
          looked += 1
          #expect(change.to.range.map { gap.contains($0) } == true)
        }
      }
      let night = gaps.last.map { $0.end + .hours(12) } ?? SampleDay.now
      let nothing = office.answer(.fill(technician.id, at: night), at: SampleDay.now)?.nothing
      #expect(nothing == .noGap(technician.id) || nothing == .notHere(technician.id))
    }
    #expect(looked > 0)
  }

  @Test("brings together what waits near an order, the nearest first, for one technician")
  func together() throws {
    var offered = 0
    for office in SampleDay.offices {
      for order in SampleDay.waiting(in: office) {
        let near = office.near(order, within: PlanRules.usual.reach, at: SampleDay.now)
        #expect(near.allSatisfy { $0.order.id != order.id && $0.way.span <= PlanRules.usual.reach })
        #expect(zip(near, near.dropFirst()).allSatisfy { ($0.way.metres ?? 0) <= ($1.way.metres ?? 0) })
        let answer = try #require(office.answer(.together(order.id), at: SampleDay.now))
        if near.isEmpty { #expect(answer.nothing == .nothingNear(order.id, reach: PlanRules.usual.reach)) }
        for option in answer.options {
          guard case .together(let technician, let count) = option.kind else { continue }
          offered += 1
          #expect(option.changes.count == count && count > 1)
          #expect(option.changes.allSatisfy { $0.to.technician == technician && $0.from.technician == nil })
          #expect(option.changes.contains { $0.id == order.id })
          let reach = Set(near.map(\.order.id)).union([order.id])
          #expect(reach.isSuperset(of: option.changes.map(\.id)))
        }
      }
    }
    #expect(offered > 0)
  }

  @Test("keeps to whoever has the order already")
  func held() throws {
    var looked = 0
    for office in SampleDay.offices {
      for order in office.orders.inOrder {
        guard let holder = order.technician, !order.isEnded else { continue }
        let known = office.technician(holder)
        if known.map({ office.isKnownToBeAway($0, at: SampleDay.now) }) ?? true { continue }
        let answer = office.answer(.together(order.id), at: SampleDay.now)
        for option in answer?.options ?? [] {
          #expect(option.changes.allSatisfy { $0.to.technician == holder })
          looked += option.changes.count
        }
      }
    }
    #expect(looked > 0)
  }
}
