public import Domain
public import Settings

/// The records of one kind as rows whose columns are named by the fields that an import takes: names in place of ids,
/// days and instants in ISO 8601, places as degrees. Access codes stay in the office, and so do telephone numbers unless
/// they are asked for: an import leaves alone what has no column.
public struct RecordTable {
  public let header: [String]
  public let rows: [[String]]

  public init(_ kind: ImportKind, in office: Office, hasPhones: Bool = false) {
    switch kind {
    case .customers:
      self.init(office.customers.inOrder, \.name, without: hasPhones ? [] : [.phone]) {
        Self.text(of: $1, $0, in: office)
      }
    case .sites:
      self.init(office.sites.inOrder, \.name, without: hasPhones ? [.accessCode] : [.accessCode, .phone]) {
        Self.text(of: $1, $0, in: office)
      }
    case .equipment: self.init(office.equipment.inOrder, \.name) { Self.text(of: $1, $0, in: office) }
    case .technicians:
      let plain = RecordTable(office.technicians.inOrder, \.handle, without: hasPhones ? [] : [.phone]) {
        $0.text(of: $1)
      }
      let sorted = office.technicians.inOrder.sorted { ($0.handle, $0.id) < ($1.handle, $1.id) }
      self.init(
        header: plain.header + ["skill", "shift"],
        rows: zip(plain.rows, sorted).map { row, one in
          row + [one.skills.map(\.text).joined(separator: " "), one.hours?.text ?? ""]
        })
    case .workOrders:
      self.init(header: OrderRow.header, rows: office.orders.inOrder.map { OrderRow.cells($0, in: office) })
    }
  }

  private init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  private init<R: Record>(
    _ records: [R], _ name: KeyPath<R, String>, without hidden: Set<R.Field> = [],
    _ text: (R, R.Field) -> String?
  ) where R: Identifiable, R.ID: Comparable {
    let fields = R.Field.allCases.filter { !hidden.contains($0) }
    header = fields.map(\.rawValue)
    rows = records.sorted { ($0[keyPath: name], $0.id) < ($1[keyPath: name], $1.id) }
      .map { record in fields.map { text(record, $0) ?? "" } }
  }
}

extension RecordTable {
  private static func text(of field: Customer.Field, _ one: Customer, in office: Office) -> String? {
    switch field {
    case .parent: office.customer(one.parent)?.name
    case .contract: office.contract(one.contract)?.name
    case .prefers: handles(one.preferred, in: office)
    case .refuses: handles(one.refused, in: office)
    case .name, .tier, .phone, .contact, .preferences, .credit, .language: one.text(of: field)
    }
  }

  private static func handles(_ technicians: [Technician.ID]?, in office: Office) -> String? {
    technicians?.compactMap { office.technician($0)?.handle }.joined(separator: ",")
  }

  private static func text(of field: Site.Field, _ one: Site, in office: Office) -> String? {
    field == .customer ? office.customer(one.customer)?.name : one.text(of: field)
  }

  private static func text(of field: Equipment.Field, _ one: Equipment, in office: Office) -> String? {
    switch field {
    case .site: office.site(one.site)?.name
    case .parent: office.equipment(one.parent)?.name
    case .name, .building, .floor, .area, .type, .maker, .model, .serial, .owner, .user, .purchased,
      .warranty, .specification, .status, .criticality:
      one.text(of: field)
    }
  }
}
