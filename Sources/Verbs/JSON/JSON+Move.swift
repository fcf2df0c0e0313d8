public import Domain

extension Objects {
  /// What a visit would come to somewhere else.
  public static func preview(_ preview: MovePreview, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("order", preview.number)
    object.add("from", spot(preview.from, in: office))
    object.add("to", spot(preview.to, in: office))
    object.add("broken", preview.broken.map { broken($0) })
    object.add("kept", preview.kept.map { JSONValue.string($0.rawValue) })
    let loads = preview.loads.map { load in
      JSONValue.object([
        .init("technician", .string(office.technician(load.technician)?.handle ?? "")),
        .init("day", .string(load.day.iso)), .init("before", JSONValue(load.before)),
        .init("after", JSONValue(load.after))
      ])
    }
    object.add("loads", loads)
    let clocks = preview.clocks.map { clock in
      JSONValue.object([
        .init("kind", .string(clock.kind.rawValue)), .init("dueAt", .string(clock.dueAt.rfc3339)),
        .init("reachedAt", .string(clock.reachedAt.rfc3339)),
        .init("met", JSONValue(booleanLiteral: clock.isMet))
      ])
    }
    object.add("clocks", clocks)
    if let promise = preview.promise { object.add("promiseKept", promise.isKept) }
    return object.value
  }

  static func broken(_ broken: BrokenRule) -> JSONValue {
    JSONValue.object([
      .init("rule", .string(broken.rule.rawValue)), .init("severity", .string(broken.severity.rawValue)),
      .init("detail", detail(.broken(broken)))
    ])
  }

  static func spot(_ spot: MovePreview.Spot, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("technician", office.technician(spot.technician)?.handle)
    object.add("start", spot.start?.rfc3339)
    object.add("lengthSeconds", JSONValue.integer(spot.length.seconds))
    return object.value
  }
}
