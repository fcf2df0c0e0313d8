public import Domain

/// A half-filled form: local, never a ledger event, kept until it is submitted or thrown away.
public struct Draft: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Draft>

  public let id: ID
  /// Which form it is of, such as `work-order.log`.
  public let form: String
  /// What the form keeps, in the compact encoding: its `texts` are what was typed, the rest is opaque here.
  public let content: [UInt8]
  public let savedAt: Timestamp

  public init(id: ID, form: String, content: [UInt8], savedAt: Timestamp) {
    self.id = id
    self.form = form
    self.content = content
    self.savedAt = savedAt
  }
}
