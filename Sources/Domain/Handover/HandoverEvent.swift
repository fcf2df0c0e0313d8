/// What happens to the handover from one shift to the next.
public enum HandoverEvent: Codable, Hashable, Sendable {
  case lineAdded(HandoverLine)
  case lineRemoved(HandoverLine.ID)
  /// Whoever did it has read these parts.
  case read([HandoverSection])
  /// Whoever did it has the desk from now on, and no line by hand is left.
  case taken
  /// The same; these lines by hand stay to be read until the next one takes over.
  case deskTaken(keeping: [HandoverLine.ID])
  /// These parts say something new: everybody but whoever did it has still to read them.
  case unread([HandoverSection])
  /// Something was taken back: it is as it was.
  case restored(Handover)
}
