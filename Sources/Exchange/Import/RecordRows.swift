public import Domain
public import Settings

/// Turns the rows of a file into customers, sites, equipment or technicians, by a map.
///
/// A row whose name is known already changes that record where the row says something else.
public struct RecordRows {
  private var map: CompiledMap
  private let headings: [String]
  private let kind: ImportKind
  private var directory: Directory
  /// Whom the rows so far call by which handle.
  private var holders: [String: String] = [:]
  private let identifier: () -> (high: UInt64, low: UInt64)

  public init(
    _ map: ImportMap, kind: ImportKind, header: DelimitedRow, office: Office, zone: ZoneRules,
    identifier: @escaping () -> (high: UInt64, low: UInt64)
  ) throws(ExchangeError) {
    let names = header.fields.map(\.trimmed)
    self.map = try CompiledMap(map, header: names, zone: zone)
    headings = names
    self.kind = kind
    self.identifier = identifier
    directory = Directory(office, identifier: identifier)
  }

  /// The commands of one row: a record that is new, or what differs; none when all is known.
  public mutating func commands(for row: DelimitedRow, in office: Office) throws(RowRefusal) -> [Command] {
    if let column = row.undecodableColumn { throw .undecodable(column: name(ofColumn: column)) }
    guard row.count == headings.count else { throw .ragged(fields: row.count, header: headings.count) }
    guard let name = map.word("name", of: row) else { throw .missing(field: "name") }
    switch kind {
    case .customers: return try customer(name, row, office)
    case .sites: return try site(name, row, office)
    case .equipment: return try equipment(name, row, office)
    case .technicians: return try technician(name, row, office)
    case .workOrders: preconditionFailure("work orders have rows of their own")
    }
  }
}

extension RecordRows {
  private func name(ofColumn index: Int) -> String {
    headings.indices.contains(index) ? headings[index] : "\(index + 1)"
  }

  private mutating func customer(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal)
    -> [Command]
  {
    var new: [Customer] = []
    let id = directory.customer(name, make: &new)
    let known = office.customer(id)
    var record = known ?? new.first ?? Customer(id: id, name: name, tier: .standard)
    try fill(&record, [.tier: "tier"], row)
    guard let known else { return [.addCustomer(AddCustomer(record))] }
    let changes = Self.changes(from: known, to: record)
    return changes.isEmpty ? [] : [.editCustomer(id, EditCustomer(changes))]
  }

  private mutating func site(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal) -> [Command] {
    var made: [Command] = []
    var sites: [Site] = []
    let customer = map.word("customer", of: row).map { holder($0, office, &made) }
    let id = directory.site(name, make: &sites) { _ in }
    let known = office.site(id)
    var record = known ?? sites.first ?? Site(id: id, name: name, customer: customer)
    if let customer { record.customer = customer }
    record.isProvisional = record.customer == nil
    try fill(&record, [.address: "address", .zone: "zone"], row)
    if let latitude = map.word("lat", of: row), let longitude = map.word("lon", of: row) {
      do { try record.set(.at, to: "\(latitude),\(longitude)") } catch {
        throw .badNumber(field: "lat", text: latitude)
      }
    }
    guard let known else { return made + [.addSite(AddSite(record))] }
    let changes = Self.changes(from: known, to: record)
    return changes.isEmpty ? made : made + [.editSite(id, EditSite(changes))]
  }

  private mutating func equipment(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal)
    -> [Command]
  {
    var made: [Command] = []
    var new: [Equipment] = []
    let site = map.word("site", of: row).map { place($0, office, &made) }
    let id = directory.equipment(
      name, at: site, reference: map.word("reference", of: row), serial: map.word("serial", of: row),
      make: &new)
    let known = office.equipment(id)
    var record = known ?? new.first ?? Equipment(id: id, name: name, site: site)
    if record.name.folded != name.folded { record.name = name }
    if let site { record.site = site }
    try fill(&record, [.serial: "serial", .maker: "maker", .model: "model"], row)
    guard let known else { return made + [.addEquipment(AddEquipment(record))] }
    let changes = Self.changes(from: known, to: record)
    return changes.isEmpty ? made : made + [.editEquipment(id, EditEquipment(changes))]
  }

  private mutating func technician(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal)
    -> [Command]
  {
    var new: [AddTechnician] = []
    let word = map.word("handle", of: row) ?? name
    var id = directory.technician(word, make: &new)
    if new.isEmpty, office.technician(id) == nil {
      // The row that would have made him was refused.
      directory.forget(technician: word)
      id = directory.technician(word, make: &new)
    }
    let known = office.technician(id)
    if let handle = map.word("handle", of: row) {
      let holder = known?.name.words ?? holders[handle]
      if let holder, holder.folded != name.folded { throw .handleTaken(handle: handle, by: holder) }
      holders[handle] = name
    }
    let random = identifier()
    var record =
      known
      ?? Technician(
        id: id, handle: new.first?.technician.handle ?? name,
        name: PersonalText(id: Identifier(high: random.high, low: random.low), words: name))
    try fill(&record, [.zone: "zone", .team: "team"], row)
    if let latitude = map.word("lat", of: row), let longitude = map.word("lon", of: row) {
      do { try record.set(.home, to: "\(latitude),\(longitude)") } catch {
        throw .badNumber(field: "lat", text: latitude)
      }
    }
    let skills = try skills(row)
    let hours = try hours(row)
    guard let known, new.isEmpty else {
      record.skills = skills ?? []
      record.hours = hours
      return [
        .addTechnician(
          AddTechnician(record, person: new.first?.person ?? StableIdentifier.make("person", name)))
      ]
    }
    let edit = EditTechnician(Self.changes(from: known, to: record), skills: skills, hours: hours)
    let isSame =
      edit.changes.isEmpty && skills ?? known.skills == known.skills && hours ?? known.hours == known.hours
    return isSame ? [] : [.editTechnician(id, edit)]
  }
}

extension RecordRows {
  /// The customer of a name, made with the row unless the office has it: a row that made it before may have been
  /// refused.
  private mutating func holder(_ name: String, _ office: Office, _ made: inout [Command]) -> Customer.ID {
    var new: [Customer] = []
    let id = directory.customer(name, make: &new)
    if office.customer(id) == nil {
      made.append(.addCustomer(AddCustomer(new.first ?? Customer(id: id, name: name, tier: .standard))))
    }
    return id
  }

  /// The site of a name, made with the row unless the office has it.
  private mutating func place(_ name: String, _ office: Office, _ made: inout [Command]) -> Site.ID {
    var new: [Site] = []
    let id = directory.site(name, make: &new) { _ in }
    if office.site(id) == nil {
      let site = new.first ?? Site(id: id, name: name, customer: nil, isProvisional: true)
      made.append(.addSite(AddSite(site)))
    }
    return id
  }

  private mutating func fill<R: Record>(
    _ record: inout R, _ fields: [R.Field: String], _ row: DelimitedRow
  )
    throws(RowRefusal)
  {
    for (field, name) in fields.sorted(by: { $0.value < $1.value }) {
      guard let text = map.text(name, of: row) else { continue }
      let word = field.rawValue == "tier" ? text.trimmed.lowercased() : text
      do { try record.set(field, to: word) } catch { throw .badChoice(field: name, text: text) }
    }
  }

  /// What differs between two records of one thing, as an edit says it.
  private static func changes<R: Record>(from known: R, to record: R) -> [FieldChange<R.Field>] {
    R.Field.allCases.compactMap { field in
      let (from, to) = (known.text(of: field), record.text(of: field))
      return from == to ? nil : FieldChange(field, from: from.map { .plain($0) }, to: to.map { .plain($0) })
    }
  }

  private mutating func skills(_ row: DelimitedRow) throws(RowRefusal) -> [Skill]? {
    guard let text = map.word("skill", of: row) else { return nil }
    var skills: [Skill] = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      guard let skill = SkillRequirement(String(word)) else { throw .badChoice(field: "skill", text: text) }
      skills.append(Skill(trade: skill.trade, level: skill.level))
    }
    return skills
  }

  private mutating func hours(_ row: DelimitedRow) throws(RowRefusal) -> OpeningHours? {
    guard let text = map.word("shift", of: row) else { return nil }
    do { return try OpeningHours(text) } catch { throw .badChoice(field: "shift", text: text) }
  }
}
