import Planner

/// A day that the planner cannot reckon with has a figure that no office's day has, such as a visit of eight days. What
/// is asked about it then has no plan, and is answered that it is beyond reckoning; which figure it was helps nobody who
/// dispatches.
extension Problem {
  /// What a plan of the day is looked for on; nil where the day is beyond reckoning.
  var ground: Ground? { try? Ground(self) }

  /// The same for a search over the whole day.
  var searchedGround: Ground? { try? Planning.ground(of: self) }
}
