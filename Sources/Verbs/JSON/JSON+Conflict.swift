import Domain

extension Objects {
  /// What somebody wanted, why the office refused it, and whether that is settled.
  static func conflict(_ conflict: Conflict, in office: Office, _ wording: Wording) -> JSONValue {
    var object = JSONObject()
    object.add("id", conflict.id.description)
    let numbers = conflict.orders.compactMap { office.order($0)?.number }
    object.add("order", numbers.first)
    object.add("orders", numbers.map { JSONValue($0) })
    object.add("outcome", "rejected")
    var mine = JSONObject()
    mine.add("person", office.person(conflict.person)?.handle)
    mine.add("at", conflict.at.rfc3339)
    mine.add("wanted", wording.wanted(conflict))
    mine.add("verbs", conflict.commands.map { JSONValue($0.verb) })
    object.add("mine", mine.value)
    if let obstacle = conflict.theirs {
      var theirs = JSONObject()
      theirs.add("person", office.person(obstacle.person)?.handle)
      theirs.add("at", obstacle.at.rfc3339)
      theirs.add("entry", obstacle.entry)
      theirs.add("console", obstacle.console.description)
      object.add("theirs", theirs.value)
    }
    object.add("rule", conflict.refusal.code)
    object.add("fix", conflict.isOpen ? wording.fix(conflict) : nil)
    object.add("refusedAt", conflict.refusedAt?.rfc3339)
    object.add("message", wording.why(conflict))
    object.add("console", conflict.console.description)
    object.add("open", conflict.isOpen)
    object.add("settled", conflict.settlement?.answer.rawValue)
    return object.value
  }
}
