public import Domain

extension Listing {
  public static func alerts(
    _ board: Board, in office: Office, at now: Timestamp, person: Person.ID? = nil
  ) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        "", .right("Age"), .right("Order"), "Technician", "What", "Owner", "Next step", "Remedy", "Id"
      ],
      keys: """
        id kind severity since order technician message owner level changedAt nextStepAt \
        nextStep countsFrom customer state remedy
        """,
      rows: board.alerts.map { alert in
        let technician = office.technician(alert.technicianID)?.handle ?? ""
        let cells = [
          String(wording.mark(alert)), TimeWords.clock(wording.age(of: alert)),
          alert.id.order.map(String.init) ?? "",
          technician, wording.alert(alert), wording.owner(of: alert, you: person), wording.next(of: alert),
          wording.call(alert.remedy.verb), alert.id.description
        ]
        return Row(cells, Objects.alert(alert, wording))
      })
  }
}

extension Objects {
  static func alert(_ alert: Alert, _ wording: Wording) -> JSONValue {
    var object = JSONObject()
    object.add("id", alert.id.description)
    object.add("kind", alert.id.kind.rawValue)
    object.add("severity", "\(alert.severity)")
    object.add("since", alert.since.rfc3339)
    object.add("order", alert.id.order)
    object.add("technician", wording.office.technician(alert.technicianID)?.handle)
    object.add("message", wording.alert(alert))
    let standing = alert.standing
    object.add("owner", wording.office.person(standing.owner)?.handle)
    object.add("level", standing.level.rawValue)
    object.add("changedAt", standing.changedAt?.rfc3339)
    object.add("nextStepAt", standing.next.at?.rfc3339)
    object.add("nextStep", wording.next(of: alert))
    object.add("countsFrom", standing.seenFrom?.at.rfc3339)
    object.add("customer", wording.office.customer(alert.id.customer)?.name)
    if case .returns = standing.next { object.add("state", "snoozed") } else { object.add("state", "open") }
    object.add("remedy", alert.remedy.verb)
    return object.value
  }
}
