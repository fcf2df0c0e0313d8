public import Domain

extension Wording {
  /// A technician as people say him: the family name, or the whole name where there is no comma.
  public func technician(_ id: Technician.ID?) -> String {
    guard let technician = office.technician(id) else { return "somebody unknown" }
    return Wording.short(technician.name.words)
  }

  /// A technician by his handle.
  public func technician(handle: String) -> String {
    var found: Technician?
    for technician in office.technicians.inOrder where technician.handle == handle { found = technician }
    return found.map { Wording.short($0.name.words) } ?? handle.clipped(20)
  }

  public func person(_ id: Person.ID?) -> String {
    office.person(id)?.name.words.clipped(24) ?? "somebody unknown"
  }

  /// `Ruiz, Ana` is Ruiz; `Ana Ruiz` is Ruiz; one word is itself.
  public static func short(_ name: String) -> String {
    let whole = name.trimmed
    let family =
      whole.contains(",")
      ? whole.split(separator: ",").first.map(String.init) ?? whole
      : whole.split(separator: " ").last.map(String.init) ?? whole
    return family.clipped(20)
  }

  func subject(_ subject: Subject) -> String {
    switch subject {
    case .order(let number): number == 0 ? "The order" : String(number)
    case .technician(let handle): technician(handle: handle)
    case .customer(let name), .site(let name), .equipment(let name), .person(let name), .contract(let name):
      name.isEmpty ? "The record" : name.clipped(28)
    case .alert(let id): "Alert \(id.clipped(40))"
    case .office(let name): name.isEmpty ? "The office" : name.clipped(28)
    case .message(let id): "The message \(id.clipped(8))"
    case .conflict(let id): "The conflict \(id.clipped(8))"
    }
  }

  static func status(_ status: WorkOrderStatus) -> String {
    switch status {
    case .new: "new"
    case .triage: "in triage"
    case .ready: "ready"
    case .tentative: "tentative"
    case .scheduled: "scheduled"
    case .dispatched: "dispatched"
    case .accepted: "accepted"
    case .travelling: "travelling"
    case .onSite: "on site"
    case .held: "held"
    case .review: "done, awaiting review"
    case .closed: "closed"
    case .notDone: "not done"
    case .cancelled: "cancelled"
    case .duplicate: "a duplicate"
    }
  }

  /// Said of equipment that nobody knew, besides the result.
  static func newEquipment(_ name: String) -> String {
    "\(name.clipped(32)) is not in the register: it is put there with this name"
  }

  /// Said of a made-up site, besides the result.
  static func provisionalSite(_ name: String) -> String {
    "No site is called \"\(name.clipped(32))\": it is made for now and flagged incomplete in list sites."
  }
}
