public import DayPlan
public import Domain

extension Objects {
  /// Why an order is where it is; what things weigh in seconds of driving.
  public static func explanation(_ why: OrderExplanation, in office: Office, at now: Timestamp) -> JSONValue {
    var object = JSONObject()
    object.add("order", why.number)
    object.add("standing", standing(why.standing))
    object.add("held", office.order(why.order)?.hold?.reason.rawValue)
    let (who, at) = holder(why.standing)
    object.add("technician", office.technician(who)?.handle)
    object.add("start", at?.rfc3339)
    if !why.costs.isEmpty { object.add("costs", costs(why.costs)) }
    object.add("next", why.next.map { fits($0, rank: 1, missed: []) })
    if !why.dearer.isEmpty { object.add("dearer", costs(why.dearer)) }
    object.add(
      "others", why.others.enumerated().map { fits($0.element, rank: $0.offset + 2, missed: []) })
    object.add("refused", why.refused.map { fitsNot($0, in: office, at: now) })
    object.add("leavingOutSeconds", why.leavingOut.map { JSONValue.integer($0.seconds) })
    object.add("rulesVersion", why.version)
    return object.value
  }

  private static func standing(_ standing: OrderExplanation.Standing) -> String {
    switch standing {
    case .planned: "planned"
    case .withoutHome: "withoutHome"
    case .nobody(.fits): "fits"
    case .nobody(.nobodyMay): "nobodyMay"
    case .nobody(.nobodyReaches): "nobodyReaches"
    case .nobody(.full): "full"
    case .nobody(.dearer): "dearer"
    case .anotherDay: "anotherDay"
    case .underWay: "underWay"
    case .nobodyWorks: "nobodyWorks"
    }
  }

  private static func holder(_ standing: OrderExplanation.Standing) -> (Technician.ID?, Timestamp?) {
    switch standing {
    case .planned(let who, let at): (who, at)
    case .withoutHome(let who), .underWay(let who): (who, nil)
    case .anotherDay(let who, let at): (who, at)
    case .nobody, .nobodyWorks: (nil, nil)
    }
  }
}
