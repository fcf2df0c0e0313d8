public import Domain

extension QueueFilter {
  /// Whether a row of the queue is shown. `initials` are those of the person at the console, for `mine`.
  public func matches(_ row: QueueRow, at now: Timestamp, initials: String? = nil) -> Bool {
    terms.allSatisfy { matches($0.test, row, now, initials) != $0.isNegated }
  }

  private func matches(_ test: Test, _ row: QueueRow, _ now: Timestamp, _ initials: String?) -> Bool {
    switch test {
    case .field(let field, let values):
      if values.isEmpty { return true }
      let text = QueueFilter.text(of: field, row)
      return values.contains { value in
        switch field {
        case .trade, .zone, .priority, .status: text.folded.hasPrefix(value)
        case .site, .customer: text.holds(folded: value)
        }
      }
    case .due(let isLess, let span):
      guard let clock = row.clock else { return false }
      return isLess ? clock.remaining < span : clock.remaining > span
    case .age(let isLess, let span):
      let age = now - row.receivedAt
      return isLess ? age < span : age > span
    case .mark(let mark): return has(mark, row, initials)
    case .words(let folded):
      if folded.isEmpty { return true }
      return row.summary.holds(folded: folded) || row.siteName.holds(folded: folded)
        || row.customerName.holds(folded: folded) || (row.trade?.name ?? "").holds(folded: folded)
        || (row.zone ?? "").holds(folded: folded) || String(row.number).holds(folded: folded)
    }
  }

  private func has(_ mark: Mark, _ row: QueueRow, _ initials: String?) -> Bool {
    switch mark {
    case .flagged: row.isFlagged
    case .mine: row.claimedBy != nil && row.claimedBy == initials
    case .claimed: row.claimedBy != nil
    case .unclaimed: row.claimedBy == nil
    case .held: row.hold != nil
    case .breached: row.clock?.state == .breached
    case .atrisk: row.clock?.state == .atRisk
    case .incomplete: row.hasAnomaly
    }
  }

  private static func text(of field: Field, _ row: QueueRow) -> String {
    switch field {
    case .trade: row.trade?.name ?? ""
    case .zone: row.zone ?? ""
    case .priority: row.priority.text
    case .site: row.siteName
    case .customer: row.customerName
    case .status: row.status.rawValue
    }
  }
}
