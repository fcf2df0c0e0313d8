/// One value that a person may set on a record, by the name people type: `trade=lift`.
public protocol RecordField: RawRepresentable, CaseIterable, Codable, Hashable, Sendable
where RawValue == String {
  /// Whether the words are about a person and are therefore kept apart from the ledger, erasable.
  var isPersonal: Bool { get }
}

extension RecordField {
  public var isPersonal: Bool { false }
}

/// A record whose fields are edited one by one, each change on record with what it was before.
public protocol Record: Codable, Hashable, Sendable {
  associatedtype Field: RecordField

  /// The field as text, in the form in which it is typed; nil when it is not set.
  func text(of field: Field) -> String?

  /// Sets a field from text, or clears it with nil.
  mutating func set(_ field: Field, to text: String?) throws(FieldFault)
}

/// A value that a field does not take, with what it would take.
public struct FieldFault: Error, Codable, Hashable, Sendable {
  public let field: String
  public let word: String
  public let expected: String

  public init(field: String, word: String, expected: String) {
    self.field = field
    self.word = word
    self.expected = expected
  }
}

/// A field's change: a claim that says what it replaces.
public struct FieldChange<Field: RecordField>: Codable, Hashable, Sendable {
  public let field: Field
  public let from: FieldText?
  public let to: FieldText?

  public init(_ field: Field, from: FieldText?, to: FieldText?) {
    self.field = field
    self.from = from
    self.to = to
  }
}

/// The text of a field: plain, or about a person and therefore erasable.
public enum FieldText: Codable, Hashable, Sendable {
  case plain(String)
  case personal(PersonalText)

  public var words: String {
    switch self {
    case .plain(let words): words
    case .personal(let text): text.words
    }
  }
}

extension Record {
  /// The events' form of an edit, refused when a field is no longer what the claim says it replaces.
  ///
  /// A field that already has the wanted value leaves no change: the same wish twice is no conflict.
  func decided(_ changes: [FieldChange<Field>], of subject: Subject) throws(Refusal) -> [FieldChange<Field>] {
    var after = self
    var kept: [FieldChange<Field>] = []
    for change in changes {
      let now = after.text(of: change.field)
      if now == change.to?.words { continue }
      if now != change.from?.words {
        throw .changedSince(subject, field: change.field.rawValue, now: now)
      }
      do { try after.set(change.field, to: change.to?.words) } catch { throw .fault(error) }
      kept.append(change)
    }
    return kept
  }

  /// The changes that would change something: what an undo has to take back.
  func kept(of changes: [FieldChange<Field>]) -> [FieldChange<Field>] {
    do { return try decided(changes, of: .office("")) } catch { return [] }
  }

  /// Applies changes that have happened; a value that this version cannot read leaves the field as it was.
  mutating func apply(_ changes: [FieldChange<Field>]) {
    for change in changes {
      do { try set(change.field, to: change.to?.words) } catch { continue }
    }
  }
}

extension Array {
  /// The same changes backwards, for undo.
  func reversedChanges<Field>() -> [FieldChange<Field>] where Element == FieldChange<Field> {
    reversed().map { FieldChange($0.field, from: $0.to, to: $0.from) }
  }
}
