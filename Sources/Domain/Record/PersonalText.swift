/// Words about a person: the ledger keeps an id and a salted hash, the words live apart so that they can be erased.
public struct PersonalText: Hashable, Sendable {
  public let id: Identifier<PersonalText>
  /// The words, or what stands in their place once they were erased.
  public let words: String

  public static let erased = "erased"

  public init(id: Identifier<PersonalText>, words: String) {
    self.id = id
    self.words = words
  }
}

/// Where a ledger keeps personal words while it encodes and decodes; Storage brings the hash and the salt.
public protocol PersonalVault: AnyObject, Sendable {
  /// Keeps the words under their id and returns the salted hash that stands for them.
  func keep(_ text: PersonalText) -> Digest
  /// The words once kept under an id, or nil when they were erased or do not fit the hash.
  func words(of id: Identifier<PersonalText>, hash: Digest) -> String?
}

extension CodingUserInfoKey {
  /// Set to a `PersonalVault` by whoever encodes for the ledger; without it the words are written inline.
  public static let personalVault = CodingUserInfoKey(rawValue: "personalVault") ?? absent
  private static var absent: CodingUserInfoKey { preconditionFailure("a key's name is not empty") }
}

extension PersonalText: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    if let words: String = try fields.words {
      self.words = words
    } else {
      let vault = fields.userInfo[.personalVault] as? any PersonalVault
      words = vault?.words(of: id, hash: try fields.hash) ?? PersonalText.erased
    }
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    if let vault = fields.userInfo[.personalVault] as? any PersonalVault {
      fields.put("hash", vault.keep(self))
    } else {
      fields.put("words", words)
    }
  }
}
