public import Domain

/// How far behind a console is given a snapshot, and how much of what has ended is in one.
public enum SnapshotLimit {
  /// Entries that it lacks; fewer are sooner folded than replaced.
  public static let farBehind = 5_000
  public static let endedWithin = Span.days(30)
  public static let endedOrders = 10_000
  /// Bytes of a part, but for one row that is longer.
  public static let part = 512 << 10
  /// Parts and bytes that a console takes at most.
  public static let (parts, bytes) = (4_096, 1 << 30)
}
