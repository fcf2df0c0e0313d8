import Domain
import Verbs

/// Who has been there for an order before, and what came of it.
extension AssignPopup {
  /// Nil once somebody has it again.
  func cameBefore(_ order: WorkOrder, _ model: Model) -> String? {
    guard order.openVisit?.activeAssignment == nil else { return nil }
    return sentBack(order, model) ?? leftUndone(order, model) ?? held(order, model)
  }

  /// Who did it, and why it was sent back.
  private func sentBack(_ order: WorkOrder, _ model: Model) -> String? {
    guard let rework = order.reworks.last else { return nil }
    let done = order.visits.last { $0.assignment?.status == .done }?.assignment
    let who = name(done, model).map { "\($0) did it; " } ?? ""
    return "\(who)sent back \(model.words(rework.at)) by \(model.name(of: rework.by)): \(rework.reason)"
  }

  /// Who was there and could not do it, and what was to come next.
  private func leftUndone(_ order: WorkOrder, _ model: Model) -> String? {
    guard order.status == .notDone, let last = lastUndone(order), let name = name(last, model) else {
      return nil
    }
    let when = last.endedAt.map { " \(model.words($0))" } ?? ""
    let why = last.reason.map { ": \($0)" } ?? ""
    return "\(name) left it undone\(when)\(why)\(last.nextStep.map { " · next: \($0)" } ?? "")"
  }

  /// Who held it, with what he found and what was to come next.
  private func held(_ order: WorkOrder, _ model: Model) -> String? {
    guard let past = order.pastHolds.last, let name = name(lastUndone(order), model) else { return nil }
    let next = past.hold.nextStep.map { " · next: \($0)" } ?? ""
    let released = "released \(model.words(past.releasedAt)) by \(model.name(of: past.releasedBy))"
    return "\(name) held it for \(past.hold.reason.rawValue): \(past.hold.note)\(next) · \(released)"
  }

  private func lastUndone(_ order: WorkOrder) -> Assignment? {
    order.visits.last { $0.assignment?.status == .notDone }?.assignment
  }

  private func name(_ assignment: Assignment?, _ model: Model) -> String? {
    model.technicianName(assignment?.technician).map { Wording.short($0) }
  }
}
