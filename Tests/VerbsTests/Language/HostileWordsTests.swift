import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Hostile words")
struct HostileWordsTests {
  static let pieces = [
    "log", "assign", "hold", "move", "edit", "contract", "edit", "office", "set", "shift", "20401", ".", "-",
    "--", "@best",
    "ana", "\"", "'", "\\", "=", "P1=", "P1=1h/", "//", ":", "+", "-", "--override", "--length=", "\u{1B}[2J",
    "\u{202E}",
    "\u{0}", "é\u{301}\u{301}", "👩‍👩‍👧", "999999999999999999999", "-9223372036854775808", "9999-99-99", "24:00",
    "at",
    "from", "to", "of", "99999999d", "1e309", "NaN,NaN", "trade:", "due<", "Mon-Fri", "\t", "\n", "🀄", "ﷺ",
    "#20401",
    "summary=", "window=1/2", "pauses=parts:", "holidays=,", "skills=:", "fee.=1", "rule.skill=warn", "P9"
  ]

  @Test("never trap, whatever is typed, in line, shell, filter and completion", arguments: 0..<40)
  func fuzz(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let desk = try ParsingTests.desk()
    let context = desk.context()
    for _ in 0..<60 {
      let count = Int.random(in: 0...9, using: &numbers)
      let words = (0..<count).map { _ in HostileWordsTests.pieces.randomElement(using: &numbers) ?? "" }
      let line = words.joined(separator: Bool.random(using: &numbers) ? " " : "")
      do { _ = try Verbs.parse(line: line, in: context).act(in: context) } catch {
        #expect(error is UsageFault || error is Refusal)
      }
      do { _ = try Verbs.parse(words: words, in: context).act(in: context) } catch {
        #expect(error is UsageFault || error is Refusal)
      }
      do { _ = try QueueFilter(line) } catch { #expect(!error.message.isEmpty) }
      let offers = Verbs.completions(of: line, at: Int.random(in: -3...40, using: &numbers), in: context)
      #expect(offers.count <= 200)
    }
  }

  @Test("a line of a megabyte and one of a hundred thousand words are turned away")
  func tooMuch() throws {
    let desk = try Desk()
    #expect(
      desk.fault("note 20401 " + String(repeating: "x", count: 1_000_000))?.message.contains("longer than")
        == true)
    #expect(desk.fault(String(repeating: "a ", count: 20_000))?.message.contains("too many") == true)
    #expect(throws: UsageFault.self) {
      try Verbs.parse(words: Array(repeating: "a", count: 100_000), in: desk.context())
    }
  }

  @Test("an open quote is told, and completes all the same")
  func openQuote() throws {
    let desk = try Desk()
    #expect(desk.fault("note 20401 \"half")?.message.contains("quote is open") == true)
    let offers = Verbs.completions(of: "site show \"Quay", at: 15, in: desk.context())
    #expect(offers.map(\.text) == ["\"Quay House\""])
  }
}
