/// Adds to the handover, reads it, or takes over.
public struct ChangeHandover: CommandRule {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public enum Change: Codable, Hashable, Sendable {
    case add(HandoverLine.ID, words: String)
    case remove(HandoverLine.ID)
    case read([HandoverSection])
    /// Refused until all of it is read.
    case take
    /// For undo: everything as it was.
    case restore(Handover)
  }

  public var change: Change

  public init(_ change: Change) { self.change = change }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let handover = moment.office.handover
    let (by, at) = (moment.stamp.by, moment.stamp.at)
    switch change {
    case .add(let id, let words):
      if words.trimmed.isEmpty { throw .missing(.office(moment.office.profile.name), fields: ["words"]) }
      if handover.lines.contains(where: { $0.id == id }) { return [] }
      return [.office(.handover(.lineAdded(HandoverLine(id: id, words: words, by: by, at: at))))]
    case .remove(let id):
      return handover.lines.contains { $0.id == id } ? [.office(.handover(.lineRemoved(id)))] : []
    case .read(let sections):
      let unread = handover.unread(by: by).filter(sections.contains)
      return unread.isEmpty ? [] : [.office(.handover(.read(unread)))]
    case .take:
      let unread = handover.unread(by: by)
      guard unread.isEmpty else { throw .handoverUnread(unread) }
      return [.office(.handover(.taken))]
    case .restore(let earlier): return earlier == handover ? [] : [.office(.handover(.restored(earlier)))]
    }
  }

  public func inverse(in moment: Moment) -> [Command] {
    switch change {
    case .add(let id, _): [.changeHandover(ChangeHandover(.remove(id)))]
    case .remove, .take, .restore: [.changeHandover(ChangeHandover(.restore(moment.office.handover)))]
    // What somebody has read he has read.
    case .read: []
    }
  }
}

extension Handover {
  mutating func apply(_ event: HandoverEvent, _ stamp: Stamp) {
    switch event {
    case .lineAdded(let line): lines.append(line)
    case .lineRemoved(let id): lines.removeAll { $0.id == id }
    case .read(let sections):
      read += sections.map { Reading(person: stamp.by, section: $0) }.filter { !read.contains($0) }
    case .taken:
      lines = []
      read = []
      taken = Taking(by: stamp.by, at: stamp.at)
    case .restored(let earlier): self = earlier
    }
  }
}
