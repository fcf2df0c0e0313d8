/// One key as terminals can send it, spelled in exactly one way: `a`, `A`, `C-s`, `M-x`, `S-Tab`, `F5`.
public struct KeyName: Hashable, Sendable {
  /// The one spelling; comparing and hashing go by it.
  public let spelling: String

  /// A key that was pressed, in its one spelling already; what people wrote goes through `read`.
  public init(pressed spelling: String) {
    self.spelling = spelling
  }

  /// Reads what a person wrote, such as `^S`, `ctrl-s`, `alt-x` or `shift-tab`; refuses what cannot be bound.
  public static func read(_ text: String) throws(KeyRefusal) -> KeyName {
    try KeySpelling.key(text)
  }

  /// Reads keys that follow each other, such as `E x`.
  public static func readSequence(_ text: String) throws(KeyRefusal) -> [KeyName] {
    if text == " " { return [KeyName(pressed: "Space")] }
    let words = text.split(separator: " ")
    guard !words.isEmpty else { throw .unknown(text, nearest: []) }
    guard words.count <= 3 else { throw .tooLong(text) }
    var keys: [KeyName] = []
    for word in words { keys.append(try read(String(word))) }
    return keys
  }
}

extension KeyName: Comparable {
  public static func < (left: KeyName, right: KeyName) -> Bool { left.spelling < right.spelling }
}

extension KeyName: CustomStringConvertible {
  public var description: String { spelling }
}

extension [KeyName] {
  /// As written in a keymap and shown in hints: `E x`.
  public var spelling: String { map(\.spelling).joined(separator: " ") }
}
