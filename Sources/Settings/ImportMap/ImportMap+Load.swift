extension ImportMap {
  /// Reads a map; each field that is not right is reported and left out, the rest loads.
  public static func load(
    text: String, file: String, knownFields: Set<String>, needed: [String] = [],
    words: [String: [String]] = [:], isZone: @escaping (String) -> Bool = { _ in true },
    isEncoding: @escaping (String) -> Bool = { _ in true }
  ) -> (map: ImportMap, problems: [SettingsProblem]) {
    var reader = ImportMapReader(
      document: TOMLDocument(text: text, file: file), knownFields: knownFields, needed: needed, words: words,
      isZone: isZone, isEncoding: isEncoding)
    reader.read()
    return (reader.map, reader.document.problems.sorted())
  }

  /// Reads a map for one kind of thing; one that leaves out what every row needs has a problem.
  ///
  /// - Parameters:
  ///   - words: the only words that the fields of these names may have, which the map must lead to.
  ///   - isZone: whether the system's tables know a zone.
  ///   - isEncoding: whether the system can read an encoding.
  public static func load(
    text: String, file: String, kind: ImportKind, words: [String: [String]] = [:],
    isZone: @escaping (String) -> Bool = { _ in true }, isEncoding: @escaping (String) -> Bool = { _ in true }
  ) -> (map: ImportMap, problems: [SettingsProblem]) {
    load(
      text: text, file: file, knownFields: kind.fields, needed: kind.needed, words: words, isZone: isZone,
      isEncoding: isEncoding)
  }
}
