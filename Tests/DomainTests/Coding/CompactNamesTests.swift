import Domain
import Testing

@Suite("Compact names")
struct CompactNamesTests {
  /// FNV-1a over the names, each closed by a zero.
  private func hash(_ names: some Sequence<String>) -> UInt64 {
    names.flatMap { Array($0.utf8) + [0] }
      .reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  @Test("the first names stay where they are: a table only grows at its end")
  func promise() {
    #expect(CompactNames.valueCount == 760)
    #expect(hash(CompactNames.table.prefix(760)) == 4_858_985_172_270_185_954)
    #expect(CompactNames.table.count == 962 && hash(CompactNames.table) == 596_170_447_648_619_279)
  }

  @Test("each name stands once and fits a key")
  func distinct() {
    #expect(Set(CompactNames.table).count == CompactNames.table.count)
    #expect(CompactNames.table.allSatisfy { (1...64).contains($0.utf8.count) })
    #expect(CompactNames.table.count <= 192 + 62 * 256)
  }
}
