public import Domain

/// An entry as it lies in a ledger and as it travels: a body that nobody need understand, sealed by its hash.
public struct SealedEntry: Hashable, Sendable {
  public let head: EntryHead
  public let body: [UInt8]
  /// The words about people that the body holds hashes of, but for those that were erased.
  public let personal: [PersonalWords]
  public let hash: Digest

  public init(head: EntryHead, body: [UInt8], personal: [PersonalWords], hash: Digest) {
    self.head = head
    self.body = body
    self.personal = personal
    self.hash = hash
  }

  /// Writes a body down and seals it to the entry before it.
  public init(
    _ head: EntryHead, _ body: EntryBody, after previous: Digest, log: LogID, epoch: EpochID
  ) throws(CompactCodingError) {
    let vault = WritingVault()
    let bytes = try CompactEncoder(userInfo: [.personalVault: vault]).encode(body)
    self.init(
      head: head, body: bytes, personal: vault.takeAll(),
      hash: head.hash(after: previous, log: log, epoch: epoch, body: bytes))
  }

  public var cursor: LogCursor { LogCursor(seq: head.seq, hash: hash) }

  /// Only what happened; a body that nobody can read counts as one unknown event.
  public func events(_ decoder: CompactDecoder) -> [KeptEvent] {
    do { return try decoder.decode(KeptEvents.self, from: body).events } catch { return [.unknown(nil)] }
  }
}

/// Words about a person, with the salt that their hash was made with.
public struct PersonalWords: Hashable, Sendable {
  public let id: Identifier<PersonalText>
  public let hash: Digest
  public let salt: [UInt8]
  public let words: String

  public init(id: Identifier<PersonalText>, hash: Digest, salt: [UInt8], words: String) {
    self.id = id
    self.hash = hash
    self.salt = salt
    self.words = words
  }

  /// Whether the words are those that the hash stands for.
  public var fits: Bool { saltedHash(of: words, id: id, salt: salt) == hash }
}

/// A place in a log: the number of its last entry and that entry's hash; where it begins, 0 and zero.
public struct LogCursor: Codable, Hashable, Sendable {
  public let seq: Int
  public let hash: Digest

  public static let beginning = LogCursor(seq: 0, hash: .zero)
  /// No log has more entries, and whoever says so is not believed: what is counted on from there stays a number.
  public static let mostEntries = 1 << 48

  public init(seq: Int, hash: Digest) {
    self.seq = seq
    self.hash = hash
  }

  private enum CodingKeys: String, CodingKey { case seq, hash }

  /// Refuses a place that no log has, whoever says so.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      seq: try fields.decode(Int.self, forKey: .seq), hash: try fields.decode(Digest.self, forKey: .hash))
    guard (0...Self.mostEntries).contains(seq) else {
      throw CompactCodingError.unexpected(wanted: "a place in a log", path: ["seq"])
    }
  }
}

/// A stretch of a log, from its first entry on.
public struct Epoch: Codable, Hashable, Sendable {
  public let first: Int
  public let id: EpochID

  public init(first: Int, id: EpochID) {
    self.first = first
    self.id = id
  }
}

extension [Epoch] {
  /// The one that an entry of this number is or would be in; they are in order.
  public func epoch(of seq: Int) -> EpochID? { last { $0.first <= seq }?.id }
}
