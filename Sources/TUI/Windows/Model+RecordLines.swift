import Domain
import Terminal
import Verbs

/// Rows about records that more than one window shows.
extension Model {
  func accessLines(of site: Site, width: Int) -> [PageLine] {
    var lines = PageLine.fact(
      "Access", site.details[.access], width: width, field: FieldPlace(site.id, .access))
    if site.details[.accessCode] != nil {
      lines += PageLine.fact(
        lines.isEmpty ? "Access" : "", "code hidden: Enter shows it, recorded", width: width, .fieldNote,
        target: .secret(site.id), field: FieldPlace(site.id, .accessCode))
    }
    lines += PageLine.fact(
      "Hours", site.hours?.text, width: width, field: FieldPlace(site.id, .hours))
    let contact = [site.contact?.words, site.phone?.words].compactMap(\.self).joined(separator: ", ")
    lines += PageLine.fact("Contact", contact, width: width, field: FieldPlace(site.id, .contact))
    lines += PageLine.fact(
      "Parking", site.details[.parking], width: width, field: FieldPlace(site.id, .parking))
    return lines
      + PageLine.fact(
        "Hazards", site.details[.hazards], width: width, .resultWarning, field: FieldPlace(site.id, .hazards))
  }

  func equipmentWords(_ equipment: Equipment) -> String {
    let fields: [Equipment.Field] = [.maker, .model]
    return
      ([equipment.name] + fields.compactMap { equipment.details[$0] }
      + [
        equipment.details[.serial].map { "serial \($0)" },
        equipment.criticality == .normal ? nil : equipment.criticality.rawValue,
        equipment.history.last.map { "last worked on \(words($0.closedAt))" }
      ].compactMap(\.self)).joined(separator: " · ")
  }

  func holdLines(_ hold: Hold, of order: WorkOrder.ID, width: Int) -> [PageLine] {
    PageLine.fact(
      "Held", "\(hold.reason.rawValue) since \(words(hold.since))", width: width, .slaPaused,
      field: FieldPlace(order, .hold))
      + PageLine.fact("  found", hold.note, width: width)
      + PageLine.fact("  next step", hold.nextStep, width: width)
      + PageLine.fact("  options", hold.options, width: width)
      + PageLine.fact("  review", "\(words(hold.reviewAt)), \(name(of: hold.owner))", width: width)
  }

  func endingLines(_ ending: Ending, width: Int) -> [PageLine] {
    let by = "\(words(ending.at)) by \(name(of: ending.by))"
    switch ending.kind {
    case .closed(let record):
      return PageLine.fact("Closed", by, width: width)
        + PageLine.fact("  resolved", record.resolution, width: width)
        + outcomeLines("  response", record.response, width: width)
        + outcomeLines("  fix", record.fix, width: width)
    case .cancelled(let reason, let said, let fee):
      let cost = fee.map { ", fee \($0.text) \(office.profile.currency)" } ?? ", no fee"
      return PageLine.fact("Cancelled", "\(by): \(reason.spoken)\(cost)", width: width)
        + PageLine.fact("", said, width: width)
    case .duplicate(let id, let number):
      return PageLine.fact("Duplicate", "\(by), of \(number)", width: width, target: .view(.open(id)))
    }
  }

  private func outcomeLines(_ label: String, _ outcome: ServiceLevelRecord.Outcome?, width: Int) -> [PageLine]
  {
    guard let outcome else { return [] }
    let late = outcome.remaining < .zero
    let met = outcome.metAt.map {
      late ? "at \(words($0)), late by \(TimeWords.clock(.zero - outcome.remaining))" : "met \(words($0))"
    }
    return PageLine.fact(
      label,
      "due \(words(outcome.dueAt)), \(met ?? "never met")\(outcome.paused > .zero ? ", paused \(TimeWords.clock(outcome.paused))" : "")",
      width: width, late ? .slaBreached : .slaMet)
  }

  /// A piece of equipment: the register, where it belongs, its parts, all that was done to it. Until the file has
  /// answered, `services` being nil, that is what the record itself remembers.
  func equipmentLines(_ id: Equipment.ID?, _ services: [ServiceRecord]?, width: Int) -> [PageLine] {
    guard let equipment = office.equipment(id) else {
      return [PageLine("No equipment is named on this order.", .dim)]
    }
    var lines: [PageLine] = []
    for field in Equipment.Field.allCases where field != .site && field != .parent {
      let text = field == .status ? equipment.status.spoken : equipment.text(of: field)
      lines += PageLine.fact(
        field.label, text, width: width, field: FieldPlace(equipment.id, field))
    }
    if let site = office.site(equipment.site) {
      lines += PageLine.fact(
        "Site", site.name, width: width, target: .view(.openSite(site.id)),
        field: FieldPlace(equipment.id, .site))
    }
    var parent = office.equipment(equipment.parent)
    var seen: Set<Equipment.ID> = [equipment.id]
    while let one = parent, seen.insert(one.id).inserted {
      lines += PageLine.fact(
        "Part of", one.name, width: width, target: .view(.openEquipment(one.id)),
        field: one.id == equipment.parent ? FieldPlace(equipment.id, .parent) : nil)
      parent = office.equipment(one.parent)
    }
    var parts: [Equipment] = []
    office.equipment.forEach { if $0.parent == equipment.id { parts.append($0) } }
    for part in parts.sorted(by: { $0.name < $1.name }) {
      lines += PageLine.fact(
        "Has", equipmentWords(part), width: width, target: .view(.openEquipment(part.id)))
    }
    let services = services ?? equipment.history.reversed()
    let isHere = !services.isEmpty || !holdsOwnWorkAlone
    lines.append(.heading("Service history\(isHere ? "  \(services.count)" : "")"))
    if services.isEmpty {
      let nothing = isHere ? "Nothing was done to it yet." : "What was done to it is on record at the office."
      lines.append(PageLine(nothing, .dim))
    }
    for record in services { lines += serviceLines(record, width: width) }
    return lines
  }

  private func serviceLines(_ record: ServiceRecord, width: Int) -> [PageLine] {
    let facts = wording.service(record)
    let day = office.zone.date(at: record.closedAt)
    return PageLine.fact(
      "\(TimeWords.dayAndMonth(day)) \(day.year % 100)",
      "\(record.order)  \(facts.first ?? "")", width: width)
      + PageLine.fact("", facts.dropFirst().joined(separator: " · "), width: width, .dim)
  }
}

extension Equipment.Field {
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
