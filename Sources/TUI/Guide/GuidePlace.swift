/// Where a guide was left, as a text of a few lines: the step, then each field with what was typed.
public struct GuidePlace: Sendable {
  public var step: GuideStep
  public var fields: [(String, String)]

  public init(step: GuideStep, fields: [(String, String)]) {
    self.step = step
    self.fields = fields
  }

  /// Nil for a text that is none, such as one that was cut off.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard let first = lines.first, let step = GuideStep(rawValue: String(first)) else { return nil }
    self.step = step
    fields = lines.dropFirst().compactMap { line in
      guard let equals = line.firstIndex(of: "=") else { return nil }
      return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }
  }

  public var text: String {
    ([step.rawValue] + fields.map { "\($0)=\($1.map { $0.isNewline ? " " : String($0) }.joined())" })
      .joined(separator: "\n") + "\n"
  }
}
