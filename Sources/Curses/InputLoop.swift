import Glibc
public import Terminal

/// Waits for everything a console has to answer, on the thread that owns the screen.
///
/// Sleeps in one `poll` until there is something; all pending input is read before it returns, a lone Esc is
/// decided 25 ms after it came, and a burst of size changes is one event.
public final class InputLoop {
  private let screen: CursesScreen
  private let signals: SignalPipe
  private let waker: Waker
  private var decoder: KeyDecoder
  /// When the decoder's open sequence is given up, in monotonic milliseconds.
  private var decoderDeadline: Int64?
  private var resizeDeadline: Int64?
  private var isHungUp = false
  private var bytes: [UInt8] = Array(repeating: 0, count: 4096)

  private static let resizePauseMilliseconds: Int64 = 25
  /// Most bytes read in one turn, so that a flood of input cannot keep a frame from being drawn.
  private static let turnLimit = 1 << 16

  public init(
    screen: CursesScreen, signals: SignalPipe, decoder: KeyDecoder = KeyDecoder()
  ) throws(CursesError) {
    self.screen = screen
    self.signals = signals
    self.decoder = decoder
    waker = try Waker()
  }

  /// What wakes the loop from any thread; keep it where messages are sent from.
  public var wakeUp: @Sendable () -> Void { { [waker] in waker.wake() } }

  /// Wakes the loop; for any thread.
  public func wake() { waker.wake() }

  /// Waits until there is something to answer; nil waits for ever, 0 only looks.
  public func next(timeoutMilliseconds: Int? = nil) -> [LoopEvent] {
    let end = timeoutMilliseconds.map { Self.now() + Int64(max(0, $0)) }
    while true {
      var events: [LoopEvent] = []
      let ready = wait(until: [end, decoderDeadline, resizeDeadline].compactMap { $0 }.min())
      if ready.signals { answerSignals(&events) }
      if ready.input { readInput(&events) }
      if ready.woken {
        waker.drain()
        events.append(.woken)
      }
      if ready.output { events.append(.drawable) }
      let now = Self.now()
      if let deadline = decoderDeadline, now >= deadline { add(decoder.flush(), to: &events) }
      if let deadline = resizeDeadline, now >= deadline {
        resizeDeadline = nil
        events.append(.resized(screen.resize()))
      }
      if !events.isEmpty { return events }
      if let end, now >= end { return [.timer] }
    }
  }

  /// Gives the terminal back and stops, as ^Z is to do; returns when continued, with what is to be answered then.
  public func suspend() throws(CursesError) -> [LoopEvent] {
    try screen.suspend()
    var events: [LoopEvent] = []
    for signal in signals.drain() where signal != .continued && signal != .suspend && signal != .windowChanged
    {
      events.append(.signal(signal))
    }
    return events + [.resized(screen.resize())]
  }
}

extension InputLoop {
  private struct Ready {
    var input = false
    var signals = false
    var woken = false
    var output = false
  }

  private func wait(until deadline: Int64?) -> Ready {
    var descriptors = [
      pollfd(fd: isHungUp ? -1 : screen.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.fd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.fd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: screen.isFramePending ? screen.output : -1, events: Int16(POLLOUT), revents: 0)
    ]
    let milliseconds = deadline.map { Int32(clamping: max(0, $0 - Self.now())) } ?? -1
    let found = poll(&descriptors, nfds_t(descriptors.count), milliseconds)
    guard found > 0 else { return Ready() }
    return Ready(
      input: descriptors[0].revents != 0, signals: descriptors[1].revents != 0,
      woken: descriptors[2].revents != 0, output: descriptors[3].revents != 0)
  }

  private func readInput(_ events: inout [LoopEvent]) {
    var found: [Input] = []
    var total = 0
    while total < Self.turnLimit {
      let count = read(screen.input, &bytes, bytes.count)
      if count > 0 {
        total += count
        found += decoder.feed(bytes.prefix(count))
        // Less than there was room for: nothing is left, and the next wait sees what comes meanwhile.
        if count < bytes.count || !hasInput() { break }
      } else if count < 0, errno == EINTR || errno == EAGAIN {
        break
      } else {
        isHungUp = true
        break
      }
    }
    add(found, to: &events)
    if isHungUp { events.append(.hangup) }
  }

  private func hasInput() -> Bool {
    var look = pollfd(fd: screen.input, events: Int16(POLLIN), revents: 0)
    return poll(&look, 1, 0) > 0
  }

  /// Answers to the screen's own questions stay here.
  private func add(_ found: [Input], to events: inout [LoopEvent]) {
    decoderDeadline = decoder.pendingDeadlineMilliseconds.map { Self.now() + Int64($0) }
    var kept: [Input] = []
    for input in found {
      if case .privateMode(2026, let isKnown) = input {
        screen.synchronizesOutput = isKnown
      } else {
        kept.append(input)
      }
    }
    if !kept.isEmpty { events.append(.input(kept)) }
  }

  private func answerSignals(_ events: inout [LoopEvent]) {
    for signal in signals.drain() {
      switch signal {
      case .windowChanged: resizeDeadline = resizeDeadline ?? Self.now() + Self.resizePauseMilliseconds
      case .continued:
        // Stopped behind our back: whoever ran meanwhile has left the terminal in another state.
        do {
          try screen.resume()
          events.append(.resized(screen.resize()))
        } catch {
          events.append(.hangup)
        }
      case .terminate, .hangup, .interrupt, .quit, .suspend: events.append(.signal(signal))
      }
    }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
