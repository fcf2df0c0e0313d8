/// One place of a route, with what is known of the way up to it and of the way on.
///
/// Two instants ride along the route: `0` where lunch has not been taken yet, `1` where it has (or none is due).
struct Stop: BitwiseCopyable {
  /// `VisitRow.none` at either end of the route.
  var visit: Int32
  var place: Int32
  /// Seconds to the next stop; nought in an empty route, which nobody drives.
  var onward: Int32
  /// When one can leave.
  var ready0, ready1: Int32
  /// The last arrivals with which the rest of the route is possible.
  var latest0, latest1: Int32
  /// The last arrivals with which the rest of the route costs no lateness, overtime or moved promise.
  var calm0, calm1: Int32
  /// Lateness and moved promises so far.
  var cost0, cost1: Int
}

/// A technician's route as a whole.
struct Route: BitwiseCopyable {
  /// Visits in it, and how many of the first may not be touched.
  var count, opening: Int32
  /// Seconds of driving.
  var travel: Int
  /// Seconds at work.
  var service: Int
  /// Not preferred, changed technician.
  var extra: Int
  /// Lateness, overtime, moved promises.
  var late: Int
  /// A number that no other content of the route has had.
  var version: Int
}

/// Where a visit would go in a route, and what that costs.
struct Spot: BitwiseCopyable {
  var cost: Int
  var seconds: Int32
  var position: Int32
  var version: Int

  static let nowhere = Spot(cost: .max, seconds: 0, position: -1, version: 0)
}
