public import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// The key that an office signs with, made the first time; nil where no console may join.
  func officeKey() throws(StorageError) -> OfficeKey? {
    if membership != nil { return nil }
    if let known = signing.withLock({ $0 }) { return known }
    guard try isOfficeStarted() else { return nil }
    let key: OfficeKey
    if let known = try OfficeKey.read(beside: path) {
      key = known
    } else if canBeWritten, !options.isReadOnly {
      key = try OfficeKey.make(beside: path)
    } else {
      return nil
    }
    signing.withLock { $0 = key }
    return key
  }

  /// What consoles know this office by; nil before it takes any.
  public func publicKey() throws(StorageError) -> Bytes? { try officeKey().map { Bytes($0.publicKey) } }

  /// Signs that the log has an entry, and the seal of what is told with it.
  func signed(_ end: LogCursor, _ epochs: [Epoch], _ seal: Digest) throws -> SignedHead? {
    guard let key = try officeKey() else { return nil }
    let epoch = epochs.epoch(of: max(end.seq, 1)) ?? identity.epoch
    return try SignedHead(end, of: identity.log, epoch: epoch, at: options.clock(), digest: seal) {
      try key.signature(of: $0)
    }
  }
}

extension OfficeFile {
  /// Takes whose signature is the office's from now on.
  static func pin(_ key: Bytes, _ db: Database) throws {
    try db.execute(
      sql: "REPLACE INTO pinned (one, key) VALUES (1, ?)", arguments: [key.rawBytes.blob])
  }

  /// Refuses what the office that this console joined has not signed; nil where nothing says whose signature counts.
  @discardableResult func checkSigned(
    _ signed: SignedHead?, _ end: LogCursor, _ epochs: [Epoch], _ seal: Digest, _ db: Database
  ) throws -> SignedHead? {
    guard let row = try Row.fetchOne(db, sql: "SELECT key FROM pinned") else { return nil }
    let epoch = epochs.epoch(of: max(end.seq, 1)) ?? identity.epoch
    guard let signed, signed.end == end, signed.epoch == epoch, signed.digest == seal,
      signed.isSigned(by: row.bytes(0), for: identity.log)
    else {
      throw StorageError.foreignPage(
        path: path, detail: "the office that this console joined has not signed it")
    }
    return signed
  }

  /// The same for a page whose chain is verified.
  @discardableResult func checkSigned(_ page: Page, _ db: Database) throws -> SignedHead? {
    try checkSigned(page.signed, page.end, page.epochs, page.seal, db)
  }

  /// Keeps the office's word.
  func keep(_ signed: SignedHead?, _ db: Database) throws {
    guard let signed else { return }
    let clock = options.clock()
    let (ahead, beside) = (signed.at - clock, clock.seconds - options.steadySeconds())
    try db.execute(
      sql: "REPLACE INTO settings (name, value) VALUES (?, ?), (?, ?)",
      arguments: [Self.skewSetting, String(ahead.seconds), Self.besideSetting, String(beside)])
    measuredClock.withLock { $0 = MeasuredClock(ahead: ahead, beside: beside) }
    if signed.end.seq == 0 { return }
    try db.execute(
      sql: """
        INSERT INTO signed (seq, epoch, hash, signed_at, signature, seal) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (seq, epoch) DO UPDATE SET
          signed_at = excluded.signed_at, signature = excluded.signature, seal = excluded.seal
        WHERE seal IS NULL AND broken_at IS NULL AND hash = excluded.hash
        """,
      arguments: [
        signed.end.seq, signed.epoch.blob, signed.end.hash.rawBytes.blob, signed.at.seconds,
        signed.signature.rawBytes.blob, signed.digest?.rawBytes.blob
      ])
    try db.execute(
      sql: """
        DELETE FROM signed WHERE broken_at IS NULL
          AND seq < (SELECT min(seq) FROM (SELECT seq FROM signed ORDER BY seq DESC LIMIT 64))
        """)
  }

  /// Notes what the office has signed and has no more, although its log goes on as if nothing had happened: whoever
  /// restores it begins another epoch. What lies between what both have and what it has lost nobody has asked it for,
  /// where no entries are here to ask by; that is let go of.
  func noteBroken(_ ground: CommonGround, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT seq, epoch FROM signed WHERE seq > ? AND broken_at IS NULL",
      arguments: [ground.cursor.seq])
    for row in rows {
      let epoch: EpochID? = row.identifier(1)
      if ground.lost.seq <= row.integer(0), ground.epochs.epoch(of: row.integer(0)) == epoch {
        try db.execute(
          sql: "UPDATE signed SET broken_at = ? WHERE seq = ? AND epoch = ?",
          arguments: [now.seconds, row.integer(0), row.bytes(1).blob])
      } else {
        try db.execute(
          sql: "DELETE FROM signed WHERE seq = ? AND epoch = ?",
          arguments: [row.integer(0), row.bytes(1).blob])
      }
    }
  }

  /// The last entry that the office has signed and then had no more; nil where it has kept its word.
  func brokenWord(_ db: Database) throws -> BrokenWord? {
    let sql = "SELECT seq, signed_at FROM signed WHERE broken_at IS NOT NULL ORDER BY seq DESC LIMIT 1"
    guard try db.tableExists("signed") else { return nil }
    return try Row.fetchOne(db, sql: sql).map { row in
      BrokenWord(entry: row.integer(0), signedAt: Timestamp(seconds: Int64(row.integer(1))))
    }
  }

  /// How far the office's clock is ahead of this machine's, as it was measured last; nil before.
  public func clockSkew() throws(StorageError) -> Span? { try read { try clockSkew($0) } }

  func clockSkew(_ db: Database) throws -> Span? {
    try number(Self.skewSetting, db).map { .seconds($0) }
  }

  /// Goes by what was measured last, by whichever process of this console.
  func goByMeasuredClock(_ db: Database) throws {
    guard membership != nil, let skew = try clockSkew(db) else { return }
    let measured = MeasuredClock(ahead: skew, beside: try number(Self.besideSetting, db))
    measuredClock.withLock { $0 = measured }
  }

  /// How far the office's time is ahead of this machine's clock where that is hours off; one that was set by hand is
  /// meant so.
  var clockCorrection: Span {
    guard !options.clockIsSet, let measured = measuredClock.withLock({ $0 }) else { return .zero }
    return measured.correction(options.clock(), steady: options.steadySeconds())
  }

  private func number(_ setting: String, _ db: Database) throws -> Int64? {
    let sql = "SELECT value FROM settings WHERE name = ?"
    return try String.fetchOne(db, sql: sql, arguments: [setting]).flatMap { Int64($0) }
  }

  private static var skewSetting: String { "clock.skew" }
  private static var besideSetting: String { "clock.beside" }
}
