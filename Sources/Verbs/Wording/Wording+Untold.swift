public import Domain

extension Wording {
  /// Whether somebody counts as told of a visit by a call that nobody can make: he has no number, is written nothing,
  /// and has not shown that he knows.
  public func isUntold(_ assignment: Assignment) -> Bool {
    assignment.status == .dispatched && assignment.toldBy != .message && hasNoNumber(assignment.technician)
  }

  /// Why he was not, in place of when he was.
  public static let untold = "not told: no number on record"

  func hasNoNumber(_ technician: Technician.ID?) -> Bool {
    office.technician(technician).map { $0.phone == nil } ?? false
  }
}
