/// Why a key cannot be bound.
public enum KeyRefusal: Error, Equatable, Sendable {
  case unknown(String, nearest: [String])
  /// Terminals send the same bytes for another key.
  case sameAs(String, other: String)
  /// The key belongs to other programs or to a habit that must stay harmless.
  case reserved(String, why: String)
  /// No terminal sends such a combination in a way that can be relied on.
  case neverSent(String)
  case tooLong(String)

  /// The whole sentence for people.
  public var sentence: String {
    switch self {
    case .unknown(let word, let nearest):
      nearest.isEmpty ? "\"\(word)\" is no key." : "\"\(word)\" is no key; \(nearest.joinedByOr) is."
    case .sameAs(let word, let other):
      "\"\(word)\" is not bound: terminals cannot tell it from \(other)."
    case .reserved(let word, let why):
      "\"\(word)\" is not bound: \(why)."
    case .neverSent(let word):
      "\"\(word)\" is not bound: terminals do not send it as a key of its own."
    case .tooLong(let word):
      "\"\(word)\" is not bound: three keys in a row are the most."
    }
  }

  /// Valid keys that look most like what was written.
  public var nearest: [String] {
    switch self {
    case .unknown(_, let nearest): nearest
    case .sameAs(_, let other): [other]
    case .reserved, .neverSent, .tooLong: []
    }
  }
}

extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  var joinedByOr: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
