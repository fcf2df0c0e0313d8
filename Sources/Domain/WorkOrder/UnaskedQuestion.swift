/// What every caller is asked beside what it is about and where.
public enum CallQuestion: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case number, name, machine, urgency, window, access
}

/// A question that a call left open, and why; whoever plans the visit has to know.
public struct UnaskedQuestion: Codable, Hashable, Sendable {
  public var question: CallQuestion
  /// Nil where nobody gave a reason.
  public var reason: String?

  public init(_ question: CallQuestion, reason: String?) {
    self.question = question
    self.reason = reason
  }
}

extension UnaskedQuestion: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    question = try fields.question
    reason = try fields.reason
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("question", question)
    fields.put("reason", reason)
  }
}

extension WorkOrder {
  /// What its call left open and what has not been answered since.
  public var stillUnasked: [UnaskedQuestion] { unasked.filter { !isAnswered($0.question) } }

  private func isAnswered(_ question: CallQuestion) -> Bool {
    switch question {
    case .number: requests.contains { $0.phone != nil }
    case .name: requests.contains { $0.caller != nil }
    case .machine: equipment != nil
    case .window: window != nil || windowKind != nil || firstOnSiteAt != nil
    case .urgency: priorityIsConfirmed || triagedAt != nil
    case .access: firstOnSiteAt != nil
    }
  }
}
