import Domain
public import Settings

/// The words that a field of ours may have, where it may not have any text.
public enum FieldWords {
  /// By the name of the field, as a map for that kind of thing writes it.
  public static func of(_ kind: ImportKind) -> [String: [String]] {
    switch kind {
    case .workOrders:
      [
        "priority": Priority.allCases.flatMap { ["P\($0.rawValue)", "p\($0.rawValue)", "\($0.rawValue)"] },
        "urgency": Urgency.allCases.map(\.rawValue),
        "status": WorkOrderStatus.allCases.map(\.rawValue),
        "source": Source.allCases.map(\.rawValue)
      ]
    case .customers: ["tier": Tier.allCases.flatMap { either($0.rawValue) }]
    case .sites: [:]
    case .equipment:
      [
        "status": EquipmentStatus.allCases.map(\.rawValue),
        "criticality": Criticality.allCases.map(\.rawValue)
      ]
    case .technicians: ["toldBy": TellingRoad.allCases.flatMap { either($0.rawValue) }]
    }
  }

  /// A word as it is kept, and as it begins a sentence.
  private static func either(_ word: String) -> [String] {
    [word, word.prefix(1).uppercased() + word.dropFirst()]
  }
}
