import Glibc

/// What a face without a screen has to answer.
public enum LineEvent: Hashable, Sendable {
  /// What was typed up to an end of line, without control characters; cut where it was longer than a line may be.
  case line(String, isCut: Bool)
  /// Nothing more can come.
  case ended
  case signal(Signal)
  case woken
}

/// Waits for lines, signals and other threads, on the thread that answers them.
///
/// Nothing is read ahead of what is answered: whoever sends more is made to wait by the pipe, and no memory grows.
public final class LineLoop {
  /// Bytes of the longest line.
  public static let longest = 4_000

  private let input: Int32
  private let signals: SignalPipe
  private let waker: Waker
  private var typed: [UInt8] = []
  private var isCut = false
  private var chunk: ArraySlice<UInt8> = []
  private var buffer: [UInt8] = Array(repeating: 0, count: 4_096)
  private var hasEnded = false
  /// The terminal as it was before it was told to show nothing.
  private var echoing: termios?

  public init(input: Int32, signals: SignalPipe) throws(CursesError) {
    self.input = input
    self.signals = signals
    waker = try Waker()
  }

  /// What wakes the loop from any thread; keep it where messages are sent from.
  public var wakeUp: @Sendable () -> Void { { [waker] in waker.wake() } }

  /// Waits until there is something to answer, for so long at most; one line at a time, and none while they are not
  /// wanted.
  public func next(timeoutMilliseconds: Int, takesLines: Bool = true) -> [LineEvent] {
    if takesLines, let line = line() { return [line] }
    var descriptors = [
      pollfd(fd: takesLines && !hasEnded ? input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.fd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.fd, events: Int16(POLLIN), revents: 0)
    ]
    guard poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: timeoutMilliseconds)) > 0 else {
      return []
    }
    var events: [LineEvent] = []
    if descriptors[1].revents != 0 { events += signals.drain().map(LineEvent.signal) }
    if descriptors[2].revents != 0 {
      waker.drain()
      events.append(.woken)
    }
    if descriptors[0].revents != 0 { readInput() }
    if takesLines, let line = line() { events.append(line) }
    return events
  }

  /// Whether a terminal shows what is typed: a PIN is for nobody's eyes.
  public func echo(_ isOn: Bool) {
    if isOn, var before = echoing {
      _ = tcsetattr(input, TCSANOW, &before)
      echoing = nil
    } else if !isOn, echoing == nil {
      var before = termios()
      guard tcgetattr(input, &before) == 0 else { return }
      echoing = before
      before.c_lflag &= ~UInt32(ECHO)
      _ = tcsetattr(input, TCSANOW, &before)
    }
  }
}

extension LineLoop {
  private static let newline: UInt8 = 0x0A

  private func readInput() {
    let count = read(input, &buffer, buffer.count)
    if count > 0 {
      chunk = buffer[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      hasEnded = true
    }
  }

  /// The next line of what was read; what follows it stays where it is.
  private func line() -> LineEvent? {
    let end = chunk.firstIndex(of: Self.newline)
    let part = chunk[..<(end ?? chunk.endIndex)]
    let room = Self.longest - typed.count
    typed += part.prefix(room)
    isCut = isCut || part.count > room
    chunk = end.map { chunk[($0 + 1)...] } ?? []
    // What ends without an end of line was broken off: nobody has entered it.
    guard end != nil else { return hasEnded ? .ended : nil }
    let words = String(decoding: typed, as: UTF8.self).unicodeScalars.filter {
      $0.value >= 32 && $0.value != 127
    }
    defer {
      typed = []
      isCut = false
    }
    return .line(String(String.UnicodeScalarView(words)), isCut: isCut)
  }
}
