import Dispatch
public import Domain
import Synchronization

/// Pieces of work on all processors.
public struct SideBySide: Processing {
  public init() {}

  public func results<Piece: Sendable>(of pieces: Int, _ work: @Sendable (Int) -> Piece) -> [Piece] {
    let done = Mutex<[(number: Int, piece: Piece)]>([])
    DispatchQueue.concurrentPerform(iterations: pieces) { number in
      let piece = work(number)
      done.withLock { $0.append((number, piece)) }
    }
    return done.withLock { $0 }.sorted { $0.number < $1.number }.map(\.piece)
  }
}
