import Domain
import Storage
import Verbs

extension Answers {
  func show(_ id: WorkOrder.ID) throws(ShellError) -> Reply {
    var shown = office
    guard let order = try order(id, in: shown) else { throw .refused(.notFound(.order(0))) }
    shown.restore(order)
    let file = session?.file
    let path = { (sha256: Digest) in file?.attachmentPath(sha256) }
    return Reply(
      Sheets.workOrder(order, in: shown, at: now, path: path),
      Objects.workOrder(order, in: shown, at: now, path: path))
  }

  func customer(_ id: Customer.ID) throws(ShellError) -> Reply {
    let office = office
    let one = try known(office.customer(id), .customer(id.description))
    return Reply(Sheets.customer(one, in: office, at: now), Objects.record(one, in: office))
  }

  func site(_ id: Site.ID) throws(ShellError) -> Reply {
    let office = office
    let one = try known(office.site(id), .site(id.description))
    return Reply(Sheets.site(one, in: office), Objects.record(one, in: office))
  }

  func equipment(_ id: Equipment.ID) throws(ShellError) -> Reply {
    let office = office
    let one = try known(office.equipment(id), .equipment(id.description))
    let ended = try read { file throws(StorageError) in try file.endedOrders(on: id, limit: 1_000) } ?? []
    let services = ended.compactMap { readable($0)?.serviceRecord }
    return Reply(
      Sheets.equipment(one, services: services, in: office, at: now),
      Objects.record(one, services: services, in: office))
  }

  func technician(_ id: Technician.ID) throws(ShellError) -> Reply {
    let office = office
    let one = try known(office.technician(id), .technician(id.description))
    return Reply(Sheets.technician(one, in: office, at: now), Objects.record(one, in: office))
  }

  func contract(_ id: Contract.ID) throws(ShellError) -> Reply {
    let one = try known(office.contract(id), .contract(id.description))
    return Reply(Sheets.contract(one), Objects.contract(one))
  }

  /// The story of a field; an order of an earlier day is put back for it.
  func why(_ id: RecordReference, _ field: String?) throws(ShellError) -> Reply {
    var shown = office
    if case .order(let order) = id, let older = try self.order(order, in: shown) { shown.restore(older) }
    let entries = try read { file throws(StorageError) in try file.entries(of: id) } ?? []
    let story = FieldStory(of: id, field: field, in: entries.filter { isKnown($0) })
    return Reply(Sheets.why(story, in: shown, at: now), Objects.why(story, in: shown, at: now))
  }

  func known<Record>(_ record: Record?, _ subject: Subject) throws(ShellError) -> Record {
    guard let record else { throw .refused(.notFound(subject)) }
    return record
  }
}
