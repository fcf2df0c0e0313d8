/// What its customer has been told of an order, and what of that another time makes untrue.
extension WorkOrder {
  /// What the customer was told last, or will be unless an undo catches it; nil when nobody told a time.
  public var lastTold: OutgoingMessage? {
    messages.last { $0.to.isOutside && $0.tells != nil && $0.state != .recalled }
  }

  /// What the office said to the customer last in words of its own about how things stand, unless an undo catches
  /// it; nil when it said nothing. What somebody wrote by hand is none of that.
  var lastSaid: OutgoingMessage? {
    messages.last {
      $0.to.isOutside && ($0.tells != nil || $0.template != nil) && $0.state != .recalled
    }
  }

  /// Whether the customer waits to hear when somebody comes: he was told that he would, or work of which he was told
  /// something had ended and was taken up again, and he has heard no time since.
  public var owesTime: Bool {
    guard let said = lastSaid else { return false }
    if said.tells == nil, Self.promising.contains(said.template ?? "") { return true }
    return !isEnded && (pastEndings.map(\.at) + reworks.map(\.at)).contains { said.at <= $0 }
  }

  /// The templates that say so.
  private static let promising: Set<String> = [
    MessageTemplate.receipt, "held", MessageTemplate.postponed, "correction"
  ]

  /// Whether the customer knows when somebody comes: told by message, or by an agreed window.
  public var customerKnowsTime: Bool { lastTold != nil || window != nil }

  /// Whether its customer is to hear of a visit that is planned for somebody at this time: he waits to hear one, or
  /// counts on another. Of work that is held he hears when it goes on.
  public func hears(ofVisitAt start: Timestamp) -> Bool {
    guard hold == nil else { return false }
    if owesTime { return true }
    let isFirm = openVisit?.activeAssignment.map { $0.status != .tentative } ?? false
    return !(isFirm && openVisit?.start == start) && countsOnAnotherTime(than: start)
  }

  /// Whether its customer is to hear that the visit in hand moves to this time.
  public func hears(ofMoveTo start: Timestamp) -> Bool { customerKnowsTime && openVisit?.start != start }

  /// Whether the words that wait to tell its customer when somebody comes name who has it now, and not this one.
  public func isToldOfAnother(than technician: Technician.ID) -> Bool {
    hold == nil && lastTold?.state == .waiting && self.technician.map { $0 != technician } ?? false
  }

  /// The time that the customer was told and still counts on; nil once the work that it was told of is done.
  public var toldTime: Timestamp? {
    guard let told = lastTold else { return nil }
    // Who was there and could not do it comes again, and the customer does not know when.
    let isDone = visits.contains { visit in
      guard let assignment = visit.assignment, assignment.status == .done else { return false }
      return told.at <= assignment.endedAt ?? .distantPast
    }
    return isDone ? nil : told.tells
  }

  /// Whether its customer was told of a visit at another time, or promised a window that this one is not in.
  public func countsOnAnotherTime(than start: Timestamp) -> Bool {
    if let toldTime { return toldTime != start }
    return openPromise.map { start < $0.start || start > $0.end } ?? false
  }
}

extension WorkOrder {
  /// Why one of the usual texts would tell its customer what is not so; nil where it would not.
  func untruth(of template: String) -> Refusal? {
    switch template {
    case MessageTemplate.assigned where technician == nil:
      .missing(.order(number), fields: [MergeField.technician.rawValue])
    case MessageTemplate.postponed where postponedTo == nil && lastSaid?.tells == nil:
      .missing(.order(number), fields: [MergeField.was.rawValue])
    case MessageTemplate.calledOff where !isEnded: .wrongState(number, status, wanted: .ended)
    default: nil
    }
  }
}
