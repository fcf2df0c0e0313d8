extension Keymap {
  /// Reads a keymap file; each line that is not right is reported and left out, the rest loads.
  ///
  /// `file` is the name that problems carry. `knownVerbs` are all actions, movements included.
  public static func load(
    text: String, file: String, knownVerbs: Set<String>, knownContexts: Set<String>
  ) -> (keymap: Keymap, problems: [SettingsProblem]) {
    var reader = KeymapReader(
      document: TOMLDocument(text: text, file: file), knownVerbs: knownVerbs, knownContexts: knownContexts)
    reader.read()
    return (Keymap(reader.bindings, hasBase: reader.hasBase), reader.document.problems.sorted())
  }
}

private struct KeymapReader {
  var document: TOMLDocument
  let knownVerbs: Set<String>
  let knownContexts: Set<String>
  var bindings: [Binding] = []
  var hasBase = true

  mutating func read() {
    for (name, value) in document.ordered(document.root, under: []) {
      switch value {
      case .table(let section) where knownContexts.contains(name): read(section, context: name)
      case .table: unknown(name, in: knownContexts, "section")
      case .text(let base) where name == "base": read(base: base)
      case .text, .whole, .decimal, .truth, .list, .moment:
        let place = document.place(ofKey: [name])
        document.report(
          name, at: place, nearest: ["base"],
          "\"\(name)\" stands above every section: keys belong under one, such as [\(anyContext)].")
      }
    }
  }

  private var anyContext: String {
    knownContexts.contains("global") ? "global" : knownContexts.min() ?? "global"
  }

  private mutating func unknown(_ name: String, in known: Set<String>, _ kind: String) {
    let nearest = Nearest.words(to: name, in: known)
    document.report(
      name, at: document.place(ofKey: [name]), nearest: nearest,
      Nearest.sentence("\"\(name)\" is no \(kind)", nearest, among: known))
  }

  private mutating func read(base: String) {
    switch base {
    case "default": hasBase = true
    case Keymap.nothing: hasBase = false
    default:
      document.report(
        base, at: document.place(ofValue: ["base"]), nearest: ["default", Keymap.nothing],
        "\"\(base)\" is no base; default or none is.")
    }
  }

  private mutating func read(_ section: [String: TOMLNode], context: String) {
    for (key, value) in document.ordered(section, under: [context]) {
      guard case .text(let written) = value else {
        document.report(
          key, at: document.place(ofValue: [context, key]),
          "\"\(key)\" names \(value.kind) where the name of an action belongs, in quotes.")
        continue
      }
      let action = named(written)
      let known = knownVerbs.contains(action)
      if !known, action != Keymap.nothing { unknownVerb(action, at: [context, key]) }
      do throws(KeyRefusal) {
        let keys = try KeyName.readSequence(key)
        if known || action == Keymap.nothing { bind(keys, to: action, context: context, written: key) }
      } catch {
        document.report(
          key, at: document.place(ofKey: [context, key]), nearest: error.nearest, error.sentence)
      }
    }
  }

  /// The verb of a name; people say it without its noun, which is enough where one verb alone is called so.
  private func named(_ action: String) -> String {
    if knownVerbs.contains(action) || action == Keymap.nothing { return action }
    let called = knownVerbs.filter { $0.hasSuffix(".\(action)") }
    return called.count == 1 ? called.first ?? action : action
  }

  private mutating func unknownVerb(_ action: String, at path: [String]) {
    let nearest = Nearest.words(to: action, in: knownVerbs)
    document.report(
      action, at: document.place(ofValue: path), nearest: nearest,
      Nearest.sentence("\"\(action)\" is no verb", nearest, among: knownVerbs))
  }

  /// The first line that claims a key keeps it, so that a later slip cannot take it away unseen.
  private mutating func bind(_ keys: [KeyName], to action: String, context: String, written: String) {
    let place = document.place(ofKey: [context, written])
    if let held = bindings.first(where: { $0.context == context && $0.keys.clashes(with: keys) }) {
      let same = held.keys == keys
      document.report(
        written, at: place,
        "\"\(written)\" is left out: "
          + (same
            ? "line \(held.line) binds the same key (\(keys.spelling)) to \(held.action ?? Keymap.nothing)."
            : "line \(held.line) binds \(held.keys.spelling), and one begins with the other."))
      return
    }
    bindings.append(
      Binding(
        context: context, keys: keys, action: action == Keymap.nothing ? nil : action, file: document.file,
        line: place.line))
  }
}

extension [KeyName] {
  /// True when both cannot be bound side by side: one is the other, or its beginning.
  func clashes(with other: [KeyName]) -> Bool { starts(with: other) || other.starts(with: self) }
}
