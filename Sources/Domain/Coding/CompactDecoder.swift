/// Reads what `CompactEncoder` wrote; fields it does not ask for are skipped. Safe on any bytes.
public struct CompactDecoder: Sendable {
  public var userInfo: [CodingUserInfoKey: any Sendable]

  public init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) { self.userInfo = userInfo }

  public func decode<Value: CompactReadable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(CompactCodingError) -> Value {
    let tape = try CompactTape(bytes, userInfo: userInfo)
    return try withExtendedLifetime(tape) { () throws(CompactCodingError) in
      try Value(CompactNode(tape: UnsafePointer(tape.contents), index: 0))
    }
  }

  public func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(CompactCodingError) -> Value {
    let tape = try CompactTape(bytes, userInfo: userInfo)
    do {
      return try CompactNodeDecoder(tape: tape, index: 0).decode(type)
    } catch {
      throw CompactCodingError(error)
    }
  }
}
