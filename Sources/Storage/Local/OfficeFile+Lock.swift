import Glibc
import Synchronization

extension OfficeFile {
  /// Whether some process holds `<database>.line` just now.
  public func isLineHeld() throws(StorageError) -> Bool {
    if heldLine.withLock({ $0 != nil }) { return true }
    guard let free = try Path.tryLock(path + ".line") else { return true }
    Path.release(free)
    return false
  }

  /// Whether this process holds `<database>.line`, from now on until it ends or closes the file: its holder is the one
  /// process of a joined console that talks to the office all the time.
  public func tryHoldLine() throws(StorageError) -> Bool {
    let result: Result<Bool, StorageError> = heldLine.withLock { held in
      if held != nil { return .success(true) }
      do throws(StorageError) {
        held = try Path.tryLock(path + ".line")
        return .success(held != nil)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Gives a lock up that this process may hold.
  static func letGo(of lock: borrowing Mutex<Int32?>) {
    lock.withLock { descriptor in
      if let held = descriptor { Path.release(held) }
      descriptor = nil
    }
  }
}

extension OfficeFile {
  /// Takes a place at the desk until this process ends or closes the file; whether nobody else had one.
  public func attend() throws(StorageError) -> Bool {
    let result: Result<Bool, StorageError> = heldDesk.withLock { held in
      if held != nil { return .success(false) }
      do throws(StorageError) {
        let place = try Path.share(path + ".desk")
        held = place.descriptor
        return .success(place.isFirst)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension Path {
  /// The descriptor of a file that several have locked together, and whether nobody had before.
  static func share(_ path: String) throws(StorageError) -> (descriptor: Int32, isFirst: Bool) {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    let isFirst = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    if flock(descriptor, LOCK_SH) == 0 { return (descriptor, isFirst) }
    let code = errno
    Glibc.close(descriptor)
    throw .system(operation: "flock", errno: code, path: path)
  }

  /// The descriptor of a locked file, nothing when somebody else has locked it.
  static func tryLock(_ path: String) throws(StorageError) -> Int32? {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    let code = errno
    Glibc.close(descriptor)
    if code == EWOULDBLOCK || code == EINTR { return nil }
    throw .system(operation: "flock", errno: code, path: path)
  }

  /// Gives a lock up.
  static func release(_ descriptor: Int32) { Glibc.close(descriptor) }
}
