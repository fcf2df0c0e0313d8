/// The runs of letters a date format may hold, those of Unicode's date patterns that files in the field need.
public enum DatePattern {
  /// `yyyy` year, `MM` month, `dd` day, `HH` hour of 24, `hh` hour of 12, `mm` minute, `ss` second,
  /// `SSS` fraction, `a` AM or PM, `Z` offset such as +01:00 or Z; other text stands for itself, letters in
  /// 'single quotes'.
  public static let runs = "yyyy M MM d dd H HH h hh m mm s ss S a Z"

  /// The first run of letters that stands for nothing, or the sign that stands alone; nil when the pattern can be read.
  /// Only fractions may be of any length.
  public static func strangeRun(in pattern: String) -> String? {
    let known = Set(runs.split(separator: " "))
    let parts = pattern.split(separator: "'", omittingEmptySubsequences: false)
    if parts.count % 2 == 0 { return "'" }
    var holdsRun = false
    for (index, part) in parts.enumerated() where index % 2 == 0 {
      for run in part.equalRuns where run.first?.isLetter ?? false {
        guard known.contains(run.first == "S" ? "S" : run) else { return String(run) }
        holdsRun = true
      }
    }
    return holdsRun ? nil : pattern.first.map(String.init) ?? " "
  }
}

extension Substring {
  /// The pieces in which one character stands beside itself.
  fileprivate var equalRuns: [Substring] {
    var runs: [Substring] = []
    var rest = self
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      runs.append(run)
      rest = rest.dropFirst(run.count)
    }
    return runs
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
