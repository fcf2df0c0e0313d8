/// Something that has happened. Names are promises to every database in the field: add, never rename.
public enum Event: Codable, Hashable, Sendable {
  case office(OfficeEvent)
  case workOrder(WorkOrder.ID, WorkOrderEvent)
  case technician(Technician.ID, TechnicianEvent)
  case customer(Customer.ID, CustomerEvent)
  case site(Site.ID, SiteEvent)
  case equipment(Equipment.ID, EquipmentEvent)
  case person(Person.ID, PersonEvent)
}
