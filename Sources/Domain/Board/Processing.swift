/// How work that falls into pieces is done.
///
/// The rules know nothing of threads; whoever has processors to spare lends them.
public protocol Processing: Sendable {
  /// What each piece comes to, in the order of the pieces.
  func results<Piece: Sendable>(of pieces: Int, _ work: @Sendable (Int) -> Piece) -> [Piece]
}

/// One piece after the other, on the thread that asks.
public struct OneByOne: Processing {
  public init() {}

  public func results<Piece: Sendable>(of pieces: Int, _ work: @Sendable (Int) -> Piece) -> [Piece] {
    (0..<pieces).map { work($0) }
  }
}
