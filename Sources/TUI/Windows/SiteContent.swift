import Domain
import Terminal
import Verbs

/// The window of a site: how to get in and come out well, its equipment, its work.
struct SiteContent: PageContent {
  let id: Site.ID
  /// Its work that has ended, as the file told it.
  private var ended: [WorkOrder] = []

  init(id: Site.ID) { self.id = id }

  var name: String { "Site" }
  var hints: [(action: String, words: String)] {
    [(EditVerb.name, "edit"), (LogVerb.name, "new call"), ("explain", "why")]
  }

  func titles(_ model: Model) -> [String] {
    guard let site = model.office.site(id) else { return ["no such site"] }
    let customer = model.office.customer(site.customer)
    return [
      ["Site", site.name, customer?.name, customer?.tier.rawValue, site.isProvisional ? "provisional" : nil]
        .compactMap(\.self).joined(separator: " · ")
    ]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.site(id).map { VerbForm(EditForm.site($0, model), model) }
  }

  func questions(_ model: Model) -> [Effect] { [.ask(.site(id), .popup(0))] }

  mutating func take(_ answer: Answer) {
    if case .ended(let orders, about: .site(id)) = answer { ended = orders }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let site = model.office.site(id) else { return [PageLine("The record is not there.", .dim)] }
    let open = model.openOrders(where: { $0.site == id })
    return recordLines(site, model, width: width) + model.orderLines("Open", open, width: width)
      + equipmentLines(model, width: width) + model.orderLines("Ended", ended, width: width)
  }

  private func recordLines(_ site: Site, _ model: Model, width: Int) -> [PageLine] {
    var lines = PageLine.fact(
      "Address", site.address, width: width, field: FieldPlace(id, .address))
    if let customer = model.office.customer(site.customer) {
      lines += PageLine.fact(
        "Customer", "\(customer.name), \(customer.tier.rawValue)", width: width,
        target: .view(.openCustomer(customer.id)), field: FieldPlace(id, .customer))
    } else {
      lines += PageLine.fact(
        "Customer", "none yet: naming it completes the record", width: width, .resultWarning,
        field: FieldPlace(id, .customer))
    }
    lines += model.accessLines(of: site, width: width)
    lines += PageLine.fact("Zone", site.zone, width: width, field: FieldPlace(id, .zone))
    lines += PageLine.fact("Region", site.details[.region], width: width, field: FieldPlace(id, .region))
    lines += PageLine.fact(
      "Standard", site.details[.standard], width: width, field: FieldPlace(id, .standard))
    lines += PageLine.fact("Time zone", site.timeZone, width: width, field: FieldPlace(id, .timeZone))
    return lines + PageLine.fact("At", site.coordinates?.text, width: width, field: FieldPlace(id, .at))
  }

  private func equipmentLines(_ model: Model, width: Int) -> [PageLine] {
    var here: [Equipment] = []
    model.office.equipment.forEach { if $0.site == id { here.append($0) } }
    var lines = [PageLine.heading("Equipment  \(here.count)")]
    var seen: Set<Equipment.ID> = []
    let ids = Set(here.map(\.id))
    let places = Dictionary(
      grouping: here.filter { $0.parent.map { !ids.contains($0) } ?? true }, by: \.place)
    for place in places.keys.sorted() {
      if !place.isEmpty { lines.append(PageLine(place, .fieldLabel)) }
      for one in (places[place] ?? []).sorted(by: { $0.name < $1.name }) {
        lines += Self.branch(one, of: here, model, width: width, depth: place.isEmpty ? 0 : 1, &seen)
      }
    }
    // What is a part of itself by a slip of old is shown all the same.
    for one in here where !seen.contains(one.id) {
      lines += Self.branch(one, of: here, model, width: width, depth: 0, &seen)
    }
    return lines
  }

  /// A piece of equipment with its parts below it, each set in by its depth.
  private static func branch(
    _ one: Equipment, of here: [Equipment], _ model: Model, width: Int, depth: Int,
    _ seen: inout Set<Equipment.ID>
  ) -> [PageLine] {
    guard seen.insert(one.id).inserted else { return [] }
    let indent = String(repeating: "  ", count: min(depth, 6))
    let type = one.details[.type].map { "\($0)  " } ?? ""
    var lines = [
      PageLine(
        [(indent, .plain), (type, .fieldLabel), (model.equipmentWords(one), .plain)],
        target: .view(.openEquipment(one.id)))
    ]
    for part in here.filter({ $0.parent == one.id }).sorted(by: { $0.name < $1.name }) {
      lines += branch(part, of: here, model, width: width, depth: depth + 1, &seen)
    }
    return lines
  }
}

/// The window of a piece of equipment: the register, its parts, its whole history, its work.
struct EquipmentContent: PageContent {
  let id: Equipment.ID
  /// What was done to it, as the file told it.
  private var services: [ServiceRecord]?

  init(id: Equipment.ID) { self.id = id }

  var name: String { "Equipment" }
  var hints: [(action: String, words: String)] { [(EditVerb.name, "edit"), ("explain", "why")] }

  func titles(_ model: Model) -> [String] {
    guard let equipment = model.office.equipment(id) else { return ["no such equipment"] }
    return [
      ["Equipment", equipment.name, model.office.site(equipment.site)?.name].compactMap(\.self).joined(
        separator: " · ")
    ]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.equipment(id).map { VerbForm(EditForm.equipment($0, model), model) }
  }

  func questions(_ model: Model) -> [Effect] { [.ask(.equipment(id), .popup(0))] }

  mutating func take(_ answer: Answer) {
    if case .ended(let orders, about: .equipment(id)) = answer {
      services = orders.compactMap(\.serviceRecord)
    }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let open = model.openOrders(where: { $0.equipment == id })
    return model.orderLines("Open", open, width: width) + model.equipmentLines(id, services, width: width)
  }
}

extension Equipment {
  /// Building, floor and area, as far as they are known.
  fileprivate var place: String {
    [Field.building, .floor, .area].compactMap { details[$0] }.joined(separator: " › ")
  }
}
