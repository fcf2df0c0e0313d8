/// Words that were not understood: what is wrong, which word, and what was probably meant (exit status 2).
public struct UsageFault: Error, Hashable, Sendable {
  /// One sentence, or two: what the word is not, and what would be.
  public let message: String
  public let word: String?
  public let nearest: [String]

  public init(_ message: String, word: String? = nil, nearest: [String] = []) {
    self.message = message
    self.word = word
    self.nearest = nearest
  }
}
