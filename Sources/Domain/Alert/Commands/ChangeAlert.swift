/// Takes an alert, puts it off, gives it to somebody, settles it, or passes it on.
public struct ChangeAlert: Codable, Hashable, Sendable {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var change: AlertChange
  /// Whose it is now; nil for nobody's.
  public var replacing: Person.ID?

  public init(_ change: AlertChange, replacing: Person.ID?) {
    self.change = change
    self.replacing = replacing
  }
}

/// Such a change of the alert that it is about.
struct OnAlert: CommandRule {
  static let permission = ChangeAlert.permission
  static let kind = ChangeAlert.kind

  let id: Alert.ID
  let rule: ChangeAlert

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let life = moment.office.life(of: id)
    if case .restored(let before) = rule.change {
      if life?.owner != rule.replacing { throw changedSince(life, moment) }
      return life == before ? [] : moment.office.event(rule.change, on: id)
    }
    guard moment.office.alert(id, at: moment.now) != nil || life?.resolution != nil else {
      throw .notFound(.alert(id.description))
    }
    if isSame(life, at: moment.now) { return [] }
    if let life, life.resolution != nil { throw .notFound(.alert(id.description)) }
    if life?.owner != rule.replacing { throw changedSince(life, moment) }
    switch rule.change {
    case .owned(let person?):
      guard let owner = moment.office.person(person) else { throw .notFound(.person(person.description)) }
      if owner.role == .technician {
        throw .fault(
          FieldFault(field: "owner", word: owner.handle, expected: "somebody who works at a desk"))
      }
    case .snoozed(let until):
      if until <= moment.now {
        throw .fault(FieldFault(field: "until", word: until.rfc3339, expected: "a time to come"))
      }
    case .resolved(let note):
      if note.trimmed.isEmpty { throw .missing(.alert(id.description), fields: ["note"]) }
    case .owned(nil), .escalated, .restored: break
    }
    return moment.office.event(rule.change, on: id)
  }

  /// A copied console is for who manages people.
  func permissions(of person: Person.ID, in office: Office) -> [Permission] {
    [Self.permission] + (id.console == nil ? [] : [.managePeople])
  }

  func inverse(in moment: Moment) -> [Command] {
    let life = moment.office.life(of: id)
    let after: Person.ID? =
      switch rule.change {
      case .owned(let person): person
      case .snoozed: life?.owner ?? moment.stamp.by
      case .resolved: life?.owner
      case .escalated: nil
      case .restored(let before): before?.owner
      }
    return [.changeAlert(id, ChangeAlert(.restored(life), replacing: after))]
  }

  private func isSame(_ life: AlertLife?, at now: Timestamp) -> Bool {
    switch rule.change {
    case .owned(let person): life?.owner == person && life?.snoozedUntil == nil && life?.resolution == nil
    case .snoozed(let until): life?.snoozedUntil == until
    case .resolved(let note): life?.resolution?.note == note
    case .escalated(let level): life?.level == level
    case .restored: false
    }
  }

  private func changedSince(_ life: AlertLife?, _ moment: Moment) -> Refusal {
    .changedSince(
      .alert(id.description), field: "owner", now: moment.office.person(life?.owner)?.name.words)
  }
}
