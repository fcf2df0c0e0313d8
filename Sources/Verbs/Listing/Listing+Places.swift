public import Domain

extension Listing {
  public static func customers(in office: Office, hidesPhones: Bool = true) -> Listing {
    let customers = office.customers.inOrder.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return Listing(
      columns: [
        "Name", "Tier", "Part of", "Contract", "Contact"
      ],
      keys: Objects.customerKeys,
      rows: customers.map { customer in
        let cells = [
          customer.name, customer.tier.rawValue, office.customer(customer.parent)?.name ?? "",
          office.contract(customer.contract)?.name ?? "", customer.contact?.words ?? ""
        ]
        return Row(cells, Objects.record(customer, in: office, hidesPhone: hidesPhones))
      })
  }

  public static func sites(in office: Office, hidesPhones: Bool = true) -> Listing {
    let sites = office.sites.inOrder.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return Listing(
      columns: [
        "Name", "Customer", "Address", "Zone", ""
      ],
      keys: Objects.siteKeys,
      rows: sites.map { site in
        let cells = [
          site.name, office.customer(site.customer)?.name ?? "", site.address ?? "", site.zone ?? "",
          site.isProvisional ? "incomplete" : ""
        ]
        return Row(cells, Objects.record(site, in: office, hidesPhone: hidesPhones))
      })
  }

  public static func equipment(in office: Office) -> Listing {
    let equipment = office.equipment.inOrder.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return Listing(
      columns: [
        "Name", "Site", "Type", "Maker", "Serial", "Status", "Last work"
      ],
      keys: Objects.equipmentKeys,
      rows: equipment.map { one in
        let cells = [
          one.name, office.site(one.site)?.name ?? "", one.details[.type] ?? "", one.details[.maker] ?? "",
          one.details[.serial] ?? "", one.status.rawValue,
          one.history.last.map { office.zone.date(at: $0.closedAt).iso } ?? ""
        ]
        return Row(cells, Objects.record(one, services: one.history.reversed(), in: office))
      })
  }

  public static func contracts(in office: Office) -> Listing {
    let contracts = office.contracts.inOrder.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return Listing(
      columns: [
        "Name", "Tier", "Response until", "Hours", "Levels"
      ],
      keys: Objects.contractKeys,
      rows: contracts.map { contract in
        let levels = contract.levels.map { Sheets.level($0) }.joined(separator: " ")
        let cells = [
          contract.name, contract.tier?.rawValue ?? "", contract.response.rawValue, contract.hours.text,
          levels
        ]
        return Row(cells, Objects.contract(contract))
      })
  }

  /// Forms that were begun and not saved; they are this console's own.
  public static func drafts(_ drafts: [ListedDraft], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        "Draft", "Form", "What", "Saved", "Whose"
      ],
      keys: "id form title savedAt person",
      rows: drafts.map { draft in
        var object = JSONObject()
        object.add("id", draft.id)
        object.add("form", draft.form)
        object.add("title", draft.title)
        object.add("savedAt", draft.savedAt.rfc3339)
        object.add("person", draft.person)
        let saved = wording.time(draft.savedAt)
        return Row([draft.id, draft.form, draft.title, saved, draft.person ?? ""], object.value)
      })
  }
}

/// A form that was left half filled.
public struct ListedDraft: Hashable, Sendable {
  public let id: String
  /// The verb whose form it is.
  public let form: String
  public let title: String
  public let savedAt: Timestamp
  /// The handle of whoever began it; nil for anybody's.
  public let person: String?

  public init(id: String, form: String, title: String, savedAt: Timestamp, person: String? = nil) {
    self.id = id
    self.form = form
    self.title = title
    self.savedAt = savedAt
    self.person = person
  }
}
