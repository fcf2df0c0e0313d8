public import Domain
import GRDB
import Synchronization

extension OfficeFile {
  /// What time it is for everybody on this file: the sandbox's own, else the one that the file was opened with; the
  /// office's as measured, at a console whose clock is hours off.
  public var now: Timestamp {
    sandboxClock.map { $0.now(at: milliseconds) } ?? options.clock() + clockCorrection
  }

  /// What time it is outside of the sandbox, too: two machines compare their clocks by it.
  public var realNow: Timestamp { options.clock() }

  /// The clock of a sandbox as last read; nil in a real office.
  public var sandboxClock: SandboxClock? { playedClock.withLock { $0 } }

  /// Real milliseconds since 1970.
  public var milliseconds: Int64 { options.milliseconds?() ?? options.clock().seconds * 1_000 }

  /// What is played here and how far it has come; nil in a real office.
  public func sandbox() throws(StorageError) -> Sandbox? { try read { try Sandbox.read($0) } }

  /// Whether this process is the one that plays, from now on until it ends or closes the file.
  public func tryHoldPlay() throws(StorageError) -> Bool {
    let result: Result<Bool, StorageError> = playLock.withLock { held in
      if held != nil { return .success(true) }
      do throws(StorageError) {
        held = try Path.tryLock(path + ".play.lock")
        return .success(held != nil)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Plays a step into the sandbox in one transaction: what is submitted, the clock and the place reached are on
  /// record together or not at all, so that nothing is played twice and nothing is left out.
  ///
  /// Refused in a real office, which has no place to go on from.
  @discardableResult public func play(
    _ body: (inout Playing) throws -> Sandbox
  ) throws(StorageError) -> Sandbox {
    if membership != nil { throw .joined(path: path) }
    let (sandbox, state) = try write { db in
      guard let before = try Sandbox.read(db) else { throw StorageError.realOffice(path: path) }
      let state = try caughtUp(confirmed, db)
      var playing = Playing(self, db, before, state)
      let after = try body(&playing)
      try playing.finish()
      try after.write(to: db)
      return (after, playing.state)
    }
    playedClock.withLock { $0 = sandbox.clock }
    memory.withLock { _ = $0.publish(state, confirmed: state) }
    return sandbox
  }
}
