import Settings

/// The fields that a day to plan may have, by the object they stand in.
enum PlanFields {
  static let day = ["format", "name", "now", "travel", "weights", "technicians", "jobs", "published"]
  static let travel = ["model", "earthRadiusM", "circuity", "speedMps", "legOverheadS", "zones", "speeds"]
  static let weights = [
    "travel", "overtime", "balance", "late", "unserved", "notPreferred", "changedTechnician", "movedStart",
    "movedStartToleranceS"
  ]
  static let technician = [
    "id", "start", "end", "shift", "maxOvertimeS", "break", "skills", "stock", "priorWorkS", "startZone",
    "endZone"
  ]
  static let rest = ["durationS", "earliest", "latest"]
  static let job = [
    "id", "at", "durationS", "priority", "release", "due", "windows", "skills", "parts", "preferred",
    "forbidden", "pinned", "zone"
  ]
  static let promise = ["technician", "start"]
}

extension JSONTree {
  /// Refuses a field that stands there twice, and one that can only be a misspelling of a known one that is missing:
  /// what it says would be lost. Anything else that the format does not know may stand there.
  func keep(to known: [String]) throws(ExchangeError) {
    guard case .object(let members) = self else { return }
    var seen: Set<Int> = []
    var strange: [String] = []
    for member in members {
      guard let place = known.firstIndex(of: member.key) else {
        strange.append(member.key)
        continue
      }
      guard seen.insert(place).inserted else { throw .field(member.key, .repeated) }
    }
    for key in strange {
      let meant = known.indices.first { !seen.contains($0) && Nearest.isSlip(key, of: known[$0]) }
      if let meant { throw .field(key, .misspelt(known[meant])) }
    }
  }
}
