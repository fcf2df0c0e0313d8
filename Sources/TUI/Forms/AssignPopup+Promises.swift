import Domain
import Terminal
import Verbs

extension AssignPopup {
  /// What would be missed if the order went to somebody as the list shows it.
  func missed(_ candidate: Candidate, _ model: Model) -> [String] {
    guard let order = model.office.order(order) else { return [] }
    return model.missed(by: candidate.range, of: order)
  }

  /// The same for the time or length that is typed, which counts instead of what the list shows.
  func missedAsTyped(_ model: Model) -> String? {
    guard !time.isEmpty || !length.isEmpty, rows.indices.contains(index),
      let order = model.office.order(order)
    else { return nil }
    do throws(NotSubmitted) {
      let proposal = try proposal(for: rows[index], order, model)
      for case .assignVisit(_, let rule) in proposal.commands {
        let length = rule.length ?? order.openVisit?.estimate ?? order.estimate
        let missed = model.missed(by: TimeRange(start: rule.start, length: length), of: order)
        return missed.isEmpty ? nil : "✗ At that time: " + missed.joined(separator: " · ")
      }
    } catch {
      return nil
    }
    return nil
  }
}

extension Model {
  /// The promises of an order that a visit at this time would come too late for, each by how much. What has been
  /// missed already nobody can save, so it is not told of anybody.
  func missed(by visit: TimeRange, of order: WorkOrder) -> [String] {
    wording.missed(by: visit, of: order)
  }

  /// The same where somebody comes on a later day only: nobody puts work off so far without a second look.
  func missedByWaiting(for candidate: Candidate, with order: WorkOrder.ID) -> [String] {
    guard office.today(at: now) < office.zone.date(at: candidate.arrival), let order = office.order(order)
    else { return [] }
    return missed(by: candidate.range, of: order)
  }
}
