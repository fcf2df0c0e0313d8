import Planner

/// A field of a plan file that may stand there and yet counts for nothing.
public struct FieldDoubt: Hashable, Sendable {
  public let path: String
  public let fault: FieldFault
}

extension ProblemReading {
  /// What a day that is planned anew says of people and visits that it does not have, and whose day is over before it
  /// begins. That promises were made by somebody who is gone is why days are planned anew, and no doubt.
  func doubts(_ tree: JSONTree, _ crew: [JSONTree], _ jobs: [JSONTree], _ problem: Problem) -> [FieldDoubt] {
    var doubts: [FieldDoubt] = []
    for (index, one) in problem.technicians.enumerated()
    where one.shiftEnd + one.maxOvertime < one.shiftStart {
      doubts.append(FieldDoubt(path: "technicians[\(index)].shift", fault: .reversed))
    }
    for (index, job) in jobs.enumerated() {
      for (path, id) in job.named where technicians.index[id] == nil {
        doubts.append(FieldDoubt(path: "jobs[\(index)].\(path)", fault: .unknown(id)))
      }
    }
    if case .object(let promises)? = tree["published"] {
      for promise in promises where visits.index[promise.key] == nil {
        doubts.append(FieldDoubt(path: "published.\(promise.key)", fault: .unknown(promise.key)))
      }
    }
    return doubts
  }
}

extension JSONTree {
  /// Whom a visit names, each with the field's path.
  fileprivate var named: [(path: String, id: String)] {
    var named: [(path: String, id: String)] = []
    for key in ["preferred", "forbidden"] {
      guard case .array(let values)? = self[key] else { continue }
      for (index, value) in values.enumerated() {
        if case .string(let id) = value { named.append(("\(key)[\(index)]", id)) }
      }
    }
    if case .string(let id)? = self["pinned"] { named.append(("pinned", id)) }
    return named
  }
}
