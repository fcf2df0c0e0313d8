/// Text broken into lines of at most so many columns, at blanks where there are any; for popups, help and notes.
///
/// Line ends of the text stay; a word longer than a line is broken between characters. The parts joined again give
/// back every character but the blanks at which a line was broken.
public func wrapped(_ text: String, width: Int) -> [String] {
  guard width > 0 else { return [] }
  return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.flatMap { line in
    let characters = Array(line)
    return wrappedRanges(of: characters, width: width).map { String(characters[$0]) }
  }
}

/// As much of a text as fits into a width in whole words; a first word too long for it is cut and ends with `…`.
public func wordsFitting(_ text: String, width: Int) -> String {
  guard displayWidth(of: text) > width else { return text }
  let characters = Array(text)
  let first = wrappedRanges(of: characters, width: width).first ?? 0..<0
  if first.upperBound < characters.count, characters[first.upperBound] == " " {
    return String(characters[first])
  }
  var kept = ""
  var used = 1
  for character in characters {
    used += displayWidth(of: String(character))
    if used > width { break }
    kept.append(character)
  }
  return width > 0 ? kept + "…" : ""
}

/// Where the lines of a text without line ends begin and end; always at least one.
func wrappedRanges(of characters: [Character], width: Int) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  var used = 0
  var lastBlank: Int?
  var index = 0
  while index < characters.count {
    let columns = displayWidth(of: String(characters[index]))
    if characters[index] == " " { lastBlank = index }
    if used + columns > width, index > start {
      let end = lastBlank ?? index
      let breaksAtBlank = lastBlank != nil && end > start
      ranges.append(start..<(breaksAtBlank ? end : index))
      start = breaksAtBlank ? end + 1 : index
      index = start
      used = 0
      lastBlank = nil
      continue
    }
    used += columns
    index += 1
  }
  ranges.append(start..<characters.count)
  return ranges
}
