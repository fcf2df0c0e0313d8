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

/// A value that is made of its fields.
public protocol CompactRecord: CompactReadable {
  init(_ fields: CompactFields) throws(CompactCodingError)
}

extension CompactRecord {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try Self(try node.fields()) }

  /// Within a value that the compiler's coding reads. There is no other form than the compact one.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? CompactNodeDecoder else {
      throw CompactCodingError.unexpected(wanted: "the compact form", path: [])
    }
    self = try withExtendedLifetime(decoder) { try Self(decoder.node) }
  }
}

extension StaticString {
  /// The letters of a name, which a program has for ever.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
