import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Words about people that the office erases")
struct ErasingTests {
  private static let text = Identifier<PersonalText>(high: 9, low: 500)
  private static let words = "Zacharias Unterberger"

  /// How often the words are in a database, its log or anything else beside it.
  static func count(_ words: String = Self.words, beside path: String) throws -> Int {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }.reduce(0)
    {
      sum, file in
      let data = try Data(contentsOf: URL(filePath: folder + "/" + file))
      return sum + (data.range(of: Data(words.utf8)) == nil ? 0 : 1)
    }
  }

  @Test("are gone from the files of the office and of a console after its next pull", .verifies("UX-06"))
  func erased() throws {
    try JoinedFileTests.joined { office, console in
      func submit(_ command: Command, id: UInt64) throws {
        try office.submit(
          TwoDesks.submission([command], id: id, by: TwoDesks.owner, from: ConsoleID(high: 1, low: 3)))
      }
      let person = Person(
        id: Person.ID(high: 2, low: 50), handle: "zac",
        name: PersonalText(id: Self.text, words: Self.words), role: .helpdesk)
      try submit(.addPerson(AddPerson(person)), id: 80)
      let site = Site(id: Site.ID(high: 12, low: 1), name: "Quay House", customer: nil)
      try submit(.addSite(AddSite(site)), id: 81)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.person(person.id)?.name.words == Self.words)
      #expect(try Self.count(beside: office.path) > 0 && Self.count(beside: console.path) > 0)
      try submit(.eraseWords(EraseWords([Self.text])), id: 82)
      #expect(office.state.office.person(person.id)?.name.words == PersonalText.erased)
      #expect(try Self.count(beside: office.path) == 0)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.person(person.id)?.name.words == PersonalText.erased)
      #expect(try Self.count(beside: console.path) == 0)
      #expect(console.state.head == office.state.head)
      #expect(try console.check().problems == [] && office.check().problems == [])
      #expect(try console.digest() == office.digest())
    }
  }

  @Test("are erased at the office by who may, from a console too, and by nobody else")
  func asked() throws {
    try JoinedFileTests.joined { office, console in
      #expect(throws: SubmitError.self) {
        try console.submit(
          TwoDesks.submission(
            [.eraseWords(EraseWords([Self.text]))], id: 90, by: TwoDesks.people[1],
            from: TwoDesks.consoles[1]))
      }
      let forged = try TwoDesks.waiting(
        [.eraseWords(EraseWords([Identifier(high: 9, low: 8)]))], id: 91, count: 1, console: 0)
      _ = try TwoDesks.push([forged], TwoDesks.registrar(0), to: office)
      #expect(office.state.office.technician(TwoDesks.technicians[0])?.name.words == "T 0")
      #expect(office.state.office.openConflicts.count == 1)
    }
  }
}
