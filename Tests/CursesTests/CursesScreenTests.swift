import Curses
import Glibc
import Terminal
import Testing

@Suite("Curses screen", .serialized)
struct CursesScreenTests {
  private func canvas(_ text: String, width: Int = 40, height: Int = 6) -> Canvas {
    var canvas = Canvas(width: width, height: height)
    canvas.put(text, at: Point(column: 1, row: 1), style: Style(role: 1))
    return canvas
  }

  private func opened(width: Int = 40, height: Int = 6) throws -> (PseudoTerminal, CursesScreen) {
    let terminal = try PseudoTerminal(width: width, height: height)
    return (terminal, try CursesScreen(input: terminal.far, output: terminal.far, term: "xterm-256color"))
  }

  @Test("refuses what is no terminal, and an unknown one")
  func refuses() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    #expect(throws: CursesError.notATerminal) { try CursesScreen(input: ends[0], output: ends[1]) }
    let terminal = try PseudoTerminal(width: 40, height: 6)
    let before = terminal.modes
    #expect(throws: CursesError.unknownTerminal("no-such-terminal")) {
      try CursesScreen(input: terminal.far, output: terminal.far, term: "no-such-terminal")
    }
    #expect(terminal.modes == before)
  }

  @Test("believes no terminal that it is larger than any")
  func hugeTerminal() throws {
    let (terminal, screen) = try opened(width: 65_535, height: 65_535)
    #expect(screen.size == Size(width: 1_000, height: 500))
    terminal.resize(width: 80, height: 24)
    #expect(screen.resize() == Size(width: 80, height: 24))
    terminal.resize(width: 2_000, height: 40)
    #expect(screen.resize() == Size(width: 1_000, height: 40))
  }

  @Test("takes the terminal and gives it back as it was")
  func restores() throws {
    let terminal = try PseudoTerminal(width: 40, height: 6)
    let before = terminal.modes
    let screen = try CursesScreen(input: terminal.far, output: terminal.far, term: "xterm-256color")
    screen.mouse(on: true)
    #expect(terminal.modes != before)
    screen.draw(canvas("hello"), sheet: StyleSheet())
    let entered = terminal.output()
    #expect(entered.contains("\u{1B}[?1049h") && entered.contains("\u{1B}[?2004h"))
    #expect(entered.contains("hello"))
    screen.close()
    screen.close()
    let left = terminal.output()
    for mode in ["1049l", "2004l", "1000l", "1006l"] {
      #expect(left.components(separatedBy: "\u{1B}[?\(mode)") == 2, "\(mode)")
    }
    #expect(left.contains("\u{1B}[23;0t"))
    #expect(terminal.modes == before)
    screen.mouse(on: false)
  }

  @Test("writes nothing when nothing changed, and little when little did")
  func littleOutput() throws {
    let (terminal, screen) = try opened()
    screen.draw(canvas("first words"), sheet: StyleSheet())
    _ = terminal.output()
    screen.draw(canvas("first words"), sheet: StyleSheet())
    #expect(terminal.output() == "")
    screen.draw(canvas("first wordx"), sheet: StyleSheet())
    let changed = terminal.output()
    #expect(changed.contains("x") && changed.utf8.count < 40)
    screen.redrawAll()
    screen.draw(canvas("first wordx"), sheet: StyleSheet())
    #expect(terminal.output().contains("first wordx"))
  }

  @Test("shows colours of the sheet and follows another sheet")
  func colours() throws {
    let (terminal, screen) = try opened()
    var sheet = StyleSheet()
    sheet[1] = Appearance(foreground: .indexed(203), attributes: .bold)
    screen.draw(canvas("hello"), sheet: sheet)
    #expect(terminal.output().contains("38;5;203"))
    sheet[1].background = .indexed(17)
    screen.draw(canvas("hello"), sheet: sheet)
    #expect(terminal.output().contains("48;5;17"))
    #expect(screen.depth == .many)
  }

  @Test("survives every size and draws whole again after one")
  func resizes() throws {
    let (terminal, screen) = try opened()
    for (width, height) in [(1, 1), (5, 2), (300, 100), (2, 60), (40, 6)] {
      terminal.resize(width: width, height: height)
      #expect(screen.resize() == Size(width: width, height: height))
      var canvas = Canvas(size: screen.size)
      canvas.box(canvas.bounds, titles: ["東京"])
      canvas.put("z", at: .zero)
      canvas.cursor = Point(column: width - 1, row: height - 1)
      screen.draw(canvas, sheet: StyleSheet())
      #expect(terminal.output().contains("z"))
    }
  }

  @Test("lets no text out as a control")
  func harmless() throws {
    let (terminal, screen) = try opened()
    screen.draw(canvas(""), sheet: StyleSheet())
    _ = terminal.output()
    screen.setTitle("a\u{07}b\u{1B}\\c\u{9C}d")
    #expect(terminal.output() == "\u{1B}]0;a␇b␛\\c␦d\u{1B}\\")
    screen.draw(canvas("\u{1B}]0;evil\u{07}\u{9B}2J\r\n\t\u{202E}x"), sheet: StyleSheet())
    let shown = terminal.output()
    #expect(shown.contains("␛]0;evil␇␦2J␍␊    ␦x"))
    #expect(!shown.contains("\u{9B}") && !shown.contains("\u{07}") && !shown.contains("\u{202E}"))
  }

  @Test("copies to the clipboard by OSC 52")
  func copies() throws {
    let (terminal, screen) = try opened()
    _ = terminal.output()
    #expect(screen.copyToClipboard("hello"))
    #expect(terminal.output() == "\u{1B}]52;c;aGVsbG8=\u{1B}\\")
    #expect(!screen.copyToClipboard(String(repeating: "x", count: 100_000)))
  }

  @Test("pauses for another program and comes back")
  func pauses() throws {
    let (terminal, screen) = try opened()
    screen.draw(canvas("hello"), sheet: StyleSheet())
    let raw = terminal.modes
    _ = terminal.output()
    screen.pause()
    #expect(terminal.output().contains("\u{1B}[?1049l"))
    #expect(terminal.modes != raw)
    try screen.resume()
    screen.draw(canvas("hello"), sheet: StyleSheet())
    let back = terminal.output()
    #expect(back.contains("\u{1B}[?1049h") && back.contains("hello"))
    #expect(terminal.modes == raw)
  }

  @Test("has a loop that reads keys, decides Esc, wakes, follows the size and notices the end")
  func loop() throws {
    var terminal: PseudoTerminal? = try PseudoTerminal(width: 40, height: 6)
    let far = try #require(terminal?.far)
    let screen = try CursesScreen(input: dup(far), output: dup(far), term: "xterm-256color")
    let loop = try InputLoop(screen: screen, signals: try SignalPipe())
    #expect(loop.next(timeoutMilliseconds: 0) == [.timer])
    terminal?.type("jj\u{1B}[A")
    let up = Input.key(.up)
    #expect(loop.next() == [.input([.key(.character("j")), .key(.character("j")), up])])
    terminal?.type("\u{1B}")
    #expect(loop.next() == [.input([.key(.escape)])])
    let wake = loop.wakeUp
    Thread.run { wake() }
    #expect(loop.next() == [.woken])
    #expect(!screen.synchronizesOutput)
    terminal?.type("\u{1B}[?2026;2$y")
    #expect(loop.next(timeoutMilliseconds: 5) == [.timer])
    #expect(screen.synchronizesOutput)
    terminal?.resize(width: 30, height: 5)
    kill(getpid(), SIGWINCH)
    #expect(loop.next() == [.resized(Size(width: 30, height: 5))])
    kill(getpid(), SIGTERM)
    #expect(loop.next() == [.signal(.terminate)])
    kill(getpid(), SIGCONT)
    #expect(loop.next() == [.resized(Size(width: 30, height: 5))])
    terminal = nil
    #expect(loop.next().last == .hangup)
    screen.draw(canvas("into nothing"), sheet: StyleSheet())
  }
}

extension String {
  fileprivate func components(separatedBy part: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

private enum Thread {
  /// Runs a body on another thread and does not wait for it.
  static func run(_ body: @escaping @Sendable () -> Void) {
    Task.detached { body() }
  }
}
