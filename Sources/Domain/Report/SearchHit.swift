/// One order that a search found.
public struct SearchHit: Hashable, Sendable, Identifiable {
  public let id: WorkOrder.ID
  public let number: Int
  public let isOpen: Bool
  public let receivedAt: Timestamp
  public let summary: String
  public let siteName: String
  /// The text in which the words were found, cut around them.
  public let excerpt: String

  public init(
    id: WorkOrder.ID, number: Int, isOpen: Bool, receivedAt: Timestamp, summary: String, siteName: String,
    excerpt: String
  ) {
    self.id = id
    self.number = number
    self.isOpen = isOpen
    self.receivedAt = receivedAt
    self.summary = summary
    self.siteName = siteName
    self.excerpt = excerpt
  }
}
