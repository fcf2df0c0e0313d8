/// Why a technician is not offered for a visit; computed from the plan as it is, never remembered from a search.
public enum Reason: Equatable, Sendable {
  /// He may never do it.
  case misfit(Misfit)
  /// The parts are on his van and go into his other visits.
  case partsUsed(part: Int, left: Int, needs: Int)
  /// Even on an empty day he is there only after the last window.
  case tooFar(reached: Int, lastWindow: Int)
  /// Even on an empty day he is home too late.
  case homeTooLate(at: Int, limit: Int)
  /// Even on an empty day there is no time for lunch.
  case noLunch
  /// It would fit with so much more overtime than he may do, or were this visit moved; nil where that does not help.
  case full(overtime: Int?, moving: Int?)
  /// It fits, and costs more than leaving it out does.
  case dearer(cost: Int, leavingOut: Int)
}
