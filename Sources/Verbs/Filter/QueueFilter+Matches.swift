public import Domain

extension QueueFilter {
  /// Whether a row is shown.
  public func matches(_ row: QueueRow, in moment: FilterMoment) -> Bool {
    terms.allSatisfy { matches($0.test, row, moment) != $0.isNegated }
  }

  private func matches(_ test: Test, _ row: QueueRow, _ moment: FilterMoment) -> Bool {
    switch test {
    case .field(.technician, let values):
      guard let technician = row.technician.flatMap({ moment.technicians[$0] }) else { return false }
      return values.isEmpty
        || values.contains {
          technician.handle.begins(folded: $0) || technician.name.words.holds(folded: $0)
        }
    case .field(let field, let values):
      if values.isEmpty { return true }
      let text = QueueFilter.text(of: field, row)
      return values.contains { value in
        switch field {
        case .site, .customer: text.holds(folded: value)
        case .trade, .zone, .priority, .status, .tier, .waiting, .age, .held, .technician:
          text.begins(folded: value)
        }
      }
    case .priority(let values): return values.isEmpty || values.contains(row.priority)
    case .bucket(let values):
      return values.isEmpty || values.contains(row.age.bucket) || row.waitsFor.map(values.contains) ?? false
    case .held(let values): return row.hold.map { values.isEmpty || values.contains($0) } ?? false
    case .due(let isLess, let span):
      guard let clock = row.clock else { return false }
      return isLess ? clock.remaining < span : clock.remaining > span
    case .age(let isLess, let span):
      let age = moment.now - row.receivedAt
      return isLess ? age < span : age > span
    case .mark(let mark): return has(mark, row, moment)
    case .words(let folded):
      if folded.isEmpty { return true }
      return row.summary.holds(folded: folded) || row.siteName.holds(folded: folded)
        || row.customerName.holds(folded: folded) || (row.trade?.name ?? "").holds(folded: folded)
        || (row.zone ?? "").holds(folded: folded) || String(row.number).holds(folded: folded)
        || QueueFilter.means(row.status, folded)
    }
  }

  /// Whether a word is the beginning of a status as people say it, such as `review` or `on site`; one letter or two
  /// begin too many.
  private static func means(_ status: WorkOrderStatus, _ folded: String) -> Bool {
    folded.unicodeScalars.count > 2
      && (status.rawValue.begins(folded: folded) || Wording.status(status).begins(folded: folded))
  }

  private func has(_ mark: Mark, _ row: QueueRow, _ moment: FilterMoment) -> Bool {
    switch mark {
    case .flagged: row.isFlagged
    case .due: row.isFlagged && row.followUp?.until.map { $0 <= moment.today } ?? true
    case .mine: row.claim != nil && row.claim?.by == moment.person
    case .others: row.claim != nil && row.claim?.by != moment.person
    case .claimed: row.claimedBy != nil
    case .unclaimed: row.claimedBy == nil
    case .held: row.hold != nil
    case .breached: row.clock?.state == .breached
    case .atrisk: row.clock?.state == .atRisk
    case .urgent: row.isUrgent
    case .incomplete: row.hasAnomaly
    case .open: true
    }
  }

  private static func text(of field: Field, _ row: QueueRow) -> String {
    switch field {
    case .trade: row.trade?.name ?? ""
    case .zone: row.zone ?? ""
    case .site: row.siteName
    case .customer: row.customerName
    case .status: row.status.rawValue
    case .tier: row.tier?.rawValue ?? ""
    // Read into tests of their own, or looked up.
    case .priority, .waiting, .age, .held, .technician: ""
    }
  }
}
