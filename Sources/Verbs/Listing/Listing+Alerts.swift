public import Domain

extension Listing {
  public static func alerts(_ board: Board, in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        Column("kind", ""), Column("since", "Age", isRight: true), Column("order", "Order", isRight: true),
        Column("technician", "Technician"), Column("message", "What"), Column("remedy", "Remedy")
      ],
      rows: board.alerts.map { alert in
        let technician = office.technician(alert.technicianID)?.handle ?? ""
        let cells = [
          String(Wording.mark(alert.id.kind)), Wording.clock(now - alert.since),
          alert.id.order.map(String.init) ?? "",
          technician, wording.alert(alert), wording.call(alert.remedy)
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
    object.add("state", "open")
    object.add("remedy", alert.remedy)
    return object.value
  }
}
