public import Domain

extension Objects {
  /// The handover: its sentences by section.
  public static func handover(_ sheet: HandoverSheet, in office: Office, at now: Timestamp) -> JSONValue {
    let wording = Wording(office: office, now: now)
    var object = JSONObject()
    object.add("since", sheet.since.rfc3339)
    object.add("done", sheet.done)
    object.add("planned", sheet.planned)
    for counter in sheet.met { object.add(counter.name.rawValue, counter.percent) }
    object.add("takenBy", office.handover.taken.flatMap { office.person($0.by)?.handle })
    object.add("takenAt", office.handover.taken?.at.rfc3339)
    for section in HandoverSection.allCases {
      object.add(section.rawValue, sheet.items(section).map { JSONValue(wording.handover($0)) })
    }
    return object.value
  }

  /// The figures, each with its parts.
  public static func counters(_ counters: Counters) -> JSONValue {
    var object = JSONObject()
    object.add("from", counters.shift.start.rfc3339)
    object.add("to", counters.shift.end.rfc3339)
    for counter in counters.all {
      var one = JSONObject()
      switch counter.value {
      case .count(let count): one.add("count", count)
      case .share(let part, let whole):
        one.add("part", part)
        one.add("whole", whole)
      case .mean(let length, let count):
        one.add("meanSeconds", Int(length.seconds))
        one.add("count", count)
      case .none: break
      }
      one.add("target", counter.target)
      one.add("definition", Wording.definition(of: counter.name))
      object.add(counter.name.rawValue, one.value)
    }
    return object.value
  }
}
