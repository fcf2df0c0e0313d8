public import Terminal
public import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Compares a canvas with `Screens/<name>.screen` beside the test file, a picture people can read in a diff.
///
/// The file holds the rows as text; after a line `-- styles`, where there are any, a legend and the rows again with
/// one letter a cell. With `RECORD=1` in the environment the file is written anew and the test still fails, so that
/// nothing is recorded unseen.
public func expectScreen(
  _ canvas: Canvas, _ name: String, roleNames: (UInt8) -> String = { "role \($0)" },
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = sourceLocation.filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let path = (folder + ["Screens", "\(name).screen"]).joined(separator: "/")
  let now = picture(of: canvas, roleNames: roleNames)
  if getenv("RECORD").map({ String(cString: $0) }) == "1" {
    mkdir((folder + ["Screens"]).joined(separator: "/"), 0o755)
    write(now, to: path)
    Issue.record("Recorded \(name).screen; look at it and run again.", sourceLocation: sourceLocation)
    return
  }
  guard let expected = read(path) else {
    Issue.record("There is no \(name).screen; RECORD=1 writes it:\n\(now)", sourceLocation: sourceLocation)
    return
  }
  if expected != now {
    Issue.record(
      "\(name).screen differs:\n\(difference(expected, now))\nnow:\n\(now)", sourceLocation: sourceLocation)
  }
}

/// The text of a `.screen` file for a canvas.
public func picture(of canvas: Canvas, roleNames: (UInt8) -> String) -> String {
  var text = canvas.text + "\n"
  if let cursor = canvas.cursor { text += "-- cursor column \(cursor.column) row \(cursor.row)\n" }
  let styles = canvas.styles
  guard !styles.legend.isEmpty else { return text }
  text += "-- styles\n"
  let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  for (index, style) in styles.legend.enumerated() {
    text += "\(index < letters.count ? letters[index] : "#") \(describe(style, roleNames))\n"
  }
  var rows = styles.rows
  while rows.last == "" { rows.removeLast() }
  return text + rows.joined(separator: "\n") + "\n"
}

private func describe(_ style: Style, _ roleNames: (UInt8) -> String) -> String {
  let overlays: [(Style.Overlays, String)] = [
    (.selected, "selected"), (.dimmed, "dimmed"), (.reversed, "reversed"), (.bold, "bold"),
    (.underlined, "underlined"), (.italic, "italic"), (.marked, "marked"), (.matched, "matched")
  ]
  let worn = overlays.filter { style.overlays.contains($0.0) }.map(\.1)
  return ([style.role == 0 ? "plain" : roleNames(style.role)] + worn).joined(separator: " + ")
}

private func difference(_ expected: String, _ now: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = now.split(separator: "\n", omittingEmptySubsequences: false)
  return (0..<max(old.count, new.count)).compactMap { line in
    let before = line < old.count ? old[line] : ""
    let after = line < new.count ? new[line] : ""
    return before == after ? nil : "line \(line + 1)\n  - \(before)\n  + \(after)"
  }.joined(separator: "\n")
}

private func read(_ path: String) -> String? {
  fileBytes(path).map { String(decoding: $0, as: UTF8.self) }
}

private func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { return }
  fputs(text, file)
  fclose(file)
}
