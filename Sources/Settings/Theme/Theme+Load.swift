extension Theme {
  /// Reads a theme file; a role that is missing or not right looks as in `base`, else plain.
  public static func load(
    text: String, file: String, knownRoles: Set<String>, base: Theme? = nil
  ) -> (theme: Theme, problems: [SettingsProblem]) {
    var reader = ThemeReader(
      document: TOMLDocument(text: text, file: file), knownRoles: knownRoles, theme: base ?? Theme())
    reader.read()
    return (reader.theme, reader.document.problems.sorted())
  }
}

private struct ThemeReader {
  var document: TOMLDocument
  let knownRoles: Set<String>
  var theme: Theme
  var palette: [String: ThemeColour] = [:]

  private static let sections = ["background", "foreground", "palette", "styles"]
  private static let colourFields = ["true", "256", "16"]
  private static let styleFields = ["foreground", "background", "mono"] + Paint.Attributes.names.map(\.name)

  mutating func read() {
    for (name, value) in document.ordered(document.root, under: []) {
      switch (name, value) {
      case ("background", .text(let text)): assume(text, for: \.assumedBackground, at: [name])
      case ("foreground", .text(let text)): assume(text, for: \.assumedForeground, at: [name])
      case ("palette", .table(let colours)): readPalette(colours)
      case ("styles", .table): break
      default: unexpected(name, value, among: Self.sections, at: [name])
      }
    }
    // Styles name palette colours, so they come last wherever they stand.
    if case .table(let styles) = document.root["styles"] { readStyles(styles, under: ["styles"], role: "") }
  }

  private mutating func assume(_ text: String, for part: WritableKeyPath<Theme, RGB>, at path: [String]) {
    if let colour = RGB(hex: text) { theme[keyPath: part] = colour } else { noColour(text, at: path) }
  }

  private mutating func readPalette(_ colours: [String: TOMLNode]) {
    for (name, value) in document.ordered(colours, under: ["palette"]) {
      let path = ["palette", name]
      if case .table(let fields) = value {
        palette[name] = readColour(fields, at: path)
      } else {
        palette[name] = readColour(value, at: path, palette: [:])
      }
    }
  }

  private mutating func readColour(_ fields: [String: TOMLNode], at path: [String]) -> ThemeColour? {
    var base: ThemeColour?
    var indices: [String: UInt8] = [:]
    for (field, value) in document.ordered(fields, under: path) {
      switch field {
      case "true": base = readColour(value, at: path + [field], palette: [:])
      case "256", "16":
        let found = readColour(value, at: path + [field], palette: [:])
        indices[field] = field == "16" ? found?.index16 : found?.index256
      default: unexpected(field, value, among: Self.colourFields, at: path + [field])
      }
    }
    guard let colour = base?.trueColour ?? indices["256"].map(XtermPalette.colour) else {
      if fields["true"] == nil, fields["256"] == nil {
        document.report(
          path.last ?? "", at: document.place(ofKey: path), nearest: Self.colourFields,
          "\"\(path.last ?? "")\" has no colour: true = \"#rrggbb\" says which.")
      }
      return nil
    }
    return ThemeColour(
      colour, index256: indices["256"] ?? base?.index256, index16: indices["16"] ?? base?.index16)
  }

  /// A colour is `#rrggbb`, a number of the 256, one of the sixteen names, or a palette name.
  private mutating func readColour(
    _ value: TOMLNode, at path: [String], palette: [String: ThemeColour]
  ) -> ThemeColour? {
    switch value {
    case .text(let text):
      if let colour = palette[text] { return colour }
      if let rgb = RGB(hex: text) { return ThemeColour(rgb) }
      if let index = XtermPalette.names.firstIndex(of: text) { return Self.indexed(UInt8(index)) }
      noColour(text, at: path, palette: palette)
    case .whole(let number):
      if let index = UInt8(exactly: number) { return Self.indexed(index) }
      noColour(String(number), at: path)
    case .decimal, .truth, .list, .table, .moment:
      document.report(
        path.last ?? "", at: document.place(ofValue: path),
        "\"\(path.last ?? "")\" is \(value.kind) where a colour belongs: \"#rrggbb\", 0 to 255, or a name.")
    }
    return nil
  }

  private static func indexed(_ index: UInt8) -> ThemeColour {
    ThemeColour(XtermPalette.colour(index), index256: index, index16: index < 16 ? index : nil)
  }

  private mutating func noColour(_ word: String, at path: [String], palette: [String: ThemeColour] = [:]) {
    let nearest = Nearest.words(to: word, in: Array(palette.keys) + XtermPalette.names + ["default"])
    document.report(
      word, at: document.place(ofValue: path), nearest: nearest,
      "\"\(word)\" is no colour; \((nearest + ["#rrggbb", "0 to 255"]).joinedByOr) is.")
  }

  private mutating func unexpected(
    _ name: String, _ value: TOMLNode, among valid: [String], at path: [String]
  ) {
    if valid.contains(name) {
      document.report(
        name, at: document.place(ofValue: path), "\"\(name)\" is \(value.kind): that is not what it takes.")
      return
    }
    let nearest = Nearest.words(to: name, in: valid)
    document.report(
      name, at: document.place(ofKey: path), nearest: nearest,
      Nearest.sentence("\"\(name)\" is nothing a theme has here", nearest, among: valid))
  }
}

extension ThemeReader {
  /// `sla.ok = …` without quotes arrives as a table in a table; both ways name the same role.
  private mutating func readStyles(_ styles: [String: TOMLNode], under path: [String], role above: String) {
    for (name, value) in document.ordered(styles, under: path) {
      let role = above.isEmpty ? name : "\(above).\(name)"
      let path = path + [name]
      if case .table(let fields) = value, !knownRoles.contains(role), isGroup(role, fields) {
        readStyles(fields, under: path, role: role)
      } else if !knownRoles.contains(role) {
        let nearest = Nearest.words(to: role, in: knownRoles)
        document.report(
          role, at: document.place(ofKey: path), nearest: nearest,
          Nearest.sentence("\"\(role)\" is no role", nearest, among: knownRoles))
      } else if case .table(let fields) = value {
        theme.styles[role] = readStyle(fields, at: path, role: role)
      } else if let colour = readColour(value, at: path, palette: palette) {
        theme.styles[role] = ThemeStyle(foreground: colour)
      }
    }
  }

  /// A table counts as a group of roles when it holds one of them, or nothing but tables.
  private func isGroup(_ role: String, _ fields: [String: TOMLNode]) -> Bool {
    !fields.isEmpty
      && fields.values.allSatisfy {
        if case .table = $0 { true } else { false }
      }
      || fields.keys.contains { knownRoles.contains("\(role).\($0)") }
  }

  private mutating func readStyle(_ fields: [String: TOMLNode], at path: [String], role: String) -> ThemeStyle
  {
    var foreground: ThemeColour?
    var background: ThemeColour?
    var attributes: Paint.Attributes = []
    var mono: Paint.Attributes?
    for (field, value) in document.ordered(fields, under: path) {
      let here = path + [field]
      switch (field, value) {
      case ("foreground", .text("default")), ("background", .text("default")): break
      case ("foreground", _): foreground = readColour(value, at: here, palette: palette)
      case ("background", _): background = readColour(value, at: here, palette: palette)
      case ("mono", .list(let names)): mono = readAttributes(names, at: here)
      case (_, .truth(let isOn)):
        if let attribute = Paint.Attributes.names.first(where: { $0.name == field })?.attribute {
          if isOn { attributes.insert(attribute) }
        } else {
          unexpected(field, value, among: Self.styleFields, at: here)
        }
      case (_, _):
        if case .table(let deeper) = value, knownRoles.contains("\(role).\(field)") {
          theme.styles["\(role).\(field)"] = readStyle(deeper, at: here, role: "\(role).\(field)")
        } else {
          unexpected(field, value, among: Self.styleFields, at: here)
        }
      }
    }
    return ThemeStyle(
      foreground: foreground, background: background, attributes: attributes, monoAttributes: mono)
  }

  private mutating func readAttributes(_ names: [TOMLNode], at path: [String]) -> Paint.Attributes {
    var attributes: Paint.Attributes = []
    for (index, node) in names.enumerated() {
      let valid = Paint.Attributes.names
      if case .text(let name) = node, let found = valid.first(where: { $0.name == name }) {
        attributes.insert(found.attribute)
      } else {
        let word = if case .text(let name) = node { name } else { node.kind }
        let nearest = Nearest.words(to: word, in: valid.map(\.name))
        document.report(
          word, at: document.place(ofValue: path + [String(index)]), nearest: nearest,
          Nearest.sentence("\"\(word)\" is no attribute", nearest, among: valid.map(\.name)))
      }
    }
    return attributes
  }
}
