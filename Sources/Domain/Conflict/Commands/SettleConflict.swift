/// Says what becomes of what a console wanted and the office refused.
public struct SettleConflict: CommandRule {
  public static let permission = Permission.note
  public static let kind = CommandKind.claim

  public var conflict: Conflict.ID
  /// Nil opens it again, for undo.
  public var answer: ConflictAnswer?
  /// Whether facts that are to count are still to be entered as they were told; nil where they go along with it.
  public var asTold: Bool?

  public init(_ conflict: Conflict.ID, _ answer: ConflictAnswer?, asTold: Bool? = nil) {
    self.conflict = conflict
    self.answer = answer
    self.asTold = asTold
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let found = moment.office.conflict(conflict) else {
      throw .notFound(.conflict(conflict.description))
    }
    let isToBeEntered = asTold ?? false
    if found.settlement?.answer == answer {
      let isEntered = !isToBeEntered && found.awaitsEntry ?? false
      return isEntered ? [.office(.conflict(.changed(conflict, .entered)))] : []
    }
    if let settlement = found.settlement, answer != nil {
      let by = moment.office.person(settlement.by)?.handle
      throw .changedSince(.conflict(conflict.description), field: "settled", now: by)
    }
    if isToBeEntered, answer == .redo {
      try refuseVain(found, in: moment)
      return [.office(.conflict(.changed(conflict, .accepted)))]
    }
    let change = answer.map { ConflictChange.settled($0) } ?? .reopened
    return [.office(.conflict(.changed(conflict, change)))]
  }

  /// Refuses what the office would refuse once more. That an order is not here is no reason: it is looked up as they are
  /// entered.
  private func refuseVain(_ found: Conflict, in moment: Moment) throws(Refusal) {
    do throws(Refusal) {
      _ = try moment.office.decide(found.toldAgain(as: found.id, from: moment.stamp.console))
    } catch {
      if case .notFound(.order) = error { return }
      throw error
    }
  }

  /// None where facts are entered by it: they stay, and a conflict that is open again would enter them once more.
  public func inverse(in moment: Moment) -> [Command] {
    let found = moment.office.conflict(conflict)
    let before = found?.settlement?.answer
    if before == answer || answer == .redo && found?.isFact ?? false { return [] }
    return [.settleConflict(SettleConflict(conflict, before))]
  }

  /// Whoever wished it, or has its alert, settles his own; what others wished is for who dispatches work.
  func permissions(of person: Person.ID, in office: Office) -> [Permission] {
    guard let found = office.conflict(conflict), found.person != person,
      found.alertLives?.last?.owner != person
    else { return [Self.permission] }
    return [.dispatchWork]
  }

  func isOwn(of technician: Technician.ID, in office: Office) -> Bool {
    office.person(office.conflict(conflict)?.person)?.technician == technician
  }
}
