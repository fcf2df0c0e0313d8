import Planner

/// What a figure of travel was taken from, for people and for files.
public struct TravelWords: Sendable {
  let source: Travel.Source
  let timePercent: Int

  init(_ travel: Travel, _ from: Int, _ to: Int) {
    source = travel.source(from, to)
    timePercent = travel.timePercent(to: to)
  }

  /// Behind a figure; nothing where it is the usual one, by distance.
  public var words: String {
    let hours = timePercent == 100 || source == .sameSpot ? "" : ", \(timePercent) % of the usual time then"
    switch source {
    case .sameSpot, .distance, .given: return hours
    case .zones: return " by the zones' table" + hours
    }
  }

  /// As members of a JSON object.
  var members: String {
    let name =
      switch source {
      case .sameSpot: "same spot"
      case .distance: "distance"
      case .zones: "zones"
      case .given: "given"
      }
    return "\"by\":\"\(name)\"" + (timePercent == 100 ? "" : ",\"timePercent\":\(timePercent)")
  }
}
