public import Domain

/// What has been typed into a form so far; local to the file, never an event.
public struct FormDraft: Hashable, Sendable {
  /// Which form of which thing, such as `hold` of 20391; a new call has a number of its own.
  public struct Key: Hashable, Sendable {
    public var form: String
    public var subject: String

    public init(form: String, subject: String) {
      self.form = form
      self.subject = subject
    }
  }

  public struct Field: Hashable, Sendable {
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  public var key: Key
  public var fields: [Field]
  /// When the form was opened; a new call's clocks run from here.
  public var begunAt: Timestamp
  /// Who has it open, where that is somebody else.
  public var other: Person.ID?

  public init(key: Key, fields: [Field], begunAt: Timestamp) {
    self.key = key
    self.fields = fields
    self.begunAt = begunAt
  }

  /// A call's form that was begun longer ago is nobody's on the line.
  public static let callTerm = Span.minutes(30)

  /// The text of a field; nil when it was never touched.
  public subscript(name: String) -> String? { fields.first { $0.name == name }?.text }
}
