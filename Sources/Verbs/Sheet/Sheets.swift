public import Domain

/// Whole things as text, label by label; every field that is set is there. Values come from outside: whoever
/// prints makes them harmless.
public enum Sheets {
  /// A label and what stands behind it, in a column.
  static func line(_ label: String, _ value: String?) -> [String] {
    guard let value, !value.isEmpty else { return [] }
    return [label + String(repeating: " ", count: max(1, 13 - label.count)) + value]
  }

  static func level(_ level: ServiceLevel) -> String {
    "\(name(of: level))=\(times(of: level))"
  }

  static func name(of level: ServiceLevel) -> String {
    "\(level.priority.text)\(level.service.map { ".\($0.rawValue)" } ?? "")"
  }

  static func times(of level: ServiceLevel) -> String {
    "\(typed(level.response))/\(typed(level.fix))\(level.isRoundTheClock ? "/24x7" : "")"
  }

  /// As it is typed in a level, where a day would be a working day.
  private static func typed(_ span: Span) -> String {
    span.seconds % 3_600 == 0 ? "\(span.seconds / 3_600)h" : "\(span.seconds / 60)m"
  }

  static func pause(_ clocks: ClockSet?) -> String {
    guard let clocks, !clocks.isEmpty else { return "none" }
    return clocks == .both ? "both" : clocks == .fix ? "fix" : "response"
  }
}

extension Sheets {
  private static func names(_ technicians: [Technician.ID]?, in office: Office) -> String? {
    let names = (technicians ?? []).compactMap { office.technician($0)?.name.words }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  public static func customer(_ customer: Customer, in office: Office, at now: Timestamp) -> [String] {
    var lines = ["\(customer.name) · \(customer.tier.rawValue)"]
    lines += line("Part of", office.customer(customer.parent)?.name)
    lines += line("Contract", office.contract(customer.contract)?.name ?? "the one of the tier")
    lines += line("Contact", customer.contact?.words)
    lines += line("Phone", customer.phone?.words)
    lines += line("Preferences", customer.preferences)
    lines += line("Asks for", names(customer.preferred, in: office))
    lines += line("Not to come", names(customer.refused, in: office))
    lines += line("Credit", customer.credit)
    for part in office.customers.inOrder where part.parent == customer.id { lines += line("Has", part.name) }
    for site in office.sites.inOrder where site.customer == customer.id { lines += line("Site", site.name) }
    let wording = Wording(office: office, now: now)
    for complaint in customer.complaints {
      let how = complaint.resolution.map { ", settled \(wording.time($0.at)): \($0.note)" } ?? ", open"
      lines += line("Complaint", "\(wording.time(complaint.at)) \(complaint.words)\(how)")
    }
    for order in office.orders.inOrder where !order.isEnded && office.customer(of: order)?.id == customer.id {
      lines += line(
        String(order.number),
        "\(order.priority.text) \(Wording.status(order.status)) · \(order.summary)\(wording.expected(order))")
      lines += line("", wording.arrival(of: order))
    }
    return lines
  }

  public static func site(_ site: Site, in office: Office) -> [String] {
    var lines = ["\(site.name)\(site.isProvisional ? " · incomplete" : "")"]
    lines += line("Customer", office.customer(site.customer)?.name)
    for field in Site.Field.allCases {
      switch field {
      case .name, .customer: continue
      case .accessCode:
        if site.text(of: field) != nil { lines += line("accessCode", "hidden: show-code shows it, recorded") }
      case .zone, .at, .timeZone, .hours, .contact, .phone, .access, .parking, .hazards, .region, .standard,
        .address:
        lines += line(field.rawValue, site.text(of: field))
      }
    }
    for equipment in office.equipment.inOrder where equipment.site == site.id {
      lines += line(
        "Equipment", "\(equipment.name)\(equipment.details[.serial].map { ", serial \($0)" } ?? "")")
    }
    return lines
  }

  /// A piece of equipment with all that was done to it, newest first.
  public static func equipment(
    _ equipment: Equipment, services: [ServiceRecord], in office: Office, at now: Timestamp
  ) -> [String] {
    let wording = Wording(office: office, now: now)
    var lines = [equipment.name]
    lines += line("site", office.site(equipment.site)?.name)
    lines += line("parent", office.equipment(equipment.parent)?.name)
    for field in Equipment.Field.allCases where field != .name && field != .site && field != .parent {
      lines += line(
        field.rawValue,
        field == .status ? equipment.status.spoken : equipment.text(of: field))
    }
    lines += line("History", services.isEmpty ? "nothing was done to it yet" : "\(services.count) done")
    for record in services {
      let day = wording.day(office.zone.date(at: record.closedAt))
      lines.append("  \(record.order)  \(day)  \(wording.service(record).joined(separator: " · "))")
    }
    return lines
  }

  public static func technician(_ technician: Technician, in office: Office, at now: Timestamp) -> [String] {
    let wording = Wording(office: office, now: now)
    var lines = [
      "\(technician.name.words) (\(technician.handle))\(technician.isActive ? "" : " · taken off the board")"
    ]
    lines += line("Status", Wording.presence(technician.presence))
    for field in Technician.Field.allCases where field != .name && field != .handle {
      let text = technician.text(of: field)
      lines += line(
        field.rawValue,
        field == .phone ? text.map { Wording.shownOnAsking(phone: $0, of: technician.handle) } : text)
    }
    for skill in technician.skills {
      let until = skill.expiresOn.map { ", until \($0.iso)" } ?? ""
      lines += line("Skill", "\(skill.trade.name) \(Wording.roman(skill.level))\(until)")
    }
    lines += line("Week", technician.hours?.text ?? "single shifts only")
    for (day, intervals) in technician.shifts.sorted(by: { $0.key < $1.key }) {
      lines += line(
        "Shift", "\(day.iso) \(intervals.isEmpty ? "off" : intervals.map(\.text).joined(separator: " "))")
    }
    for turn in wording.turns(of: technician.id) { lines += line("On call", turn) }
    for absence in technician.absences {
      lines += line("Away", "\(wording.time(absence.from)) to \(wording.time(absence.to)): \(absence.reason)")
    }
    lines += line(
      "Last seen", technician.lastSeenAt.map { "\(wording.time($0)), \(TimeWords.length(now - $0)) ago" })
    lines += line(
      "Last place",
      technician.lastPlace.map { "\(office.site($0.site)?.name ?? ""), \(TimeWords.length(now - $0.at)) ago" }
    )
    return lines
  }

  public static func contract(_ contract: Contract) -> [String] {
    var lines = ["\(contract.name)\(contract.tier.map { " · \($0.rawValue)" } ?? "")"]
    lines += line(
      "response", "until \(contract.response == .onSite ? "somebody is on site" : "somebody is assigned")")
    lines += line("hours", contract.hours.text)
    lines += line("zone", contract.timeZone ?? "the site's, else the office's")
    lines += line("holidays", contract.hours.holidays.map(\.iso).joined(separator: ", "))
    lines += line(
      "pauses",
      HoldReason.allCases.map { "\($0.rawValue):\(pause(contract.pauses[$0]))" }.joined(separator: " "))
    for one in contract.levels { lines += line("level", level(one)) }
    return lines
  }

  public static func office(_ office: Office, at now: Timestamp) -> [String] {
    let wording = Wording(office: office, now: now)
    var lines = [office.profile.name]
    for (name, value) in OfficeFields.values(of: office) { lines += line(name, value) }
    for entry in office.trades.entries {
      let hints = entry.hints.joined(separator: ",")
      lines += line(
        "trade",
        "\(entry.trade.name) \(Wording.roman(entry.level)), \(TimeWords.length(entry.estimate)): \(hints)")
      let categories = office.trades.categories(of: entry.trade).map(\.name).joined(separator: ", ")
      lines += line("  about", categories)
    }
    for contract in office.contracts.inOrder.sorted(by: { $0.name < $1.name }) {
      lines += line(
        "contract", "\(contract.name): \(contract.levels.map { level($0) }.joined(separator: " "))")
    }
    for rota in office.onCallRota(at: now) {
      let who =
        rota.now.map { "\(wording.technician($0.technician)) until \(wording.time($0.to))" } ?? "nobody now"
      let next =
        rota.next.map { ", then \(wording.technician($0.technician)) from \(wording.time($0.from))" } ?? ""
      lines += line("on call", "\(rota.trade?.name ?? "all trades"): \(who)\(next)")
    }
    return lines
  }
}

extension Wording {
  /// When somebody comes, in the customer's list of orders: ` · Chen 11:00`.
  func expected(_ order: WorkOrder) -> String {
    if order.status == .review { return "" }
    guard let technician = order.technician else { return " · nobody has it" }
    return " · \(self.technician(technician))\(order.openVisit?.start.map { " \(time($0))" } ?? "")"
  }
}
