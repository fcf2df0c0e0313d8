public import Domain
import GRDB

/// What makes a file a sandbox: its own time, and the day that is played into it with how far it has come.
public struct Sandbox: Hashable, Sendable {
  /// What is played, in words.
  public let source: String
  /// The hash of all that is played: another day does not go into the same sandbox.
  public let hash: Digest
  /// Where the day's first instant lies in the sandbox's time.
  public let begins: Timestamp
  public var clock: SandboxClock
  /// How many lines or steps were played.
  public var position: Int
  public var counts: PlayedCounts

  public init(
    source: String, hash: Digest, begins: Timestamp, clock: SandboxClock, position: Int = 0,
    counts: PlayedCounts = PlayedCounts()
  ) {
    self.source = source
    self.hash = hash
    self.begins = begins
    self.clock = clock
    self.position = position
    self.counts = counts
  }
}

extension Sandbox {
  /// What the file says; nil in a real office.
  static func read(_ db: Database) throws -> Sandbox? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT source, hash, begins, base, started_at, speed, until, position, read, applied, flagged, skipped, refused
        FROM sandbox
        """)
    return try Row.fetchOne(statement).map { row in
      Sandbox(
        source: row.text(0), hash: row.digest(1), begins: row.instant(2),
        clock: SandboxClock(
          base: row.instant(3), startedAt: Int64(row.integer(4)), speed: row.integer(5), until: row.instant(6)
        ),
        position: row.integer(7),
        counts: PlayedCounts(
          read: row.integer(8), applied: row.integer(9), flagged: row.integer(10), skipped: row.integer(11),
          refused: row.integer(12)))
    }
  }

  func write(to db: Database) throws {
    try db.cachedStatement(
      sql: """
        REPLACE INTO sandbox (one, source, hash, begins, base, started_at, speed, until, position, read, applied,
          flagged, skipped, refused)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      source, hash.rawBytes.blob, begins.seconds, clock.base.seconds, clock.startedAt, clock.speed,
      clock.until.seconds, position, counts.read, counts.applied, counts.flagged, counts.skipped,
      counts.refused
    ])
  }
}

extension Row {
  fileprivate func instant(_ index: Int) -> Timestamp { Timestamp(seconds: Int64(integer(index))) }
}
