import Domain
import Terminal
import Verbs

extension EditForm {
  static func order(_ order: WorkOrder, _ model: Model) -> EditForm {
    let entries = WorkOrder.Field.allCases.map { field -> Entry in
      let text = order.text(of: field) ?? ""
      switch field {
      case .customer:
        return Entry(
          name: "customer", label: "Customer", text: model.office.customer(order.customer)?.name ?? "",
          offers: .customers)
      case .site:
        return Entry(
          name: "site", label: "Site", text: model.office.site(order.site)?.name ?? "", offers: .sites)
      case .equipment:
        return Entry(
          name: "equipment", label: "Equipment", text: model.office.equipment(order.equipment)?.name ?? "",
          offers: .equipment)
      case .trade: return Entry(name: "trade", label: "Trade", text: text, offers: .trades)
      case .service:
        return Entry(
          name: "service", label: "Service", text: text, kind: .choice(ServiceType.allCases.map(\.rawValue)))
      case .urgency:
        return Entry(
          name: "urgency", label: "Urgency", text: text, kind: .choice(Urgency.allCases.map(\.rawValue)))
      case .window:
        return Entry(
          name: "window", label: "Window", text: order.appointment.map { model.windowText($0) } ?? "",
          note: "9-11, 10:00, am, tomorrow pm, after hours, flexible")
      case .nte: return Entry(name: "nte", label: "NTE", text: text, note: model.office.profile.currency)
      case .estimate:
        return Entry(name: "estimate", label: "Estimate", text: text, note: "such as 90m or 1h30")
      case .skills: return Entry(name: "skills", label: "Skills", text: text, note: "such as hvac:2")
      case .impact:
        return Entry(
          name: "impact", label: "Business", text: text, note: "critical, normal or cosmetic")
      case .rating:
        return Entry(
          name: "rating", label: "Rated", text: text, note: "what the customer thinks of it, 1 to 5")
      case .description: return Entry(name: "description", label: "In full", text: text)
      case .summary, .category, .reference:
        return Entry(
          name: field.rawValue, label: field.rawValue.prefix(1).uppercased() + field.rawValue.dropFirst(),
          text: text)
      }
    }
    return EditForm(
      verb: EditVerb.name, name: "Edit \(order.number)", target: ("order", String(order.number)),
      entries: entries, replaced: texts(of: order), subject: order.id, older: order, site: order.site)
  }

  static func customer(_ customer: Customer, _ model: Model) -> EditForm {
    record(
      customer, verb: CustomerEditVerb.name, name: "Edit \(customer.name)",
      target: ("customer", customer.id.description)
    ) { field in
      switch field {
      case .tier:
        Entry(
          name: "tier", label: "Tier", text: customer.tier.rawValue,
          kind: .choice(Tier.allCases.map(\.rawValue)))
      case .parent:
        Entry(
          name: "parent", label: "Belongs to", text: model.office.customer(customer.parent)?.name ?? "",
          offers: .customers)
      case .contract:
        Entry(
          name: "contract", label: "Contract", text: model.office.contract(customer.contract)?.name ?? "",
          note: "empty: the one of its tier")
      case .language:
        Entry(
          name: "language", label: "Language", text: customer.language ?? "",
          note: "of messages, as a code: de")
      case .credit:
        Entry(
          name: "credit", label: "Credit", text: customer.credit ?? "", note: "why accounts wants to be asked"
        )
      case .prefers:
        Entry(
          name: "prefers", label: "Asks for", text: handles(customer.preferred, model),
          note: "technicians: ana,jo")
      case .refuses:
        Entry(
          name: "refuses", label: "Refuses", text: handles(customer.refused, model),
          note: "who is not to come")
      case .name, .phone, .contact, .preferences: nil
      }
    }
  }

  private static func handles(_ technicians: [Technician.ID]?, _ model: Model) -> String {
    (technicians ?? []).compactMap { model.office.technician($0)?.handle }.joined(separator: ",")
  }

  static func site(_ site: Site, _ model: Model) -> EditForm {
    record(site, verb: SiteEditVerb.name, name: "Edit \(site.name)", target: ("site", site.id.description)) {
      field in
      switch field {
      case .customer:
        Entry(
          name: "customer", label: "Customer", text: model.office.customer(site.customer)?.name ?? "",
          offers: .customers)
      case .at: Entry(name: "at", label: "Place", text: site.coordinates?.text ?? "", note: "53.408,-2.991")
      case .hours:
        Entry(
          name: "hours", label: "Hours", text: site.hours?.text ?? "", note: "Mon-Fri 08:00-18:00 or 24x7")
      // The code stays hidden here, too: what is typed replaces it.
      case .accessCode:
        Entry(
          name: "accessCode", label: "Code", text: "",
          note: site.details[.accessCode] == nil ? "none" : "hidden; what is typed replaces it")
      case .timeZone:
        Entry(
          name: "timeZone", label: "Time zone", text: site.timeZone ?? "",
          note: "where it is not the office's")
      case .name, .address, .zone, .contact, .phone, .access, .parking, .hazards, .region, .standard: nil
      }
    }
  }

  static func equipment(_ equipment: Equipment, _ model: Model) -> EditForm {
    var form = record(
      equipment, verb: EquipmentEditVerb.name, name: "Edit \(equipment.name)",
      target: ("equipment", equipment.id.description)
    ) { field in
      switch field {
      case .site:
        Entry(
          name: "site", label: "Site", text: model.office.site(equipment.site)?.name ?? "", offers: .sites)
      case .parent:
        Entry(
          name: "parent", label: "Part of", text: model.office.equipment(equipment.parent)?.name ?? "",
          offers: .equipment)
      case .status:
        Entry(
          name: "status", label: "Status", text: equipment.status.rawValue,
          kind: .choice(EquipmentStatus.allCases.map(\.rawValue)))
      case .criticality:
        Entry(
          name: "criticality", label: "Critical", text: equipment.criticality.rawValue,
          kind: .choice(Criticality.allCases.map(\.rawValue)))
      case .purchased, .warranty, .name, .building, .floor, .area, .type, .maker, .model, .serial, .owner,
        .user, .specification:
        nil
      }
    }
    form.site = equipment.site
    return form
  }

  static func technician(_ technician: Technician, _ model: Model) -> EditForm {
    record(
      technician, verb: TechnicianEditVerb.name, name: "Edit \(technician.name.words)",
      target: ("technician", technician.id.description)
    ) { field in
      switch field {
      case .breaks:
        Entry(name: "breaks", label: "Breaks", text: technician.text(of: .breaks) ?? "", note: "12:00-12:30")
      case .home: Entry(name: "home", label: "Home", text: technician.home?.text ?? "", note: "53.408,-2.991")
      case .toldBy:
        Entry(
          name: "toldBy", label: "Told by", text: (technician.toldBy ?? .phone).rawValue,
          kind: .choice(TellingRoad.allCases.map(\.rawValue)))
      case .company:
        Entry(
          name: "company", label: "Company", text: technician.company ?? "", note: "empty for own people")
      case .rate:
        Entry(name: "rate", label: "Rate", text: technician.rate?.text ?? "", note: "an hour, such as 65.00")
      case .callOut:
        Entry(
          name: "callOut", label: "Call-out", text: technician.callOut?.text ?? "",
          note: "each visit, such as 40.00")
      case .insured:
        Entry(
          name: "insured", label: "Insured", text: technician.insuredUntil?.iso ?? "",
          note: "to such a day: 2027-01-31")
      case .name, .handle, .phone, .zone, .team: nil
      }
    }
  }

  static func person(_ person: Person, _ model: Model) -> EditForm {
    record(
      person, verb: PersonEditVerb.name, name: "Edit \(person.name.words)",
      target: ("person", person.id.description)
    ) { field in
      switch field {
      case .role:
        Entry(
          name: "role", label: "Role", text: person.role.rawValue,
          kind: .choice(Role.allCases.map(\.rawValue)))
      case .status:
        Entry(
          name: "status", label: "Status", text: person.text(of: .status) ?? "",
          kind: .choice(Person.Standing.allCases.map(\.rawValue)))
      case .handle, .name, .phone, .team: nil
      }
    }
  }

  /// The form of a verb that edits a record, by the record's id; nil for another verb, and where the record is gone.
  static func record(_ verb: String, _ id: String, _ model: Model) -> EditForm? {
    let office = model.office
    return switch verb {
    case CustomerEditVerb.name: Customer.ID(id).flatMap { office.customer($0) }.map { customer($0, model) }
    case SiteEditVerb.name: Site.ID(id).flatMap { office.site($0) }.map { site($0, model) }
    case EquipmentEditVerb.name:
      Equipment.ID(id).flatMap { office.equipment($0) }.map { equipment($0, model) }
    case PersonEditVerb.name: Person.ID(id).flatMap { office.person($0) }.map { person($0, model) }
    case TechnicianEditVerb.name:
      Technician.ID(id).flatMap { office.technician($0) }.map { technician($0, model) }
    default: nil
    }
  }

  /// Every field of a record; `special` says which ones are more than words.
  private static func record<R: Record>(
    _ record: R, verb: String, name: String, target: (String, String), special: (R.Field) -> Entry?
  ) -> EditForm {
    let entries = R.Field.allCases.map { field in
      special(field)
        ?? Entry(
          name: field.rawValue, label: field.rawValue.prefix(1).uppercased() + field.rawValue.dropFirst(),
          text: record.text(of: field) ?? "")
    }
    return EditForm(
      verb: verb, name: name, target: target, entries: entries, replaced: texts(of: record))
  }

  private static func texts<R: Record>(of record: R) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: R.Field.allCases.compactMap { field in
        record.text(of: field).map { (field.rawValue, $0) }
      })
  }
}

extension Model {
  /// A promise as it is typed, its day before it where that is not today; over midnight two instants.
  func windowText(_ promised: AppointmentWindow) -> String {
    guard let window = promised.range else { return "flexible" }
    let (start, end) = (office.zone.civil(at: window.start), office.zone.civil(at: window.end))
    let words: String
    switch promised.kind {
    case .morning, .afternoon: words = promised.kind.rawValue
    case .afterHours: words = "after hours"
    case .exact: words = start.time.text
    case .flexible, .hours:
      guard start.date == end.date else { return "\(window.start.rfc3339)/\(window.end.rfc3339)" }
      words = "\(start.time.text)-\(end.time.text)"
    }
    return start.date == office.today(at: now) ? words : "\(start.date.iso) \(words)"
  }
}
