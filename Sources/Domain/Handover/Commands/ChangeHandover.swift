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
    /// For undo: as it was before a change that left it as in `replacing`; what others did since stays.
    case restore(Handover, replacing: Handover)
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
      let added = HandoverEvent.lineAdded(HandoverLine(id: id, words: words, by: by, at: at))
      let isRead = handover.read.contains { $0.section == .words && $0.person != by }
      return ([added] + (isRead ? [.unread([.words])] : [])).map { .office(.handover($0)) }
    case .remove(let id):
      return handover.lines.contains { $0.id == id } ? [.office(.handover(.lineRemoved(id)))] : []
    case .read(let sections):
      let unread = handover.unread(by: by).filter(sections.contains)
      return unread.isEmpty ? [] : [.office(.handover(.read(unread)))]
    case .take:
      let unread = handover.unread(by: by)
      guard unread.isEmpty else { throw .handoverUnread(unread) }
      return [.office(.handover(.deskTaken(keeping: handover.linesToKeep)))]
    case .restore(let earlier, let left):
      let restored = try handover.restored(to: earlier, from: left, in: moment)
      return restored == handover ? [] : [.office(.handover(.restored(restored)))]
    }
  }

  public func inverse(in moment: Moment) -> [Command] {
    switch change {
    case .add(let id, _): [.changeHandover(ChangeHandover(.remove(id)))]
    case .remove(let id): back(from: .lineRemoved(id), in: moment)
    case .take: back(from: .deskTaken(keeping: moment.office.handover.linesToKeep), in: moment)
    case .restore(let earlier, let left):
      [.changeHandover(ChangeHandover(.restore(left, replacing: earlier)))]
    // What somebody has read he has read.
    case .read: []
    }
  }

  private func back(from event: HandoverEvent, in moment: Moment) -> [Command] {
    let before = moment.office.handover
    var after = before
    after.apply(event, moment.stamp)
    return [.changeHandover(ChangeHandover(.restore(before, replacing: after)))]
  }
}

extension Handover {
  /// Puts back what a change took away and takes away what it added; refused when somebody has taken over since.
  fileprivate func restored(
    to earlier: Handover, from left: Handover, in moment: Moment
  ) throws(Refusal) -> Handover {
    var restored = self
    if earlier.taken != left.taken {
      if taken != left.taken {
        let now = taken.flatMap { moment.office.person($0.by)?.handle }
        throw .changedSince(.office(moment.office.profile.name), field: "desk", now: now)
      }
      restored.taken = earlier.taken
    }
    restored.lines = merged(lines, earlier.lines, left.lines)
    restored.read = merged(read, earlier.read, left.read)
    return restored
  }

  private func merged<Part: Hashable>(_ now: [Part], _ earlier: [Part], _ left: [Part]) -> [Part] {
    let added = Set(left).subtracting(earlier)
    let removed = Set(earlier).subtracting(left)
    let known = Set(earlier)
    return earlier.filter { removed.contains($0) || now.contains($0) }
      + now.filter { !known.contains($0) && !added.contains($0) }
  }
}

extension Handover {
  mutating func apply(_ event: HandoverEvent, _ stamp: Stamp) {
    switch event {
    case .lineAdded(let line): lines.append(line)
    case .lineRemoved(let id): lines.removeAll { $0.id == id }
    case .read(let sections):
      read += sections.map { Reading(person: stamp.by, section: $0) }.filter { !read.contains($0) }
    case .taken: take([], stamp)
    case .deskTaken(let kept): take(kept, stamp)
    case .unread(let sections):
      read.removeAll { sections.contains($0.section) && $0.person != stamp.by }
    case .restored(let earlier): self = earlier
    }
  }

  private mutating func take(_ kept: [HandoverLine.ID], _ stamp: Stamp) {
    lines.removeAll { !kept.contains($0.id) }
    read = []
    taken = Taking(by: stamp.by, at: stamp.at)
  }

  /// What was written since the desk was taken last: whoever takes it now works with it, and the next does not.
  fileprivate var linesToKeep: [HandoverLine.ID] {
    lines.filter { line in taken.map { $0.at <= line.at } ?? true }.map(\.id)
  }
}
