public import Domain

extension Objects {
  /// The coming days, each with its figures as a whole and by trade.
  public static func forecast(
    from day: CivilDate, days: Int, in office: Office, at now: Timestamp
  ) -> JSONValue {
    let forecast = office.forecast(from: day, days: days, at: now)
    let rows = forecast.days.map { one -> JSONValue in
      var object = figures(one.whole)
      object.add("day", one.id.iso)
      object.add(
        "trades",
        one.trades.map { line -> JSONValue in
          var object = figures(line.figures)
          object.add("trade", line.trade.name)
          return object.value
        })
      return object.value
    }
    return .object([.init("days", .array(rows)), .init("dueLater", JSONValue(forecast.later))])
  }

  private static func figures(_ figures: Forecast.Figures) -> JSONObject {
    var object = JSONObject()
    object.add("technicians", figures.technicians)
    object.add("workingSeconds", JSONValue.integer(figures.open.seconds))
    object.add("plannedSeconds", JSONValue.integer(figures.planned.seconds))
    object.add("waitingSeconds", JSONValue.integer(figures.waiting.seconds))
    object.add("orders", figures.orders)
    object.add("isShort", figures.isShort)
    return object
  }
}
