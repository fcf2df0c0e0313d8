import Domain

extension Listing {
  /// The rows that every word of a filter fits: a word alone is looked for in what is shown, `owner:sam` in the value
  /// of that name, and a leading `-` turns either round. A name that no value has is refused with the nearest.
  func narrowed(by filter: String) throws(UsageFault) -> Listing {
    var tests: [Narrowing] = []
    for word in WordLine(filter.prefix(4_096)).words { tests.append(try narrowing(word)) }
    let values = machine.rows
    let kept = zip(rows, values).filter { row, values in
      tests.allSatisfy { $0.fits(row, values) }
    }
    var listing = Listing(columns: columns, keys: keys.joined(separator: " "), rows: kept.map(\.0))
    listing.widest = widest
    return listing
  }

  private func narrowing(_ word: Word) throws(UsageFault) -> Narrowing {
    let isNegated = !word.isQuoted && word.text.hasPrefix("-") && word.text.count > 1
    let text = isNegated ? String(word.text.dropFirst()) : word.text
    guard !word.isQuoted, let colon = text.firstIndex(of: ":"), colon > text.startIndex,
      text[..<colon].allSatisfy({ $0.isLetter || $0 == "." })
    else { return Narrowing(column: nil, text: text.folded, isNegated: isNegated) }
    let column = try column(named: String(text[..<colon]))
    return Narrowing(
      column: column, text: text[text.index(after: colon)...].folded, isNegated: isNegated)
  }

  private func column(named name: String) throws(UsageFault) -> Int {
    let names = keys.map(\.folded)
    let beginning = names.indices.filter { names[$0].hasPrefix(name.folded) }
    let column =
      names.firstIndex(of: name.folded) ?? (beginning.count == 1 ? beginning[0] : nil)
      ?? Narrowing.others[name.folded].flatMap { names.firstIndex(of: $0) }
    if let column { return column }
    let nearest = Nearness.words(to: name, in: keys)
    let hint =
      nearest.first.map { "\($0): is near." } ?? "\(keys.map { $0 + ":" }.joined(separator: " ")) are."
    throw UsageFault(
      "\"\(name.clipped(24)):\" is no column of this list. \(hint)", word: name, nearest: nearest)
  }
}

/// One word of a filter.
private struct Narrowing {
  /// Other words for a column, as the console's own filters know them.
  static let others = ["trade": "skills", "status": "presence"]

  /// The place of the value that is looked at; nil for whatever is shown.
  let column: Int?
  /// Folded.
  let text: String
  let isNegated: Bool

  func fits(_ row: Listing.Row, _ values: [String]) -> Bool {
    let looked = column.map { [values[$0]] } ?? row.cells
    return looked.contains { $0.folded.contains(text) } != isNegated
  }
}
