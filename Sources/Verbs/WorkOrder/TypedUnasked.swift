public import Domain

/// What a call leaves open as it is typed: `machine: he does not know; number, name: he hung up`, or `all: …`.
public enum TypedUnasked {
  /// Each question with its reason; of `all` those that the form says are open, else every one.
  public static func read(
    _ text: String, open: [CallQuestion] = CallQuestion.allCases
  ) throws(UsageFault) -> [UnaskedQuestion] {
    var found: [UnaskedQuestion] = []
    for part in text.split(separator: ";") where !part.trimmed.isEmpty {
      for one in try questions(part, open: open) where !found.contains(where: { $0.question == one.question })
      {
        found.append(one)
      }
    }
    return found
  }

  private static func questions(
    _ part: Substring, open: [CallQuestion]
  ) throws(UsageFault) -> [UnaskedQuestion] {
    let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let reason = sides.count == 2 ? sides[1].trimmed : ""
    var found: [UnaskedQuestion] = []
    for name in sides[0].split(separator: ",") {
      let isAll = ["all", "rest"].contains(name.folded)
      guard let question = question(name), !isAll else {
        guard isAll else { throw fault(part.trimmed, open) }
        found += open.map { UnaskedQuestion($0, reason: reason.isEmpty ? nil : reason) }
        continue
      }
      found.append(UnaskedQuestion(question, reason: reason.isEmpty ? nil : reason))
    }
    return found
  }

  private static func question(_ name: some StringProtocol) -> CallQuestion? {
    let word = name.folded
    return CallQuestion.allCases.first { [$0.rawValue, $0.spoken.folded].contains(word) }
  }

  private static func fault(_ part: String, _ open: [CallQuestion]) -> UsageFault {
    let names = open.map(\.spoken).joined(separator: ", ")
    return UsageFault(
      "\"\(part.clipped(24))\" does not say what was not asked. \"all: he hung up\" does"
        + (names.isEmpty ? "." : ", or one of \(names) with its reason."), word: "not-asked")
  }
}

extension CallQuestion {
  /// As people say it.
  public var spoken: String {
    switch self {
    case .urgency: "how urgent"
    case .window: "when it suits"
    case .access: "way in"
    case .number, .name, .machine: rawValue
    }
  }
}

extension Wording {
  /// `machine (he does not know), when it suits`; empty for nothing.
  public static func unasked(_ questions: [UnaskedQuestion]) -> String {
    questions.map { one in one.question.spoken + (one.reason.map { " (\($0))" } ?? "") }
      .joined(separator: ", ")
  }
}
