import Domain
import Foundation
import Storage
import TestSupport
import Testing

@Suite("A sealed PIN", .verifies("USR-06"))
struct PINSealTests {
  @Test("fits the PIN alone, has a salt of its own each time, and says nothing of it")
  func seal() throws {
    let sealed = try PINSeal.seal("8642")
    let again = try PINSeal.seal("8642")
    #expect(sealed != again && sealed.hasPrefix("scrypt$32768$8$3$") && !sealed.contains("8642"))
    #expect(try PINSeal.fits("8642", sealed))
    #expect(try !PINSeal.fits("8643", sealed))
  }

  @Test("is no seal when it was erased, cut or asks for more memory than a desk has")
  func broken() throws {
    let sealed = try PINSeal.seal("8642")
    for words in [
      "", "erased", "scrypt$32768$8$3$$", String(sealed.dropLast()), sealed + "00",
      sealed.replacingOccurrences(of: "$32768$", with: "$1073741824$"),
      sealed.replacingOccurrences(of: "$32768$", with: "$32767$")
    ] {
      #expect(try !PINSeal.fits("8642", words), "\(words)")
    }
  }

  @Test("lies beside the ledger: an entry holds its hash, and it can be erased")
  func apart() throws {
    let office = try SampleOffice()
    let sealed = PersonalText(id: .init(high: 77, low: 1), words: try PINSeal.seal("8642"))
    try office.submit(.setPIN(SampleOffice.owner, SetPIN(sealed)))
    let entry = try #require(try office.file.entries(since: 0, limit: 1_000).last)
    #expect(entry.events == [.person(SampleOffice.owner, .pinSet(sealed))])
    try office.file.erasePersonalText(sealed.id)
    #expect(try office.file.load().office.person(SampleOffice.owner)?.pin?.words == PersonalText.erased)
    #expect(try office.file.check().problems.isEmpty)
  }
}
