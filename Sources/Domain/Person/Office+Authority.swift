extension Office {
  /// Asked by the console and by whoever decides alike: whether a person may do this at all.
  ///
  /// Each role has a scope for each kind of act: technicians may act on work that is or was theirs, on its site and on
  /// their own record, and on nobody else's. Only who manages the office makes an owner or touches one. Everybody sets
  /// his own PIN. Who has left does nothing any more.
  public func authorize(_ command: Command, by person: Person.ID) throws(Refusal) {
    if case .foundOffice = command { return }
    let actor = try acting(person)
    if case .setPIN(person, _) = command { return }
    for permission in command.rule.permissions(of: actor.id, in: self) {
      let scope = try scope(of: permission, actor)
      guard isWithin(scope, command, actor) else { throw .notAllowed(permission, role: actor.role) }
    }
  }

  /// The same before a command is known: whether a person may do something of that kind, with that order where one is
  /// meant.
  public func authorize(
    _ permission: Permission, on order: WorkOrder?, by person: Person.ID
  ) throws(Refusal) {
    let actor = try acting(person)
    let scope = try scope(of: permission, actor)
    guard let order else { return }
    guard isWithin(scope, order, actor, permission) else { throw .notAllowed(permission, role: actor.role) }
  }

  /// Whether somebody may have a code made for another one, who is to act here: whoever has the code acts as he does, so
  /// that only who manages the office has one made for an owner.
  public func authorize(enrolling person: Person, by maker: Person.ID) throws(Refusal) {
    try authorize(.managePeople, on: nil, by: maker)
    if person.role == .owner { try authorize(.manageOffice, on: nil, by: maker) }
  }

  private func scope(of permission: Permission, _ actor: Person) throws(Refusal) -> RecordScope {
    guard let scope = actor.role.scope(of: permission) else {
      throw .notAllowed(permission, role: actor.role)
    }
    return scope
  }

  private func isWithin(_ scope: RecordScope, _ command: Command, _ actor: Person) -> Bool {
    switch scope {
    case .all: return true
    case .own:
      guard let technician = technician(actor.technician), technician.isActive else { return false }
      return command.rule.isOwn(of: technician.id, in: self)
    case .heldForParts, .done:
      if command.rule.takesBackOwn(of: actor.id, in: self) { return true }
      let touched = command.orders
      return !touched.isEmpty
        && touched.allSatisfy { order($0).map { isWithin(scope, $0, actor, command.permission) } ?? false }
    }
  }

  private func isWithin(
    _ scope: RecordScope, _ order: WorkOrder, _ actor: Person, _ permission: Permission
  ) -> Bool {
    switch scope {
    case .all: true
    case .own: actor.technician.map { order.isOwn(of: $0, for: permission) } ?? false
    case .heldForParts: order.hold?.reason == .parts
    case .done: order.doneAt != nil && !order.isEnded
    }
  }

  /// The person that somebody acts as; refused for nobody and for who has left.
  @discardableResult public func acting(_ person: Person.ID) throws(Refusal) -> Person {
    guard let actor = self.person(person) else { throw .notFound(.person("")) }
    guard actor.isActive, actor.technician == nil || technician(actor.technician)?.isActive ?? true else {
      throw .personLeft(actor.handle)
    }
    return actor
  }
}
