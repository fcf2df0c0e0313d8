import CNcurses
import Terminal

extension CursesScreen {
  /// Reports clicks, drags and the wheel, or leaves the mouse to the terminal so that people can select text.
  public func mouse(on: Bool) {
    if !cn_is_basic() { cn_set_mouse(on) }
  }

  public func bell() { cn_bell() }

  /// Sets the window's title. It is text from outside like any other: nothing in it can end the sequence.
  public func setTitle(_ title: String) {
    guard !cn_is_basic() else { return }
    write("\u{1B}]0;\(Sanitised.line(String(title.prefix(200))))\u{1B}\\")
  }

  /// Puts text on the clipboard (OSC 52, selection c); false when it is too long for terminals to take.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    guard !cn_is_basic(), text.utf8.count <= 74_000 else { return false }
    write("\u{1B}]52;c;\(base64(Sanitised.text(text)))\u{1B}\\")
    return true
  }

  /// Gives the terminal back, stops the process group, and comes back when continued: draw again then.
  public func suspend() throws(CursesError) {
    let code = cn_suspend()
    redrawAll()
    if code != 0 { throw .system(call: "tcsetattr", code: code) }
  }

  /// Takes the terminal again after somebody else had it, such as after SIGCONT: draw again then.
  public func resume() throws(CursesError) {
    let code = cn_enter(true)
    redrawAll()
    if code != 0 { throw .system(call: "tcsetattr", code: code) }
  }

  /// Gives the terminal to another program, such as an editor, until `resume`.
  public func pause() { cn_leave(true) }
}

/// The bytes of a text in base 64, padded.
func base64(_ text: String) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let bytes = Array(text.utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      out.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : 0x3D)
    }
  }
  return String(decoding: out, as: UTF8.self)
}
