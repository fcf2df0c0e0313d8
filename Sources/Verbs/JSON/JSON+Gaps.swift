public import Domain

extension Objects {
  /// How everybody's day is filled.
  public static func gaps(_ day: CivilDate, in office: Office, at now: Timestamp) -> JSONValue {
    let rows = office.balance(of: day, at: now).map { balance in
      var object = JSONObject()
      object.add("technician", office.technician(balance.id)?.handle)
      object.add("name", balance.name)
      object.add("loadPercent", balance.loadPercent)
      object.add("visits", balance.visits)
      object.add("workingSeconds", JSONValue.integer(balance.working.seconds))
      object.add("gaps", balance.gaps.map { range($0) })
      object.add("excess", balance.excess.map { excess($0) })
      return object.value
    }
    return .object([.init("day", .string(day.iso)), .init("technicians", .array(rows))])
  }

  private static func excess(_ excess: DayBalance.Excess) -> JSONValue {
    var object = JSONObject()
    switch excess {
    case .overlap(let first, let second, let common):
      object.add("kind", "overlap")
      object.add("orders", [JSONValue(first), JSONValue(second)])
      object.add("range", range(common))
    case .outsideHours(let number, let outside):
      object.add("kind", "outsideHours")
      object.add("orders", [JSONValue(number)])
      object.add("range", range(outside))
    case .overBreak(let number, let pause):
      object.add("kind", "overBreak")
      object.add("orders", [JSONValue(number)])
      object.add("range", range(pause))
    case .overload(let span):
      object.add("kind", "overload")
      object.add("seconds", JSONValue.integer(span.seconds))
    }
    return object.value
  }
}
