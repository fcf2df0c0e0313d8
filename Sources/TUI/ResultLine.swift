/// What the last action came to, as a sentence.
public struct ResultLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case done, refused, warning, note
  }

  public var kind: Kind
  public var sentence: String

  public init(_ kind: Kind, _ sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }
}
