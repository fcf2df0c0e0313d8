/// One thing in a settings file that could not be used, with its place; everything else still loads.
public struct SettingsProblem: Error, Hashable, Sendable {
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// Counted from 1, in Unicode scalars.
  public var column: Int
  /// The word in question as it stands in the file.
  public var word: String
  /// Valid words that look most like it, best first.
  public var nearest: [String]
  /// What is wrong and what would be right, as a whole sentence without the place.
  public var sentence: String

  public init(
    file: String, line: Int, column: Int, word: String, nearest: [String] = [], sentence: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.word = word
    self.nearest = nearest
    self.sentence = sentence
  }

  /// Where it stands, as compilers write it, so that editors can jump to it.
  public var place: String { "\(file):\(line):\(column)" }
}

extension SettingsProblem: CustomStringConvertible {
  public var description: String { "\(place): \(sentence)" }
}

extension SettingsProblem: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column, left.sentence)
      < (right.file, right.line, right.column, right.sentence)
  }
}
