/// The letters a date format may hold, those of Unicode's date patterns that files in the field need.
public enum DatePattern {
  /// `yyyy` year, `MM` month, `dd` day, `HH` hour of 24, `hh` hour of 12, `mm` minute, `ss` second,
  /// `SSS` fraction, `a` AM or PM, `Z` offset such as +01:00 or Z; other text stands for itself, letters in
  /// 'single quotes'.
  public static let letters = "y M d H h m s S a Z"

  /// The first letter that stands for nothing, nil when the pattern can be read.
  public static func strangeLetter(in pattern: String) -> Character? {
    var isQuoted = false
    var holdsLetter = false
    for character in pattern {
      if character == "'" {
        isQuoted.toggle()
      } else if !isQuoted, character.isLetter {
        guard letters.contains(character) else { return character }
        holdsLetter = true
      }
    }
    if isQuoted { return "'" }
    return holdsLetter ? nil : pattern.first ?? " "
  }
}

extension String {
  /// Groups that a regular expression captures: parentheses neither escaped, nor in a set, nor `(?…`.
  var capturingGroups: Int {
    var groups = 0
    var isEscaped = false
    var isInSet = false
    var isOpen = false
    for character in self {
      if isOpen, character != "?" { groups += 1 }
      isOpen = false
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if isInSet {
        isInSet = character != "]"
      } else if character == "[" {
        isInSet = true
      } else if character == "(" {
        isOpen = true
      }
    }
    return groups
  }
}
