/// A record other than an order that commands are about.
protocol CommandTarget: Sendable {
  associatedtype ID: Codable, Hashable, Sendable
  associatedtype Change

  static func found(_ id: ID, in office: Office) -> Self?
  /// What a refusal names where the office does not have it.
  static func subject(_ id: ID) -> Subject

  /// A change of it, with what goes along with that elsewhere.
  func events(of change: Change, in office: Office) -> [Event]
}

/// The rule of a command about one record. What has a default means the same as in ``CommandRule``.
protocol RecordCommand: Codable, Hashable, Sendable {
  associatedtype Target: CommandTarget

  static var permission: Permission { get }
  static var kind: CommandKind { get }

  func decide(on record: Target, in moment: Moment) throws(Refusal) -> [Target.Change]
  func inverse(on record: Target, in moment: Moment) -> [Command]
  /// The record is nil where the office does not have it.
  func permissions(on record: Target?) -> [Permission]
  func isOwn(of technician: Technician.ID, on record: Target.ID, in office: Office) -> Bool
  func restated(on record: Target) -> Restatement
}

extension RecordCommand {
  func inverse(on record: Target, in moment: Moment) -> [Command] { [] }
  func permissions(on record: Target?) -> [Permission] { [Self.permission] }
  func isOwn(of technician: Technician.ID, on record: Target.ID, in office: Office) -> Bool { false }
  func restated(on record: Target) -> Restatement { .usual(for: Self.kind) }
}

/// Such a command on the record it is about.
struct OnRecord<Rule: RecordCommand>: CommandRule {
  let id: Rule.Target.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let record = found(in: moment.office) else { throw .notFound(Rule.Target.subject(id)) }
    return try rule.decide(on: record, in: moment).flatMap { record.events(of: $0, in: moment.office) }
  }

  func inverse(in moment: Moment) -> [Command] {
    found(in: moment.office).map { rule.inverse(on: $0, in: moment) } ?? []
  }

  func permissions(of person: Person.ID, in office: Office) -> [Permission] {
    rule.permissions(on: found(in: office))
  }

  func isOwn(of technician: Technician.ID, in office: Office) -> Bool {
    rule.isOwn(of: technician, on: id, in: office)
  }

  func restated(on office: Office) -> Restatement {
    found(in: office).map(rule.restated) ?? .usual(for: Self.kind)
  }

  private func found(in office: Office) -> Rule.Target? { Rule.Target.found(id, in: office) }
}
