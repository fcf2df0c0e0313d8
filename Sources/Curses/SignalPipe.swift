import CNcurses
import Glibc

/// A signal the loop is to answer.
public enum Signal: Hashable, Sendable {
  case terminate
  case hangup
  case interrupt
  case quit
  case suspend
  case continued
  case windowChanged

  init?(number: UInt8) {
    switch Int32(number) {
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangup
    case SIGINT: self = .interrupt
    case SIGQUIT: self = .quit
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .continued
    case SIGWINCH: self = .windowChanged
    default: return nil
    }
  }
}

/// Signals as bytes in a pipe, so that the loop reads them between two frames instead of being interrupted.
///
/// A loop that does not read is not a prison: a second wish to end, two seconds after the first, ends the process.
public final class SignalPipe: Sendable {
  /// Readable when a signal waits.
  public let fd: Int32

  /// Installs the handlers; a process has one such pipe, and every instance is that one.
  public init() throws(CursesError) {
    fd = cn_install_loop_signals()
    if fd < 0 { throw .system(call: "pipe2", code: errno) }
  }

  /// Takes what waits, in order; never blocks.
  public func drain() -> [Signal] {
    var signals: [Signal] = []
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while true {
      let count = read(fd, &bytes, bytes.count)
      if count <= 0 { break }
      signals += bytes.prefix(count).compactMap(Signal.init(number:))
    }
    cn_loop_has_seen_signals()
    return signals
  }
}
