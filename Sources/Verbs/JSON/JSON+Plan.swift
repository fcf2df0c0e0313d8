public import DayPlan
public import Domain

extension Objects {
  /// What a change of the day's plan would come to, option by option.
  public static func plan(_ answer: PlanAnswer, in office: Office, at now: Timestamp) -> JSONValue {
    var object = JSONObject()
    let wording = Wording(office: office, now: .epoch)
    object.add("nothing", answer.nothing.map { wording.nothing($0, on: answer.day) })
    object.add("day", answer.day?.iso)
    object.add(
      "staying",
      answer.staying.map { staying in
        var one = JSONObject()
        one.add("technician", office.technician(staying.technician)?.handle)
        one.add("order", staying.number)
        one.add("until", staying.until.rfc3339)
        return one.value
      })
    object.add(
      "options",
      answer.options.map { option in
        var one = JSONObject()
        one.add("kind", option.kind.sort)
        one.add("seen", option.name(at: now))
        one.add("weightSeconds", option.weight.map { JSONValue.integer($0.seconds) })
        one.add("before", figures(option.before))
        one.add("after", figures(option.after()))
        if case .fills(let fit) = option.kind { one.add("fit", self.fit(fit, in: office)) }
        one.add("changes", option.changes.map { change($0, option.ways[$0.id], in: office) })
        one.add("left", option.left.map { JSONValue($0.number) })
        return one.value
      })
    return object.value
  }

  /// What a day comes to by the rules in force and by others.
  public static func tried(_ day: TriedDay, in office: Office, at now: Timestamp) -> JSONValue {
    func plan(_ plan: TriedDay.Plan) -> JSONValue {
      var object = JSONObject()
      object.add("rules", plan.name)
      object.add("version", plan.version)
      object.add("plan", self.plan(plan.answer, in: office, at: now))
      return object.value
    }
    var object = JSONObject()
    object.add("at", now.rfc3339)
    object.add("inForce", plan(day.inForce))
    object.add("tried", plan(day.tried))
    object.add("different", day.differences.map { JSONValue($0.number) })
    return object.value
  }

  private static func figures(_ figures: DayFigures) -> JSONValue {
    var object = JSONObject()
    object.add("lateSeconds", JSONValue.integer(figures.late.seconds))
    object.add("lateVisits", figures.lateVisits)
    object.add("clocksMissed", figures.breaches)
    object.add("promisesBroken", figures.brokenPromises)
    object.add("drivingSeconds", JSONValue.integer(figures.driving.seconds))
    object.add("metres", figures.metres)
    object.add("guessedWays", figures.guessedWays)
    object.add("measuredWays", figures.measuredWays)
    object.add("ways", figures.ways)
    object.add("overtimeSeconds", JSONValue.integer(figures.overtime.seconds))
    object.add("waiting", figures.open)
    return object.value
  }

  /// Why work fits into somebody's free time.
  private static func fit(_ fit: GapFit, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("order", fit.number)
    object.add("priority", fit.priority.text)
    object.add("technician", office.technician(fit.technician)?.handle)
    object.add("range", range(fit.range))
    object.add("gap", range(fit.gap))
    object.add("travel", travel(fit.way))
    object.add("detourSeconds", JSONValue.integer(fit.detour.seconds))
    object.add("worthSeconds", JSONValue.integer(fit.worth.seconds))
    object.add("isOnlyOne", fit.isOnlyOne)
    if let cheaper = fit.cheaper {
      object.add("cheaper", office.technician(cheaper.technician)?.handle)
      object.add("cheaperBySeconds", JSONValue.integer(cheaper.by.seconds))
    }
    return object.value
  }

  private static func change(_ change: PlanChange, _ way: Domain.Travel?, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("order", change.number)
    object.add("from", spot(change.from, in: office))
    object.add("to", spot(change.to, in: office))
    object.add("broken", change.broken.map { broken($0) })
    object.add("way", way.map { travel($0) })
    return object.value
  }
}
