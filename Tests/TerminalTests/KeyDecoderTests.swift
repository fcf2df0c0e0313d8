import Terminal
import Testing

@Suite("Key decoder")
struct KeyDecoderTests {
  private func names(_ bytes: String) -> [String] {
    var decoder = KeyDecoder()
    return (decoder.feed(bytes.utf8) + decoder.flush()).map(name)
  }

  private func name(_ input: Input) -> String {
    if case .key(let key) = input { key.name } else { "\(input)" }
  }

  @Test(
    "reads a key",
    arguments: [
      ("a", "a"), ("A", "A"), ("é", "é"), ("東", "東"), ("\u{01}", "C-a"), ("\u{1A}", "C-z"),
      ("\u{00}", "C-Space"),
      ("\u{1F}", "C-_"), ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"), (" ", "Space"),
      ("\u{7F}", "Backspace"),
      ("\u{08}", "Backspace"), ("\u{1B}x", "M-x"), ("\u{1B}é", "M-é"), ("\u{1B}\r", "M-Enter"),
      ("\u{1B}\u{18}", "C-M-x"), ("\u{1B}[A", "Up"), ("\u{1B}OB", "Down"), ("\u{1B}[1;2A", "S-Up"),
      ("\u{1B}[1;5D", "C-Left"), ("\u{1B}[1;3D", "M-Left"), ("\u{1B}[1;8C", "C-M-S-Right"),
      ("\u{1B}[H", "Home"),
      ("\u{1B}[1~", "Home"), ("\u{1B}[4~", "End"), ("\u{1B}[3~", "Delete"), ("\u{1B}[3;5~", "C-Delete"),
      ("\u{1B}[5~", "PageUp"), ("\u{1B}[6~", "PageDown"), ("\u{1B}[2~", "Insert"), ("\u{1B}[Z", "S-Tab"),
      ("\u{1B}OP", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[17~", "F6"),
      ("\u{1B}[24~", "F12"),
      ("\u{1B}[[A", "F1"), ("\u{1B}[[E", "F5"), ("\u{1B}[1;2P", "S-F1"), ("\u{1B}OM", "Enter"),
      ("\u{1B}[1;5R", "C-F3"), ("\u{1B}[15;2~", "S-F5")
    ])
  func oneKey(bytes: String, key: String) {
    #expect(names(bytes) == [key])
  }

  @Test("reads every key in pieces of one byte as in one piece")
  func pieces() {
    let bytes = "a\u{1B}[1;5D東\u{1B}OP\u{1B}x\u{1B}[<0;5;6M\u{1B}[200~p\u{1B}[31mq\u{1B}[201~z"
    var whole = KeyDecoder()
    var pieces = KeyDecoder()
    let inOne = whole.feed(bytes.utf8)
    let inPieces = bytes.utf8.flatMap { pieces.feed([$0]) }
    #expect(inOne == inPieces)
    #expect(pieces.pendingDeadlineMilliseconds == nil)
  }

  @Test("leaves a lone Esc to the caller's 25 ms")
  func escape() {
    var decoder = KeyDecoder()
    expect(decoder.feed([0x1B]), [])
    #expect(decoder.pendingDeadlineMilliseconds == 25)
    expect(decoder.flush(), [.key(.escape)])
    #expect(decoder.pendingDeadlineMilliseconds == nil)
    expect(decoder.flush(), [])
    #expect(names("\u{1B}\u{1B}[A") == ["Esc", "Up"])
    #expect(names("\u{1B}[") == ["M-["])
    #expect(names("\u{1B}O") == ["M-O"])
    #expect(names("\u{1B}P") == ["M-P"])
    #expect(names("\u{1B}]") == ["M-]"])
  }

  @Test(
    "swallows answers and what it does not know, and never takes a part for letters",
    arguments: [
      "\u{1B}[?1;2c", "\u{1B}[>0;276;0c", "\u{1B}[24;80R", "\u{1B}[0n", "\u{1B}[8;24;80t",
      "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}]52;c;aGVsbG8=\u{07}", "\u{1B}]10;rgb:0/0/0\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
      "\u{1B}[27;5;13~",
      "\u{1B}[97;5u", "\u{1B}[M !!", "\u{1B}[99999999999999999999~", "\u{1B}P>|xterm(380)\u{1B}\\",
      "\u{1B}[<0;0;0M", "\u{1B}[<99;1;1M", "\u{1B}]11;rgb:zz/00/00\u{07}", "\u{1B}^text\u{1B}\\"
    ])
  func swallows(bytes: String) {
    #expect(names(bytes + "k") == ["k"])
  }

  @Test("swallows endless sequences in bounded memory and then goes on")
  func endless() {
    #expect(names("\u{1B}[" + String(repeating: "1;", count: 10_000) + "A" + "k") == ["k"])
    #expect(names("\u{1B}]" + String(repeating: "x", count: 10_000) + "\u{07}k") == ["k"])
    #expect(names("\u{1B}]unfinished\u{1B}[Ak") == ["Up", "k"])
  }

  @Test("reads the mouse")
  func mouse() {
    let point = Point(column: 4, row: 9)
    #expect(decoded("\u{1B}[<0;5;10M") == [.mouse(Mouse(.press(.left), at: point))])
    #expect(decoded("\u{1B}[<0;5;10m") == [.mouse(Mouse(.release(.left), at: point))])
    #expect(decoded("\u{1B}[<34;5;10M") == [.mouse(Mouse(.drag(.right), at: point))])
    #expect(decoded("\u{1B}[<35;5;10M") == [.mouse(Mouse(.move, at: point))])
    #expect(decoded("\u{1B}[<64;5;10M") == [.mouse(Mouse(.wheelUp, at: point))])
    #expect(decoded("\u{1B}[<81;5;10M") == [.mouse(Mouse(.wheelDown, at: point, modifiers: .control))])
    #expect(decoded("\u{1B}[<1;999999;999999M").count == 1)
  }

  @Test("reads focus, background colour and known modes")
  func answers() {
    #expect(decoded("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
    let dark = Input.backgroundColour(red: 0x1E, green: 0x1E, blue: 0x2E)
    #expect(decoded("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\") == [dark])
    #expect(decoded("\u{1B}]11;rgb:1e/1e/2e\u{07}") == [dark])
    #expect(decoded("\u{1B}[?2026;2$y") == [.privateMode(2026, isKnown: true)])
    #expect(decoded("\u{1B}[?2026;0$y") == [.privateMode(2026, isKnown: false)])
  }

  @Test("never reads a paste as keys")
  func paste() {
    #expect(decoded("\u{1B}[200~qdd\u{03}\u{1B}[A\r\nx\ry\u{1B}[201~") == [.paste("qdd\u{03}\u{1B}[A\nx\ny")])
    var decoder = KeyDecoder()
    _ = decoder.feed("\u{1B}[200~".utf8)
    expect(decoder.feed([0x61, 0xFF, 0x1B]), [])
    expect(decoder.flush(), [.pasteOpen])
    expect(decoder.feed("[201~k".utf8), [.paste("a\u{FFFD}"), .key(.character("k"))])
  }

  @Test("says that a paste is open once it stands still, and hands it over by a ^C with nothing behind it")
  func lostEnd() {
    var decoder = KeyDecoder()
    expect(decoder.feed("\u{1B}[200~note\u{03}s".utf8), [])
    #expect(decoder.pendingDeadlineMilliseconds == 500)
    expect(decoder.flush(), [.pasteOpen])
    #expect(decoder.pendingDeadlineMilliseconds == nil)
    expect(decoder.feed("q\u{03}".utf8), [])
    expect(decoder.feed("r\u{03}\u{03}".utf8), [])
    #expect(decoder.pendingDeadlineMilliseconds == 250)
    expect(decoder.flush(), [.paste("note\u{03}sq\u{03}r")])
    expect(decoder.feed("k".utf8), [.key(.character("k"))])
  }

  @Test("drops what a paste has too much, and says how much", arguments: [0, 1, 5, 6, 7, 100])
  func longPaste(extra: Int) {
    var decoder = KeyDecoder(pasteLimit: 10)
    let text = String(repeating: "x", count: 10 + extra)
    let found = decoder.feed("\u{1B}[200~\(text)\u{1B}[201~k".utf8)
    let kept = Input.paste(String(repeating: "x", count: 10))
    let cut = extra > 0 ? [Input.pasteCut(droppedBytes: extra)] : []
    #expect(found == [kept] + cut + [.key(.character("k"))])
  }

  @Test("shows broken UTF-8 as such and loses nothing after it")
  func broken() {
    var decoder = KeyDecoder()
    expect(decoder.feed([0xE6, 0x9D, 0x61]).map(name), ["\u{FFFD}", "a"])
    expect(decoder.feed([0xFF, 0x62]).map(name), ["\u{FFFD}", "b"])
    expect(decoder.feed([0xE6]), [])
    #expect(decoder.pendingDeadlineMilliseconds == 100)
    expect(decoder.flush().map(name), ["\u{FFFD}"])
  }

  @Test("survives any bytes", arguments: 0..<200)
  func random(seed: UInt64) {
    var random = Seeded(seed)
    var decoder = KeyDecoder(pasteLimit: 64)
    let odd = Array("\u{1B}[]OP<;?~MmAu0192\u{07}\\$y:/rgb".utf8)
    for _ in 0..<50 {
      let bytes = (0..<Int(random.next() % 60)).map { _ in
        random.next() % 3 == 0 ? UInt8(random.next() % 256) : odd[Int(random.next() % UInt64(odd.count))]
      }
      for input in decoder.feed(bytes) {
        if case .paste(let text) = input { #expect(text.utf8.count <= 64 * 3) }
      }
      if random.next() % 2 == 0 { _ = decoder.flush() }
    }
    _ = decoder.feed("\u{18}\u{1B}[201~\u{07}\u{1B}\\\u{18}".utf8)
    _ = decoder.flush()
    expect(decoder.feed([0x6B]).last, .key(.character("k")))
  }

  private func expect<Value: Equatable>(
    _ found: Value, _ wanted: Value, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found == wanted, sourceLocation: sourceLocation)
  }

  private func decoded(_ bytes: String) -> [Input] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes.utf8)
  }
}
