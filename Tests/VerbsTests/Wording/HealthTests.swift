import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("The health of a file")
struct HealthTests {
  private let versions = [("callout", "1.2"), ("sqlite", "3.40.1")]

  private func report(
    _ now: Timestamp, joined: JoinedReport? = nil, free: Int = 40 << 30
  ) throws -> HealthReport {
    let head = try #require(Digest(rawBytes: [UInt8](repeating: 0xAB, count: 32)))
    return HealthReport(
      databaseBytes: 12 << 20, entries: 4_711, head: head, openOrders: 7, allOrders: 31, schemaVersion: 9,
      lastBackupAt: now - .days(2), joined: joined, consoles: 3, freeBytes: free)
  }

  @Test("says size and room, entries and orders, versions and the last backup", .verifies("ADM-03", "ADM-02"))
  func alone() throws {
    let desk = try Desk()
    let lines = try desk.wording().health(report(desk.now), versions: versions)
    for line in [
      "Office       \(desk.office.profile.name), the office of 3 consoles", "Entries      4711",
      "Orders       7 open, 31 in all", "Size         12 MB, 40 GB free",
      "Versions     callout 1.2, sqlite 3.40.1, schema 9",
      "Last backup  \(desk.wording().time(desk.now - .days(2)))"
    ] { #expect(lines.contains(line), "\(line) in \(lines)") }
    let little = try desk.wording().health(report(desk.now, free: 100 << 20), versions: versions)
    #expect(little.contains { $0.contains("only 100 MB free: make room") }, "\(little)")
    let json = try Objects.health(report(desk.now), versions: versions, in: desk.office, at: desk.now).text
    for part in [
      "\"databaseBytes\":\(12 << 20)", "\"freeBytes\":\(40 << 30)", "\"entries\":4711", "\"schemaVersion\":9",
      "\"lastBackupAt\":\"\((desk.now - .days(2)).rfc3339)\""
    ] { #expect(json.contains(part), "\(part) in \(json)") }
  }

  @Test("says how a joined console stands with its office", .verifies("ADM-03"))
  func joined() throws {
    let desk = try Desk()
    let joined = JoinedReport(
      address: "https://office.example:7420", lastSyncAt: desk.now - .minutes(4), waiting: 5, doubtful: 2,
      isTurnedAway: true, clockSkew: .minutes(7))
    let text = try desk.wording().health(report(desk.now, joined: joined), versions: versions)
      .joined(separator: "\n")
    for words in [
      "office.example", "4 min", "5 ", "2 of them would be refused now", "turned away", "7 min behind"
    ] { #expect(text.contains(words), "\(words) in \(text)") }
    let json = try Objects.health(
      report(desk.now, joined: joined), versions: versions, in: desk.office, at: desk.now
    ).text
    for part in [
      "\"pending\":5", "\"turnedAway\":true", "\"lagSeconds\":240", "\"clockSkewSeconds\":420"
    ] { #expect(json.contains(part), "\(part) in \(json)") }
  }
}
