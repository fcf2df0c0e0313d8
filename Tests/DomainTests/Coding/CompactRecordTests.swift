import Domain
import Testing

@Suite("Records read themselves")
struct CompactRecordTests {
  @Test("with every field that they are written with")
  func everyField() throws {
    try check(FullRecords.order)
    try check(FullRecords.closed)
    try check(FullRecords.equipment)
    try check(FullRecords.site)
    try check(FullRecords.customer)
    try check(FullRecords.skill)
    try check(FullRecords.imported)
  }

  @Test("without the fields that may be absent, and not without the others")
  func absence() throws {
    let claim = Claim(by: .init(high: 1, low: 2), at: Timestamp(seconds: 3))
    let follow = FollowUp(until: nil, by: claim.by, at: claim.at)
    let bytes = try CompactEncoder().encode(claim)
    #expect(try CompactDecoder().decode(FollowUp.self, from: bytes) == follow)
    let error = #expect(throws: CompactCodingError.self) {
      try CompactDecoder().decode([Note].self, from: try CompactEncoder().encode([claim]))
    }
    #expect(error == .missing(path: ["0", "words"]))
  }

  @Test("and name the place where something else stands")
  func misfit() throws {
    struct Odd: Encodable { let words = "a", by = 7 }
    let bytes = try CompactEncoder().encode(Odd())
    let error = #expect(throws: CompactCodingError.self) {
      try CompactDecoder().decode(Note.self, from: bytes)
    }
    #expect(error == .unexpected(wanted: "an identifier", path: ["by"]))
  }

  @Test("and write themselves as they always were written: the bytes are a promise to every ledger")
  func bytes() throws {
    var bytes = try CompactEncoder().encode(FullRecords.order)
    bytes += try CompactEncoder().encode(FullRecords.closed)
    bytes += try CompactEncoder().encode(FullRecords.equipment)
    bytes += try CompactEncoder().encode(FullRecords.site)
    bytes += try CompactEncoder().encode(FullRecords.customer)
    bytes += try CompactEncoder().encode(FullRecords.skill)
    bytes += try CompactEncoder().encode(FullRecords.imported)
    /// FNV-1a.
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    #expect(bytes.count == 2875)
    #expect(hash == 5_399_687_604_904_391_094)
  }

  private func check<Value: CompactReadable & Encodable & Equatable>(_ full: Value) throws {
    #expect(emptyPlaces(in: full, "\(Value.self)").isEmpty, "a sample must fill every field")
    let read = try CompactDecoder().decode(Value.self, from: try CompactEncoder().encode(full))
    #expect(read == full)
  }

  /// The paths of all that holds nothing: a field that reads nothing would look the same.
  private func emptyPlaces(in value: Any, _ path: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .dictionary, .set:
      if mirror.children.isEmpty { return [path] }
      return mirror.children.prefix(1).flatMap { emptyPlaces(in: $0.value, path) }
    // These travel as texts of their own.
    case .struct where value is OpeningHours: return []
    case .struct: return mirror.children.flatMap { emptyPlaces(in: $0.value, "\(path).\($0.label ?? "")") }
    default:
      switch value {
      case let flag as Bool: return flag ? [] : [path]
      case let text as String: return text.isEmpty ? [path] : []
      default: return []
      }
    }
  }
}
