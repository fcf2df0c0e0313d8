/// Puts a file with an order; its bytes live apart, by their hash.
public struct AttachFile: WorkOrderCommand {
  public static let permission = Permission.note
  public static let kind = CommandKind.fact

  public var sha256: Digest
  public var name: String
  /// The media type, such as `image/jpeg`.
  public var type: String
  public var bytes: Int

  public init(sha256: Digest, name: String, type: String, bytes: Int) {
    self.sha256 = sha256
    self.name = name
    self.type = type
    self.bytes = bytes
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.attachments.contains(where: { $0.sha256 == sha256 && $0.name == name }) { return [] }
    return [.attached(sha256: sha256, name: name, type: type, bytes: bytes)]
  }
}
