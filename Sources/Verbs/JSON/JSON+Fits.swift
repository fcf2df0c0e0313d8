import Domain

extension Objects {
  /// What somebody who could take an order, or could not, may be told by.
  static let fitsKeys =
    """
    technician name fits rank arrivesAt endsAt travel.seconds travel.metres travel.by travel.zones \
    travel.timePercent skill.trade skill.level loadBefore loadAfter moves
    """ + PlanCost.Term.allCases.map { " costs.\($0.rawValue)Seconds" }.joined() + """
       vendor.company vendor.price vendor.overLimit vendor.insuredUntil vendor.insured warnings missed reasons \
      why overtimeSeconds moving dearerSeconds
      """

  /// Somebody who could take an order, where and what that costs, in seconds of driving that weigh as much.
  static func fits(_ one: Candidate, rank: Int, missed: [String]) -> JSONValue {
    var object = JSONObject()
    object.add("technician", one.handle)
    object.add("name", one.name)
    object.add("fits", true)
    object.add("rank", rank)
    object.add("arrivesAt", one.arrival.rfc3339)
    object.add("endsAt", one.range.end.rfc3339)
    object.add("travel", travel(one.travel))
    object.add("skill", one.skill.map { skill($0.trade, $0.level) })
    object.add("loadBefore", one.loadBefore)
    object.add("loadAfter", one.loadAfter)
    object.add(
      "moves",
      one.moves.map { move in
        JSONValue.object([
          .init("order", JSONValue(move.number)), .init("from", .string(move.from.rfc3339)),
          .init("to", .string(move.to.rfc3339)), .init("broken", .array(move.broken.map { broken($0) }))
        ])
      })
    object.add("costs", costs(one.costs))
    if let vendor = one.vendor { object.add("vendor", self.vendor(vendor)) }
    object.add("warnings", one.warnings.map { broken($0) })
    object.add("missed", missed.map { JSONValue($0) })
    return object.value
  }

  private static func vendor(_ terms: VendorTerms) -> JSONValue {
    var object = JSONObject()
    object.add("company", terms.company)
    object.add("price", terms.price?.text)
    object.add("overLimit", terms.limit != nil)
    object.add("insuredUntil", terms.insuredUntil?.iso)
    object.add("insured", terms.isInsured)
    return object.value
  }

  /// Somebody who cannot, with each rule that says so.
  static func fitsNot(_ one: NoCandidate, in office: Office, at now: Timestamp) -> JSONValue {
    var object = JSONObject()
    object.add("technician", one.handle)
    object.add("name", one.name)
    object.add("fits", false)
    object.add("loadBefore", one.loadPercent)
    object.add("reasons", one.reasons.map { broken($0) })
    object.add("why", Wording(office: office, now: now).refusal(of: one))
    switch one.remedy {
    case .overtime(let span): object.add("overtimeSeconds", JSONValue.integer(span.seconds))
    case .moving(let number, _): object.add("moving", number)
    case .dearer(let span): object.add("dearerSeconds", JSONValue.integer(span.seconds))
    case nil: break
    }
    return object.value
  }

  /// A way, and what its length is taken from.
  static func travel(_ travel: Domain.Travel) -> JSONValue {
    var object = JSONObject()
    object.add("seconds", JSONValue.integer(travel.span.seconds))
    object.add("metres", travel.metres)
    switch travel.source {
    case .samePlace: object.add("by", "same spot")
    case .guess: object.add("by", "guess")
    case .distance: object.add("by", "distance")
    case .zones(let from, let to):
      object.add("by", "zones")
      object.add("zones", [JSONValue(from), JSONValue(to)])
    }
    if travel.timePercent != 100 { object.add("timePercent", travel.timePercent) }
    return object.value
  }

  /// Terms by name, in seconds of driving that weigh as much.
  static func costs(_ costs: [PlanCost]) -> JSONValue {
    .object(costs.map { .init("\($0.term.rawValue)Seconds", .integer($0.worth.seconds)) })
  }
}
