/// How a console's file is: what to look at first when something is slow or odd.
public struct HealthReport: Hashable, Sendable {
  public let databaseBytes: Int
  /// What is free on its disk, in bytes; nil where that cannot be said.
  public let freeBytes: Int?
  public let entries: Int
  /// The hash of the last of them.
  public let head: Digest
  public let openOrders: Int
  public let allOrders: Int
  public let schemaVersion: Int
  /// When a backup was last made and verified; nil when none was.
  public let lastBackupAt: Timestamp?
  /// How a joined console stands with its office; nil in an office's own file.
  public let joined: JoinedReport?
  /// How many consoles have joined this office and were not revoked.
  public let consoles: Int

  public init(
    databaseBytes: Int, entries: Int, head: Digest, openOrders: Int, allOrders: Int, schemaVersion: Int,
    lastBackupAt: Timestamp?, joined: JoinedReport? = nil, consoles: Int = 0, freeBytes: Int? = nil
  ) {
    self.freeBytes = freeBytes
    self.joined = joined
    self.consoles = consoles
    self.databaseBytes = databaseBytes
    self.entries = entries
    self.head = head
    self.openOrders = openOrders
    self.allOrders = allOrders
    self.schemaVersion = schemaVersion
    self.lastBackupAt = lastBackupAt
  }
}
