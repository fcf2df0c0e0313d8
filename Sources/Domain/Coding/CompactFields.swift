/// The fields of one map by their names: `start = try fields.start`. Asked for in the order in which they were
/// written each is found at once.
@dynamicMemberLookup
public struct CompactFields {
  let tape: UnsafePointer<CompactTape.Contents>
  let map: Int

  var userInfo: [CodingUserInfoKey: Any] { tape.pointee.whole.userInfo }

  public subscript<Value: CompactReadable>(dynamicMember name: StaticString) -> Value {
    get throws(CompactCodingError) {
      guard let child = tape.pointee.field(name.bytes, of: map, moves: true) else {
        return try Value.absent(name)
      }
      do throws(CompactCodingError) {
        return try Value(CompactNode(tape: tape, index: child))
      } catch {
        throw error.within("\(name)")
      }
    }
  }

  /// What stands under a name, whatever it is.
  public func node(_ name: StaticString) -> CompactNode? {
    tape.pointee.field(name.bytes, of: map, moves: true).map { CompactNode(tape: tape, index: $0) }
  }

  /// All fields in the order in which they stand; names that a newer console has added are left out.
  func forEach(
    _ body: (String, CompactNode) throws(CompactCodingError) -> Void
  ) throws(CompactCodingError) {
    var child = map + 1
    while child < Int(tape.pointee.nodes[map].end) {
      if let name = tape.pointee.keyName(tape.pointee.nodes[child].key) {
        do throws(CompactCodingError) {
          try body(name, CompactNode(tape: tape, index: child))
        } catch {
          throw error.within(name)
        }
      }
      child = Int(tape.pointee.nodes[child].end)
    }
  }
}
