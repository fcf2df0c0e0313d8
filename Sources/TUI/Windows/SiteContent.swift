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
    [("work-order.edit", "edit"), ("work-order.log", "new call")]
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
    var lines = PageLine.fact("Address", site.address, width: width)
    if let customer = model.office.customer(site.customer) {
      lines += PageLine.fact(
        "Customer", "\(customer.name), \(customer.tier.rawValue)", width: width,
        target: .view(.openCustomer(customer.id)))
    } else {
      lines += PageLine.fact(
        "Customer", "none yet: naming it completes the record", width: width, .resultWarning)
    }
    lines += model.accessLines(of: site, width: width)
    lines += PageLine.fact("Zone", site.zone, width: width)
    lines += PageLine.fact("Region", site.details[.region], width: width)
    lines += PageLine.fact("Standard", site.details[.standard], width: width)
    lines += PageLine.fact("Time zone", site.timeZone, width: width)
    return lines + PageLine.fact("At", site.coordinates?.text, width: width)
  }

  private func equipmentLines(_ model: Model, width: Int) -> [PageLine] {
    var here: [Equipment] = []
    model.office.equipment.forEach { if $0.site == id { here.append($0) } }
    let rows = here.sorted { $0.name < $1.name }.flatMap { equipment in
      PageLine.fact(
        equipment.details[.type] ?? "", model.equipmentWords(equipment), width: width,
        target: .view(.openEquipment(equipment.id)))
    }
    return [.heading("Equipment  \(here.count)")] + rows
  }
}

/// The window of a piece of equipment: the register, its parts, its whole history, its work.
struct EquipmentContent: PageContent {
  let id: Equipment.ID
  /// What was done to it, as the file told it.
  private var services: [ServiceRecord]?

  init(id: Equipment.ID) { self.id = id }

  var name: String { "Equipment" }
  var hints: [(action: String, words: String)] { [("work-order.edit", "edit")] }

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
