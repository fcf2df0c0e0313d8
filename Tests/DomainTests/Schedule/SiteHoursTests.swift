import Domain
import TestSupport
import Testing

@Suite("The hours of a site")
struct SiteHoursTests {
  /// Tuesday 10:42 in London; the hospital lets people in from 13:00 to 15:00.
  private func office() throws -> SampleOffice {
    var sample = try SampleOffice()
    let hours = try OpeningHours("Mon-Fri 13:00-15:00")
    sample.office.sites.change(SampleOffice.hospital) { $0.hours = hours }
    return sample
  }

  private func closed(
    _ sample: SampleOffice, _ id: WorkOrder.ID, at start: String
  ) throws -> [BrokenRule.Evidence] {
    let ana = try #require(sample.office.technician(SampleOffice.ana))
    return sample.office.brokenRules(
      order: try sample.order(id), technician: ana, start: try instant(start), length: .hours(1),
      at: sample.now
    ).filter { $0.rule == .outsideWindow && $0.severity == .warn }.map(\.evidence)
  }

  @Test("a visit outside them warns, and says when the site opens or closes", .verifies("RTE-02", "TML-04"))
  func warns() throws {
    var sample = try office()
    let id = try sample.log()
    let name = try #require(sample.office.site(SampleOffice.hospital)).name
    let (opens, closes) = (try instant("2026-11-24T13:00:00Z"), try instant("2026-11-24T15:00:00Z"))
    let early = BrokenRule.Evidence.siteClosed(name, opens: opens, closes: nil)
    #expect(try closed(sample, id, at: "2026-11-24T12:30:00Z") == [early])
    #expect(try closed(sample, id, at: "2026-11-24T13:00:00Z").isEmpty)
    #expect(try closed(sample, id, at: "2026-11-24T14:00:00Z").isEmpty)
    let late = BrokenRule.Evidence.siteClosed(name, opens: nil, closes: closes)
    #expect(try closed(sample, id, at: "2026-11-24T14:30:00Z") == [late])
  }

  @Test(
    "nobody is proposed before the site opens, but for a P1 and for what was promised", .verifies("RTE-02"))
  func proposes() throws {
    var sample = try office()
    let opens = try instant("2026-11-24T13:00:00Z")
    let id = try sample.log()
    let found = sample.office.candidates(for: try sample.order(id), at: sample.now)
    #expect(!found.eligible.isEmpty && found.eligible.allSatisfy { $0.arrival >= opens })
    let urgent = try sample.log(priority: .p1)
    let now = sample.office.candidates(for: try sample.order(urgent), at: sample.now)
    #expect(now.eligible.contains { $0.arrival < opens })
    let soon = TimeRange(start: sample.now, length: .hours(1))
    let promised = try sample.log { $0.window = soon }
    #expect(try closed(sample, promised, at: "2026-11-24T11:00:00Z").isEmpty)
  }
}
