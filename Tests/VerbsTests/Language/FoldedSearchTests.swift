import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Folded search")
struct FoldedSearchTests {
  static let letters = Array("abAB-_ ,.'9é Øß\u{301}ł店ik·–İ\u{212A}")

  @Test("finds what folding and looking finds, whatever the letters", arguments: 0..<20)
  func same(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func text(_ longest: Int) -> String {
      let count = Int.random(in: 0...longest, using: &numbers)
      let isPlain = Bool.random(using: &numbers)
      let letters = isPlain ? Self.letters.prefix(11) : Self.letters[...]
      return String((0..<count).compactMap { _ in letters.randomElement(using: &numbers) })
    }
    for _ in 0..<800 {
      let (whole, word) = (text(24), text(3).folded)
      #expect(whole.holds(folded: word) == whole.folded.contains(word), "\(whole) \(word)")
    }
  }
}
