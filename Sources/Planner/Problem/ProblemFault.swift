/// A number that no plan can be made with, and where it stands.
public struct ProblemFault: Error, Equatable, Sendable {
  public enum Subject: Equatable, Sendable {
    case weights
    case technician(Int)
    case visit(Int)
  }

  public var subject: Subject
  /// The field's name as in the plan problem's file.
  public var field: String
  public var value: Int
  /// What it may be.
  public var allowed: ClosedRange<Int>

  public init(_ subject: Subject, _ field: String, _ value: Int, allowed: ClosedRange<Int>) {
    (self.subject, self.field, self.value, self.allowed) = (subject, field, value, allowed)
  }
}
