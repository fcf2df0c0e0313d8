import Domain
import Verbs

/// A field of a record that a row shows, so that one can ask how it came to be what it is.
struct FieldPlace: Hashable, Sendable {
  let record: RecordReference
  let field: String

  init(_ record: RecordReference, _ field: String) {
    self.record = record
    self.field = field
  }

  init(_ id: WorkOrder.ID, _ field: WorkOrder.Field) { self.init(.order(id), field.rawValue) }
  init(_ id: WorkOrder.ID, _ state: WorkOrder.State) { self.init(.order(id), state.rawValue) }
  init(_ id: Customer.ID, _ field: Customer.Field) { self.init(.customer(id), field.rawValue) }
  init(_ id: Site.ID, _ field: Site.Field) { self.init(.site(id), field.rawValue) }
  init(_ id: Equipment.ID, _ field: Equipment.Field) { self.init(.equipment(id), field.rawValue) }
  init(_ id: Technician.ID, _ field: Technician.Field) { self.init(.technician(id), field.rawValue) }
  init(_ id: Technician.ID, _ state: Technician.State) { self.init(.technician(id), state.rawValue) }
  init(_ id: Person.ID, _ field: Person.Field) { self.init(.person(id), field.rawValue) }

  var window: ViewAction { .openWhy(record, field: field) }
}
