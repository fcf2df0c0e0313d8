public import Domain

extension Objects {
  /// A day sheet with its visits in order.
  public static func day(_ sheet: DaySheet, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("technician", sheet.handle)
    object.add("name", sheet.name)
    object.add("day", sheet.day.iso)
    object.add("working", sheet.working.map { range($0) })
    object.add("visits", sheet.visits.map { visit($0, office) })
    return object.value
  }

  private static func visit(_ visit: DaySheetVisit, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("order", visit.number)
    object.add("id", visit.id.description)
    object.add("status", visit.status.rawValue)
    object.add("start", visit.range.start.rfc3339)
    object.add("end", visit.range.end.rfc3339)
    object.add("travelSeconds", JSONValue.integer(visit.travel.span.seconds))
    object.add("travel", travel(visit.travel))
    object.add("priority", visit.priority.text)
    object.add("trade", visit.trade?.name)
    object.add("summary", visit.problem)
    object.add("description", visit.description)
    object.add("window", visit.window.map { range($0) })
    object.add("nte", visit.moneyLimit.map { money($0, office) })
    if let place = visit.place {
      object.add("site", place.name)
      object.add("customer", place.customer)
      object.add("address", place.address)
      object.add("contact", place.contact)
      object.add("access", place.access)
      object.add("hasAccessCode", place.hasAccessCode)
      object.add("parking", place.parking)
      object.add("hazards", place.hazards)
    }
    if let equipment = visit.equipment {
      object.add("equipment", equipment.name)
      object.add("serial", equipment.serial)
    }
    return object.value
  }
}
