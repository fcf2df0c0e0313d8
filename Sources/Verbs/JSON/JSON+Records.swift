public import Domain

extension Objects {
  static let customerKeys = keys(of: Customer.self)
  static let siteKeys = keys(of: Site.self, but: [.accessCode, .at]) + " lat lon hasAccessCode incomplete"
  static let equipmentKeys = keys(of: Equipment.self) + " history"
  static let contractKeys =
    "id name tier response hours holidays zone"
    + HoldReason.allCases.map { " pauses.\($0.rawValue)" }.joined() + " levels"

  private static func keys<R: Record>(of record: R.Type, but left: [R.Field] = []) -> String {
    (["id"] + R.Field.allCases.filter { !left.contains($0) }.map(\.rawValue)).joined(separator: " ")
  }

  /// A customer with every field that is set; references by name. In a list the number is hidden.
  public static func record(
    _ customer: Customer, in office: Office, hidesPhone: Bool = false
  ) -> JSONValue {
    var object = fields(
      of: customer, id: customer.id.description,
      skipping: [.parent, .contract, .prefers, .refuses] + (hidesPhone ? [.phone] : [])
    )
    if hidesPhone { object.add("phone", customer.phone.map { Wording.hidden(phone: $0.words) }) }
    object.add("parent", office.customer(customer.parent)?.name)
    object.add("contract", office.contract(customer.contract)?.name)
    for (name, technicians) in [("prefers", customer.preferred), ("refuses", customer.refused)] {
      guard let technicians else { continue }
      object.add(name, technicians.compactMap { office.technician($0).map { JSONValue($0.handle) } })
    }
    return object.value
  }

  /// A site with every field that is set; of the access code only that there is one.
  public static func record(_ site: Site, in office: Office, hidesPhone: Bool = false) -> JSONValue {
    var object = fields(
      of: site, id: site.id.description,
      skipping: [.customer, .accessCode, .at] + (hidesPhone ? [.phone] : []))
    if hidesPhone { object.add("phone", site.phone.map { Wording.hidden(phone: $0.words) }) }
    object.add("customer", office.customer(site.customer)?.name)
    object.add("lat", site.coordinates?.latitude)
    object.add("lon", site.coordinates?.longitude)
    object.add("hasAccessCode", site.details[.accessCode] != nil)
    object.add("incomplete", site.isProvisional)
    return object.value
  }

  /// A piece of equipment with every field that is set and all that was done to it.
  public static func record(
    _ equipment: Equipment, services: [ServiceRecord], in office: Office
  ) -> JSONValue {
    var object = fields(of: equipment, id: equipment.id.description, skipping: [.site, .parent])
    object.add("site", office.site(equipment.site)?.name)
    object.add("parent", office.equipment(equipment.parent)?.name)
    object.add("history", services.map { service($0, office) })
    return object.value
  }

  /// A skill with the last day of its certificate.
  static func held(_ skill: Skill) -> JSONValue {
    var one = JSONObject()
    one.add("trade", skill.trade.name)
    one.add("level", skill.level)
    one.add("expiresOn", skill.expiresOn?.iso)
    return one.value
  }

  /// A technician's record; the board's card has what he does now.
  public static func record(_ technician: Technician, in office: Office) -> JSONValue {
    var object = fields(of: technician, id: technician.id.description, skipping: [.phone])
    object.add("phone", technician.phone.map { Wording.hidden(phone: $0.words) })
    object.add("presence", technician.presence.rawValue)
    object.add("active", technician.isActive)
    object.add("incomplete", technician.isProvisional)
    object.add("hours", technician.hours?.text)
    object.add(
      "skills",
      technician.skills.map { held($0) })
    object.add(
      "shifts",
      technician.shifts.sorted { $0.key < $1.key }.map { day, intervals in
        .object([.init("day", .string(day.iso)), .init("hours", .array(intervals.map { .string($0.text) }))])
      })
    object.add(
      "absences",
      technician.absences.map { absence in
        .object([
          .init("from", .string(absence.from.rfc3339)), .init("to", .string(absence.to.rfc3339)),
          .init("reason", .string(absence.reason))
        ])
      })
    return object.value
  }

  public static func contract(_ contract: Contract) -> JSONValue {
    var object = JSONObject()
    object.add("id", contract.id.description)
    object.add("name", contract.name)
    object.add("tier", contract.tier?.rawValue)
    object.add("response", contract.response.rawValue)
    object.add("hours", contract.hours.text)
    object.add("holidays", contract.hours.holidays.map { .string($0.iso) })
    object.add("zone", contract.timeZone)
    let pauses = HoldReason.allCases.map {
      JSONValue.Member($0.rawValue, .string(Sheets.pause(contract.pauses[$0])))
    }
    object.add("pauses", .object(pauses))
    object.add(
      "levels",
      contract.levels.map { level in
        var one = JSONObject()
        one.add("priority", level.priority.text)
        one.add("service", level.service?.rawValue)
        one.add("responseSeconds", .integer(level.response.seconds))
        one.add("fixSeconds", .integer(level.fix.seconds))
        one.add("roundTheClock", level.isRoundTheClock)
        return one.value
      })
    return object.value
  }

  private static func fields<R: Record>(of record: R, id: String, skipping: [R.Field]) -> JSONObject {
    var object = JSONObject()
    object.add("id", id)
    for field in R.Field.allCases where !skipping.contains(field) {
      object.add(field.rawValue, record.text(of: field))
    }
    return object
  }

  private static func service(_ record: ServiceRecord, _ office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("order", record.order)
    object.add("closedAt", record.closedAt.rfc3339)
    object.add("technician", office.technician(record.technician)?.handle)
    object.add("summary", record.summary)
    object.add("did", record.did)
    object.add("cause", record.cause)
    object.add("parts", record.parts.map { JSONValue($0) })
    object.add("workSeconds", record.work.map { .integer($0.seconds) })
    object.add("cost", record.cost.map { money($0, office) })
    return object.value
  }
}
