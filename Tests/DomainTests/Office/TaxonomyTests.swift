import Domain
import TestSupport
import Testing

@Suite("Categories")
struct TaxonomyTests {
  @Test("a trade has its usual categories, by name or by a word for one", .verifies("INT-12"))
  func usual() {
    let trades = Taxonomy.usual
    #expect(trades.category("Entrapment", of: Trade("lift")) == "entrapment")
    #expect(trades.category("trapped", of: Trade("lift")) == "entrapment")
    #expect(trades.category("toner", of: Trade("lift")) == nil)
    #expect(trades.category("toner", of: nil) == "toner")
    #expect(trades.category("drip", of: nil) == nil, "a word of several stands for none")
  }

  @Test(
    "an office's own list takes the place of the usual one, and keeps what makes work P1", .verifies("INT-12")
  )
  func own() {
    var entry = Taxonomy.Entry("lift", estimate: .hours(1), hints: [], alwaysP1: ["entrapment"])
    entry.categories = [.init("doors", ["gate"])]
    let trades = Taxonomy(entries: [entry])
    #expect(trades.categories(of: Trade("lift")).map(\.name) == ["doors", "entrapment"])
    #expect(trades.category("gate", of: Trade("lift")) == "doors")
  }

  @Test("a trade that nobody has made a list for has none, whatever makes its work P1", .verifies("INT-12"))
  func none() {
    let entry = Taxonomy.Entry("gas", estimate: .hours(1), hints: ["gas"], alwaysP1: ["smell"])
    let trades = Taxonomy(entries: [entry])
    #expect(!trades.hasCategories(of: Trade("gas")) && trades.category("meter", of: Trade("gas")) == nil)
    #expect(Taxonomy.usual.hasCategories(of: Trade("lift")))
  }
}
