public import DayPlan
public import Domain

extension Objects {
  /// What is in trouble: technicians who are late or away from their visits, and work that cannot wait.
  public static func trouble(_ trouble: DayTrouble, in office: Office) -> JSONValue {
    let handle = { (id: Technician.ID) in office.technician(id)?.handle ?? id.description }
    var object = JSONObject()
    object.add("late", trouble.late.map { JSONValue(handle($0.technician)) })
    object.add("away", trouble.away.map { JSONValue(handle($0.technician)) })
    object.add("waiting", trouble.waiting.compactMap { office.order($0) }.map { JSONValue($0.number) })
    return object.value
  }
}
