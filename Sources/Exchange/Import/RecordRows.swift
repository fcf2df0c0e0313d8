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
  private let zoneRules: (String) -> ZoneRules?

  /// - Parameter zoneRules: what the system knows of a time zone; nil for one that it does not know.
  public init(
    _ map: ImportMap, kind: ImportKind, header: DelimitedRow, office: Office, zone: ZoneRules,
    zoneRules: @escaping (String) -> ZoneRules? = { _ in nil },
    identifier: @escaping () -> (high: UInt64, low: UInt64)
  ) throws(ExchangeError) {
    let names = header.fields.map(\.trimmed)
    self.map = try CompiledMap(map, kind: kind, header: names, zone: zone)
    headings = names
    self.kind = kind
    self.identifier = identifier
    self.zoneRules = zoneRules
    directory = Directory(office, identifier: identifier)
  }

  /// The commands of one row: a record that is new, or what differs; none when all is known.
  public mutating func commands(for row: DelimitedRow, in office: Office) throws(RowRefusal) -> [Command] {
    if let column = row.undecodableColumn { throw .undecodable(column: name(ofColumn: column)) }
    guard row.count == headings.count else { throw .ragged(fields: row.count, header: headings.count) }
    try map.refuseShifted(row)
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
  ) throws(RowRefusal) -> [Command] {
    var made: [Command] = []
    var words: [Customer.Field: String] = [:]
    words[.contract] = try contract(row, office)
    words[.prefers] = try technicians("prefers", row, office)
    words[.refuses] = try technicians("refuses", row, office)
    var new: [Customer] = []
    let id = directory.customer(name, make: &new)
    words[.parent] = map.word("parent", of: row).map { holder($0, office, &made).description }
    let known = office.customer(id)
    var record = known ?? new.first ?? Customer(id: id, name: name, tier: .standard)
    try fill(&record, words, row, except: [.name])
    guard let known else { return made + [.addCustomer(AddCustomer(record))] }
    let changes = changes(from: known, to: record)
    return changes.isEmpty ? made : made + [.editCustomer(id, EditCustomer(changes))]
  }

  private mutating func site(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal) -> [Command] {
    var made = try zone(row, office)
    var sites: [Site] = []
    let customer = map.word("customer", of: row).map { holder($0, office, &made) }
    let id = directory.site(name, make: &sites) { _ in }
    let known = office.site(id)
    var record = known ?? sites.first ?? Site(id: id, name: name, customer: customer)
    if let customer { record.customer = customer }
    record.isProvisional = record.customer == nil
    try fill(&record, place(.at, row), row, except: [.name, .customer])
    guard let known else { return made + [.addSite(AddSite(record))] }
    let changes = changes(from: known, to: record)
    return changes.isEmpty ? made : made + [.editSite(id, EditSite(changes))]
  }

  private mutating func equipment(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal) -> [Command] {
    var made: [Command] = []
    var new: [Equipment] = []
    var words: [Equipment.Field: String] = [:]
    words[.purchased] = try map.day("purchased", of: row)
    words[.warranty] = try map.day("warranty", of: row)
    let site = map.word("site", of: row).map { place($0, office, &made) }
    let id = directory.equipment(
      name, at: site, reference: map.word("reference", of: row), serial: map.word("serial", of: row),
      make: &new)
    words[.parent] = map.word("parent", of: row).map { whole($0, at: site, office, &made).description }
    let known = office.equipment(id)
    var record = known ?? new.first ?? Equipment(id: id, name: name, site: site)
    if record.name.folded != name.folded { record.name = name }
    if let site { record.site = site }
    try fill(&record, words, row, except: [.name, .site])
    guard let known else { return made + [.addEquipment(AddEquipment(record))] }
    let changes = changes(from: known, to: record)
    return changes.isEmpty ? made : made + [.editEquipment(id, EditEquipment(changes))]
  }

  private mutating func technician(
    _ name: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal) -> [Command] {
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
    try fill(&record, place(.home, row), row, except: [.name, .handle])
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
    let edit = EditTechnician(changes(from: known, to: record), skills: skills, hours: hours)
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

  /// The larger thing that equipment is a part of, made with the row unless the office has it.
  private mutating func whole(
    _ name: String, at site: Site.ID?, _ office: Office, _ made: inout [Command]
  ) -> Equipment.ID {
    var new: [Equipment] = []
    let id = directory.equipment(name, at: site, make: &new)
    if office.equipment(id) == nil {
      made.append(.addEquipment(AddEquipment(new.first ?? Equipment(id: id, name: name, site: site))))
    }
    return id
  }

  /// A contract is not made by naming it: what it promises has to be said.
  private mutating func contract(_ row: DelimitedRow, _ office: Office) throws(RowRefusal) -> String? {
    guard let name = map.word("contract", of: row) else { return nil }
    guard let contract = office.contracts.inOrder.first(where: { $0.name.folded == name.folded }) else {
      throw .badChoice(field: "contract", text: name)
    }
    return contract.id.description
  }

  /// Technicians by handle or name with commas between them, as ids.
  private mutating func technicians(
    _ field: String, _ row: DelimitedRow, _ office: Office
  ) throws(RowRefusal) -> String? {
    guard let text = map.word(field, of: row) else { return nil }
    var ids: [String] = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == ";" }).map({ $0.trimmed }) where !word.isEmpty
    {
      guard
        let one = office.technicians.inOrder.first(where: {
          $0.handle == word || $0.name.words.folded == word.folded
        })
      else { throw .badChoice(field: field, text: word) }
      ids.append(one.id.description)
    }
    return ids.joined(separator: " ")
  }

  /// How the office learns the time zone of a site that it has not met.
  private mutating func zone(_ row: DelimitedRow, _ office: Office) throws(RowRefusal) -> [Command] {
    guard let name = map.word("timeZone", of: row), office.zones[name] == nil else { return [] }
    guard let rules = zoneRules(name) else { throw .badChoice(field: "timeZone", text: name) }
    return [.changeOffice(ChangeOffice(zone: rules))]
  }

  /// A place that the file has in two columns.
  private mutating func place<Field: RecordField>(_ field: Field, _ row: DelimitedRow) -> [Field: String] {
    guard let latitude = map.word("lat", of: row), let longitude = map.word("lon", of: row) else {
      return [:]
    }
    return [field: "\(latitude),\(longitude)"]
  }

  /// Sets every field that the row has a text for; `words` are those that had to be looked up.
  private mutating func fill<R: Record>(
    _ record: inout R, _ words: [R.Field: String], _ row: DelimitedRow, except others: Set<R.Field>
  ) throws(RowRefusal) {
    for field in R.Field.allCases where !others.contains(field) {
      guard let text = words[field] ?? map.text(field.rawValue, of: row) else { continue }
      if set(&record, field, to: text) || set(&record, field, to: text.trimmed) { continue }
      if set(&record, field, to: text.trimmed.lowercased()) { continue }
      let isPlace = field.rawValue == "at" || field.rawValue == "home"
      throw isPlace
        ? .badNumber(field: words[field] == nil ? field.rawValue : "lat", text: text)
        : .badChoice(field: field.rawValue, text: text)
    }
  }

  private func set<R: Record>(_ record: inout R, _ field: R.Field, to text: String) -> Bool {
    do {
      try record.set(field, to: text)
      return true
    } catch { return false }
  }

  /// What differs between two records of one thing, as an edit says it; words about people under ids of their own.
  private func changes<R: Record>(from known: R, to record: R) -> [FieldChange<R.Field>] {
    R.Field.allCases.compactMap { field in
      let (from, to) = (known.text(of: field), record.text(of: field))
      return from == to
        ? nil : FieldChange(field, from: from.map { said($0, field) }, to: to.map { said($0, field) })
    }
  }

  private func said<Field: RecordField>(_ text: String, _ field: Field) -> FieldText {
    guard field.isPersonal else { return .plain(text) }
    let random = identifier()
    return .personal(PersonalText(id: Identifier(high: random.high, low: random.low), words: text))
  }

  private mutating func skills(_ row: DelimitedRow) throws(RowRefusal) -> [Skill]? {
    guard let text = map.word("skill", of: row) else { return nil }
    var skills: [Skill] = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      guard let skill = Skill(String(word)) else { throw .badChoice(field: "skill", text: text) }
      skills.append(skill)
    }
    return skills
  }

  private mutating func hours(_ row: DelimitedRow) throws(RowRefusal) -> OpeningHours? {
    guard let text = map.word("shift", of: row) else { return nil }
    do { return try OpeningHours(text) } catch { throw .badChoice(field: "shift", text: text) }
  }
}
