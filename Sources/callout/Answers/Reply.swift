import Terminal
import Verbs

/// What a question comes to, in every form in which it may be asked for.
struct Reply {
  enum Content {
    /// A table for eyes; tabs or an object a line for scripts.
    case rows(Listing)
    /// Lines for eyes, objects for scripts.
    case sheet([String], [JSONValue])
    /// The same lines for everybody.
    case lines([String])
    /// Text of a format of its own, byte by byte.
    case file(String)
  }

  let content: Content
  /// What a window shows in place of that.
  var window: (() -> [String])?
  /// What is said beside it.
  var note: String?
  /// The exit status.
  var status: Int32 = 0

  init(_ content: Content) { self.content = content }

  init(_ lines: [String], _ object: JSONValue) { content = .sheet(lines, [object]) }

  /// The lines for a window of the console.
  var lines: [String] {
    if let window { return window() }
    return switch content {
    case .rows(let listing) where listing.rows.isEmpty && note != nil: [note].compactMap(\.self)
    // What could not be had belongs to what was.
    case .rows(let listing): listing.table(width: displayWidth(of:)) + (status == 0 ? [] : ["", note ?? ""])
    case .sheet(let lines, _), .lines(let lines): lines
    case .file(let text): text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  func say(to output: Output, _ options: CommonOptions) {
    switch content {
    case .rows(let listing): say(listing, to: output, options)
    case .sheet(_, let objects) where options.isJSON: for object in objects { output.emit(object.text) }
    case .sheet(let lines, _), .lines(let lines): for line in lines { output.say(line) }
    case .file(let text): output.pass(text)
    }
    if let note { output.warn(note) }
  }

  private func say(_ listing: Listing, to output: Output, _ options: CommonOptions) {
    if options.isJSON {
      for line in listing.ndjson { output.emit(line) }
    } else if options.isTSV {
      output.pass(listing.tsv.map { $0 + "\n" }.joined())
    } else {
      let table = listing.table(
        clean: Sanitised.line, isWhole: !output.isTerminal, width: displayWidth(of:))
      for line in table { output.say(line) }
    }
  }
}
