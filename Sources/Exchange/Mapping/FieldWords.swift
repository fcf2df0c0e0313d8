import Domain

/// The words that a field of ours may have, where it may not have any text.
public enum FieldWords {
  /// By the name of the field, as an import map writes it.
  public static let all: [String: [String]] = [
    "priority": Priority.allCases.flatMap { ["P\($0.rawValue)", "p\($0.rawValue)", "\($0.rawValue)"] },
    "urgency": Urgency.allCases.map(\.rawValue),
    "status": WorkOrderStatus.allCases.map(\.rawValue),
    "source": Source.allCases.map(\.rawValue),
    "tier": Tier.allCases.flatMap {
      [$0.rawValue, $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst()]
    }
  ]
}
