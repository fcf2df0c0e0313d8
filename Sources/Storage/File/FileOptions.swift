public import Domain
import Glibc
import Sync

/// How a file is opened; what the room itself must not know (the clock, new ids) is brought along.
public struct FileOptions: Sendable {
  /// How a commit reaches the disk. Only the control run of a power-cut test has a use for `normal`.
  public enum Synchronous: Int, Sendable {
    case normal = 1
    case full = 2
  }

  /// When an entry is recorded.
  public var clock: @Sendable () -> Timestamp
  /// The same instant in milliseconds since 1970, for the clock of a sandbox; nil makes do with whole seconds.
  public var milliseconds: (@Sendable () -> Int64)?
  /// Seconds since the machine was started, asleep or awake (CLOCK_BOOTTIME): a clock that nobody sets.
  public var steadySeconds: @Sendable () -> Int64 = {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec)
  }
  /// Whether somebody set that clock (`CALLOUT_NOW`): then only files that were created so may be written.
  public var clockIsSet: Bool
  public var synchronous: Synchronous
  /// Whether nothing will be written, so that a read-only disk or directory is no obstacle.
  public var isReadOnly: Bool
  /// Whether the running day is loaded and the end of the chain looked at; not for a check or a rebuild of a
  /// file that would be refused.
  public var loadsState: Bool
  /// How long to wait for another process's write, in milliseconds.
  public var busyTimeoutMilliseconds: Int
  /// The largest size of the database in pages of 4,096 bytes; nil for none. For tests of a full disk.
  public var maximumPages: Int?

  /// What an office gets that is no part of its file, whenever its running day has been loaded.
  public var prepared: @Sendable (Office) -> Office = { $0 }

  /// Makes the id of what a console submits by itself: as random as any, so that a copied console is found out by it.
  public var freshSubmission: @Sendable () -> Submission.ID = {
    Submission.ID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
  }

  /// How many entries lie between two checkpoints of the past at least.
  public var entriesPerCheckpoint = 5_000

  /// The size of a snapshot's part in bytes, but for one row that is longer.
  public var snapshotPart = SnapshotLimit.part

  /// Whether a joined console fetches by itself what its snapshot left out.
  public var fetchesOlderWork = true

  /// So many bytes of its disk are left free while it does: what people do needs room first.
  public var roomKept = 1 << 30

  public init(
    clock: @escaping @Sendable () -> Timestamp, clockIsSet: Bool = false, synchronous: Synchronous = .full,
    isReadOnly: Bool = false, loadsState: Bool = true, busyTimeoutMilliseconds: Int = 5_000,
    maximumPages: Int? = nil
  ) {
    self.clock = clock
    self.clockIsSet = clockIsSet
    self.synchronous = synchronous
    self.isReadOnly = isReadOnly
    self.loadsState = loadsState
    self.busyTimeoutMilliseconds = busyTimeoutMilliseconds
    self.maximumPages = maximumPages
  }
}
