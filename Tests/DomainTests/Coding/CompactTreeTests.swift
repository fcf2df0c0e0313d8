import Domain
import HashTreeCollections
import Testing

@Suite("Compact coder on persistent collections")
struct CompactTreeTests {
  @Test("writes trees as it writes plain collections, in one order, and reads them back")
  func trees() throws {
    let (encoder, decoder) = (CompactEncoder(), CompactDecoder())
    var numbers = SeededNumbers(seed: 8)
    let pairs = (0..<200).map { ("key \($0)", $0) }
    let ids = (0..<200).map { _ in Identifier<Subject>.random(&numbers) }
    let tree = TreeDictionary(uniqueKeysWithValues: pairs)
    let bytes = try encoder.encode(tree)
    #expect(bytes == (try encoder.encode(Dictionary(uniqueKeysWithValues: pairs))))
    #expect(try decoder.decode(TreeDictionary<String, Int>.self, from: bytes) == tree)
    #expect(try encoder.encode(TreeSet(ids)) == encoder.encode(Set(ids.shuffled(using: &numbers))))
    #expect(
      try decoder.decode(TreeSet<Identifier<Subject>>.self, from: encoder.encode(Set(ids))) == TreeSet(ids))
    let keyed = TreeDictionary(uniqueKeysWithValues: ids.map { ($0, "x") })
    #expect(
      try encoder.encode(keyed) == encoder.encode(Dictionary(uniqueKeysWithValues: ids.map { ($0, "x") })))
    #expect(
      try decoder.decode(TreeDictionary<Identifier<Subject>, String>.self, from: encoder.encode(keyed))
        == keyed)
  }
}
