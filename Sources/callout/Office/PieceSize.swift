/// How many bytes are asked for at once beside what people do: half as many wherever somebody typed before they were
/// here.
struct PieceSize {
  /// At most what a line of 64 kbit/s carries in some ten seconds.
  private static let (largest, smallest) = (64 << 10, 4 << 10)
  private(set) var bytes = largest

  mutating func came() { bytes = min(Self.largest, bytes * 2) }
  mutating func wasLetGo() { bytes = max(Self.smallest, bytes / 2) }
}
