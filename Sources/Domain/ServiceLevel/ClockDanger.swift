/// How bad an order's clocks stand, the worst of them.
public enum ClockDanger: String, Hashable, Sendable {
  case atRisk, breached

  /// Nil where no clock is in danger.
  public init?(_ faces: [ClockFace]) {
    let states = faces.map(\.state)
    if states.contains(.breached) {
      self = .breached
    } else if states.contains(.atRisk) {
      self = .atRisk
    } else {
      return nil
    }
  }
}
