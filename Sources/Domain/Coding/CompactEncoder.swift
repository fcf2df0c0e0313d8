/// Writes any `Encodable` value in the one encoding of ledger and wire: small, and the same bytes for the
/// same value, always.
///
/// A value is a head byte, its kind in the upper three bits and an argument in the lower five, and what
/// follows:
///
///     0 whole number    2 bytes    4 list    6 what was said before, by its place
///     1 negative        3 text     5 map     7 false true null double float identifier name … end
///
/// An argument of 24 to 31 says that the number follows in 1 to 8 bytes. Lists and maps count up to 30 and
/// need an end mark beyond. Keys are codes of `CompactNames`. Identifiers and short texts are written once in
/// a message.
public struct CompactEncoder: Sendable {
  public var userInfo: [CodingUserInfoKey: any Sendable]
  /// How many of the table's names may be used; fewer give the bytes that an older console would write.
  public var nameCount: Int

  public init(userInfo: [CodingUserInfoKey: any Sendable] = [:], nameCount: Int = CompactNames.table.count) {
    self.userInfo = userInfo
    self.nameCount = nameCount
  }

  public func encode(_ value: some CompactWritable) throws(CompactCodingError) -> [UInt8] {
    let writer = CompactWriter(userInfo: userInfo, nameCount: nameCount)
    value.write(to: CompactSlot(writer: writer))
    return try finished(writer)
  }

  public func encode(_ value: some Encodable) throws(CompactCodingError) -> [UInt8] {
    let writer = CompactWriter(userInfo: userInfo, nameCount: nameCount)
    writer.writeAsCompiled(value)
    return try finished(writer)
  }

  private func finished(_ writer: CompactWriter) throws(CompactCodingError) -> [UInt8] {
    if let failure = writer.failure { throw failure }
    guard writer.count <= CompactLimit.messageBytes else { throw .tooLong }
    return writer.takeBytes()
  }
}

/// The kinds of heads, in the upper three bits.
enum CompactKind {
  static let unsigned: UInt8 = 0 << 5
  static let negative: UInt8 = 1 << 5
  static let bytes: UInt8 = 2 << 5
  static let text: UInt8 = 3 << 5
  static let list: UInt8 = 4 << 5
  static let map: UInt8 = 5 << 5
  static let reference: UInt8 = 6 << 5
  static let simple: UInt8 = 7 << 5
}

/// Whole head bytes of the eighth kind.
enum CompactSimple {
  static let no: UInt8 = 0xE0
  static let yes: UInt8 = 0xE1
  static let null: UInt8 = 0xE2
  static let double: UInt8 = 0xE3
  static let float: UInt8 = 0xE4
  static let identifier: UInt8 = 0xE5
  static let name: UInt8 = 0xE6
  static let end: UInt8 = 0xFF
}

enum CompactLimit {
  static let depth = 64
  /// Reading takes up to fifty times as much memory for a while.
  static let messageBytes = 1 << 26
  /// Lists and maps up to this size count themselves in their head.
  static let counted = 30
  /// Lengths of texts that are written once and then referred to, in bytes.
  static let interned = 3...64
  /// The first byte of a key: below it a one-byte code, from it on a two-byte one, at the mark a text.
  static let wideCode: UInt8 = 0xC0
  static let textKey: UInt8 = 0xFE
}
