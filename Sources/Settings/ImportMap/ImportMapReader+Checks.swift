import _StringProcessing

extension ImportMapReader {
  mutating func checked(pattern: String, at path: [String]) -> String? {
    if (try? Regex(pattern)) != nil { return pattern }
    say(pattern, at: path, "\"\(pattern)\" is no regular expression.")
    return nil
  }

  /// A word that the field cannot have would refuse every row that leads to it.
  mutating func checkTarget(_ text: String, of path: [String], at place: [String]) {
    let field = path.last ?? ""
    guard let valid = words[field], !valid.contains(text) else { return }
    unknown(text, in: valid, "word for \(field)", at: place, isValue: true)
  }

  /// A group the pattern lacks would make every row empty without a word.
  mutating func groupExists(_ column: inout ImportMap.Column, at path: [String]) -> Bool {
    guard let pattern = column.pattern else { return true }
    let groups = pattern.capturingGroups
    if column.group <= groups { return true }
    say(
      String(column.group), at: path + ["group"],
      "\"\(path.last ?? "")\" takes group \(column.group), the pattern has \(groups).")
    return false
  }

  mutating func checked(_ formats: [String], at path: [String], isList: Bool) -> [String] {
    formats.enumerated().filter { index, format in
      guard let run = DatePattern.strangeRun(in: format) else { return true }
      document.report(
        format, at: document.place(ofValue: isList ? path + [String(index)] : path), nearest: [],
        "\"\(format)\" is no format: \"\(run)\" stands for nothing; \(DatePattern.runs) do.")
      return false
    }.map(\.element)
  }

  mutating func texts(_ list: [TOMLNode], at path: [String]) -> [String] {
    list.enumerated().compactMap { index, node in
      if case .text(let text) = node { return text }
      wrongKind(path + [String(index)], node, "a text")
      return nil
    }
  }

  mutating func texts(_ pairs: [String: TOMLNode], at path: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, node) in document.ordered(pairs, under: path) {
      if case .text(let text) = node { texts[key] = text } else { wrongKind(path + [key], node, "a text") }
    }
    return texts
  }

  mutating func say(_ word: String, at path: [String], _ sentence: String) {
    document.report(word, at: document.place(ofValue: path), sentence)
  }

  mutating func wrongKind(_ path: [String], _ value: TOMLNode, _ expected: String) {
    let word = path.last ?? ""
    say(word, at: path, "\"\(word)\" is \(value.kind) where \(expected) belongs.")
  }

  mutating func unknown(
    _ word: String, in valid: [String], _ what: String, at path: [String], isValue: Bool = false
  ) {
    let nearest = Nearest.words(to: word, in: valid)
    document.report(
      word, at: isValue ? document.place(ofValue: path) : document.place(ofKey: path), nearest: nearest,
      Nearest.sentence("\"\(word)\" is no \(what)", nearest, among: valid))
  }
}
