import CNcurses

/// Where the process has its memory from.
public enum Heap {
  /// Has all threads share one heap, before any of them begins: with one of its own each keeps what the office was
  /// read with, see decision 0064. Where the system does not take it the process works as before.
  public static func share() { cn_share_heap() }
}
