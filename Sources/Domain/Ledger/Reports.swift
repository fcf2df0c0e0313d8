/// What a check of a file found: the whole chain, the rows against the fold of the ledger, SQLite's own check.
public struct CheckReport: Hashable, Sendable {
  public let entries: Int
  public let head: Digest
  /// The hash of the state, the same on every console of one scope.
  public let digest: Digest
  public let problems: [String]
  /// Whether entries of the ledger are among what is wrong: nothing can be made anew from it then.
  public let isLedgerBroken: Bool
  /// Attached files that are not here yet: another console or the office has them.
  public let awaited: Int
  /// What was taken over from the office and is not verified here; nil where the whole ledger is.
  public let takenOver: TakenOverReport?

  public init(
    entries: Int, head: Digest, digest: Digest, problems: [String], isLedgerBroken: Bool = false,
    awaited: Int = 0, takenOver: TakenOverReport? = nil
  ) {
    self.isLedgerBroken = isLedgerBroken
    self.takenOver = takenOver
    self.awaited = awaited
    self.entries = entries
    self.head = head
    self.digest = digest
    self.problems = problems
  }
}

/// What a console took over from its office as rows instead of folding the entries.
public struct TakenOverReport: Hashable, Sendable {
  /// The last entry that is in those rows, and when it was recorded.
  public let through: Int
  public let recordedAt: Timestamp
  /// Entries up to this one are here; those after it, up to the last one above, are at the office.
  public let known: Int
  /// Work that ended from then on is here; all of it from the beginning of time on.
  public let endedSince: Timestamp
  /// How many orders came with them.
  public let orders: Int
  /// Whether they are one person's own work, and all that this console may hold.
  public let isScoped: Bool
  /// Why what is missing does not follow by itself just now; nil where it does, while a console is open.
  public let rest: OlderRest?

  public init(
    through: Int, recordedAt: Timestamp, known: Int, endedSince: Timestamp, orders: Int,
    isScoped: Bool = false, rest: OlderRest? = nil
  ) {
    self.rest = rest
    self.isScoped = isScoped
    self.through = through
    self.recordedAt = recordedAt
    self.known = known
    self.endedSince = endedSince
    self.orders = orders
  }

  /// How many entries are not here.
  public var missing: Int { max(0, through - known) }

  /// Whether all work that has ended is here.
  public var hasAllOrders: Bool { endedSince <= .epoch }

  /// Whether nothing is at the office alone that may be here.
  public var isWhole: Bool { isScoped || hasAllOrders && missing == 0 }
}

/// Why a console does not fetch what its snapshot left out.
public enum OlderRest: String, Hashable, Sendable {
  /// Its configuration says so.
  case turnedOff
  /// Too little is free on its disk.
  case noRoom
}

/// How a console's file is: what to look at first when something is slow or odd.
public struct HealthReport: Hashable, Sendable {
  public let databaseBytes: Int
  /// What is free on its disk, in bytes; nil where that cannot be said.
  public let freeBytes: Int?
  public let entries: Int
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
    databaseBytes: Int, entries: Int, openOrders: Int, allOrders: Int, schemaVersion: Int,
    lastBackupAt: Timestamp?, joined: JoinedReport? = nil, consoles: Int = 0, freeBytes: Int? = nil
  ) {
    self.freeBytes = freeBytes
    self.joined = joined
    self.consoles = consoles
    self.databaseBytes = databaseBytes
    self.entries = entries
    self.openOrders = openOrders
    self.allOrders = allOrders
    self.schemaVersion = schemaVersion
    self.lastBackupAt = lastBackupAt
  }
}

/// An entry that an office had signed and had no more later, without having been restored.
public struct BrokenWord: Hashable, Sendable {
  public let entry: Int
  public let signedAt: Timestamp

  public init(entry: Int, signedAt: Timestamp) {
    self.entry = entry
    self.signedAt = signedAt
  }
}

/// How a joined console stands with its office.
public struct JoinedReport: Hashable, Sendable {
  public let address: String
  /// Which console this is; nil where that is not asked.
  public let console: ConsoleID?
  /// When the office was last heard of; nil before the first time.
  public let lastSyncAt: Timestamp?
  /// How many commands wait for the office's answer, and how many of them it would refuse as things stand.
  public let waiting: Int
  public let doubtful: Int
  /// Whether the office did not know it any more when it was asked last.
  public let isTurnedAway: Bool
  /// What was taken over from the office; nil where the whole ledger is here.
  public let takenOver: TakenOverReport?
  /// How far the office's clock is ahead of this machine's; nil where it was never measured.
  public let clockSkew: Span?
  /// What the office signed and then had no more; nil where it has kept its word.
  public let brokenWord: BrokenWord?

  /// A difference between clocks that is worth a word when it is larger, either way.
  public static let oddSkew = Span.minutes(1)

  public init(
    address: String, console: ConsoleID? = nil, lastSyncAt: Timestamp?, waiting: Int, doubtful: Int,
    isTurnedAway: Bool = false, takenOver: TakenOverReport? = nil, clockSkew: Span? = nil,
    brokenWord: BrokenWord? = nil
  ) {
    self.isTurnedAway = isTurnedAway
    self.console = console
    self.clockSkew = clockSkew
    self.brokenWord = brokenWord
    self.takenOver = takenOver
    self.address = address
    self.lastSyncAt = lastSyncAt
    self.waiting = waiting
    self.doubtful = doubtful
  }
}

/// One order that a search found.
public struct SearchHit: Hashable, Sendable, Identifiable {
  public let id: WorkOrder.ID
  public let number: Int
  public let isOpen: Bool
  public let receivedAt: Timestamp
  public let summary: String
  public let siteName: String
  /// The text in which the words were found, cut around them.
  public let excerpt: String

  public init(
    id: WorkOrder.ID, number: Int, isOpen: Bool, receivedAt: Timestamp, summary: String, siteName: String,
    excerpt: String
  ) {
    self.id = id
    self.number = number
    self.isOpen = isOpen
    self.receivedAt = receivedAt
    self.summary = summary
    self.siteName = siteName
    self.excerpt = excerpt
  }
}

/// What became of the rows of an import; it always adds up: read = created + updated + skipped + refused.
public struct ImportReport: Hashable, Sendable {
  public var read = 0
  public var created = 0
  public var updated = 0
  public var skipped = 0
  public var refused = 0
  /// Accepted rows whose times contradict each other; counted among the created and updated.
  public var flagged = 0
  /// Whether the orders came from an export of Callout, and how many of them left a hold or a visit behind.
  public var leftBehind: Int?
  /// How often each reason for refusing or skipping occurred.
  public var reasons: [String: Int] = [:]
  /// The file that holds the refused rows with their lines and reasons; nil when none was refused.
  public var refusedFile: String?

  public init() {}

  public var addsUp: Bool { read == created + updated + skipped + refused }
}
