/// What is kept of the code that a message told a customer to sign with: enough to know it again, and no more.
///
/// Six digits can be tried out by whoever has the file; the many rounds make that minutes instead of a blink.
public struct SignOffSeal: Codable, Hashable, Sendable {
  /// The message that told it, which also makes equal codes of two orders look different.
  public let message: OutgoingMessage.ID
  public let digest: Digest

  static let rounds = 1_000
  /// How many digits a code has.
  public static let digits = 6

  public init(_ code: String, toldBy message: OutgoingMessage.ID) {
    self.message = message
    digest = Self.digest(code, message)
  }

  public func matches(_ code: String) -> Bool {
    Self.isCode(code) && Self.digest(code, message) == digest
  }

  /// Whether a text is written as a code is.
  public static func isCode(_ text: some StringProtocol) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func digest(_ code: String, _ message: OutgoingMessage.ID) -> Digest {
    var digest = Digest.sha256(Array("callout sign-off \(message) \(code)".utf8))
    for _ in 1..<rounds { digest = .sha256(digest.rawBytes) }
    return digest
  }
}

extension SignOffSeal: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    message = try fields.message
    digest = try fields.digest
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("message", message)
    fields.put("digest", digest)
  }
}

/// How it is known that it was the customer who signed.
public enum SignOffProof: CompactCodable, Hashable, Sendable {
  /// He said the code that he was told.
  case code
  /// A code was typed that he was never told.
  case wrongCode
  /// Without one, and why.
  case without(String)
}

extension WorkOrder {
  /// Whether a code is one that the customer was told: not by a message that was taken back before it left.
  public func accepts(code: String) -> Bool {
    signOffSeals.contains { seal in
      seal.matches(code) && messages.first { $0.id == seal.message }?.state != .recalled
    }
  }

  /// A text without the codes that it tells: for whoever is to be told one by the customer.
  public func withoutCodes(_ text: String) -> String {
    guard !signOffSeals.isEmpty else { return text }
    var masked = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(where: \.isNumber) {
      masked += rest[..<start]
      let run = rest[start...].prefix(while: \.isNumber)
      masked += accepts(code: String(run)) ? String(repeating: "·", count: run.count) : String(run)
      rest = rest[run.endIndex...]
    }
    return masked + rest
  }
}
