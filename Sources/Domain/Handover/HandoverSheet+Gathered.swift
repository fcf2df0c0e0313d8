extension HandoverSheet {
  /// One line of the handover: a thing, or many of one kind that are said as one.
  public enum Line: Hashable, Sendable {
    case one(Item)
    case several(Kind, [Item])
  }

  /// What many of are said in one line.
  public enum Kind: Hashable, Sendable {
    case missedClocks, lateArrivals
    case alerts(Alert.Kind)
  }

  /// A part as it is read: more than three of one kind are one line, where the first of them stood.
  public func lines(_ section: HandoverSection) -> [Line] {
    let items = items(section)
    let kinds = Dictionary(grouping: items.filter { $0.kind != nil }, by: \.kind)
    var told: Set<Kind> = []
    return items.compactMap { item in
      guard let kind = item.kind, let all = kinds[kind], all.count > 3 else { return .one(item) }
      return told.insert(kind).inserted ? .several(kind, all) : nil
    }
  }
}

extension HandoverSheet.Item {
  fileprivate var kind: HandoverSheet.Kind? {
    switch self {
    case .missedClock: .missedClocks
    case .alert(let alert): .alerts(alert.id.kind)
    case .lateArrival: .lateArrivals
    case .complaint, .waitingForParts, .unassigned, .absent, .unavailable, .silent, .line: nil
    }
  }
}
