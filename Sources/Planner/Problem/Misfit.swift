/// Why somebody may never do a visit, whatever the day looks like.
public enum Misfit: Equatable, Sendable {
  case pinned(to: Int)
  case forbidden
  case skill(Int, has: Int, needs: Int)
  case part(Int, has: Int, needs: Int)
}

extension Problem {
  /// Why a technician may never do a visit, or nil.
  public func misfit(of visit: Visit, with technician: Technician, numbered index: Int) -> Misfit? {
    if let pinned = visit.pinned, pinned != index { return .pinned(to: pinned) }
    if visit.forbidden.contains(index) { return .forbidden }
    for need in visit.skills {
      let has = need.index < technician.skills.count ? technician.skills[need.index] : 0
      if has < need.amount { return .skill(need.index, has: has, needs: need.amount) }
    }
    for need in visit.parts {
      let has = need.index < technician.stock.count ? technician.stock[need.index] : 0
      if has < need.amount { return .part(need.index, has: has, needs: need.amount) }
    }
    return nil
  }
}
