public import Domain

extension Wording {
  /// What an alert says after its order's number: fact, figure and the instant that counts.
  public func alert(_ alert: Alert) -> String {
    switch alert.evidence {
    case .clock(let clock, let priority):
      let kind = clock.kind == .response ? "response" : "fix"
      switch clock.state {
      case .breached:
        return
          "\(priority.text) \(kind) missed by \(Wording.clock(.zero - clock.remaining)), due \(time(clock.dueAt))"
      case .running, .atRisk, .paused, .met:
        return "\(priority.text) \(kind) due \(time(clock.dueAt)), \(Wording.clock(clock.remaining)) left"
      }
    case .unassigned(let due): return "nobody assigned\(due.map { "; response due \(time($0))" } ?? "")"
    case .overrun(let by, let handle, let next):
      return "\(technician(handle: handle)) \(Wording.length(by)) over\(next.map { "; \($0) is next" } ?? "")"
    case .silence(let span, let limit, let handle):
      return
        "\(technician(handle: handle)): no check-in for \(Wording.length(span)) (limit \(Wording.length(limit)))"
    case .overlap(let with, let handle, let from):
      return "\(technician(handle: handle)) has \(with) too from \(time(from))"
    case .message(let to, let why, let attempts):
      return "\(recipient(to)) not told: \(why.clipped(48))\(attempts > 1 ? ", tried \(attempts) times" : "")"
    case .hold(let reason, let since, let reviewAt):
      return "held for \(reason.rawValue) \(Wording.length(now - since)); review was due \(time(reviewAt))"
    }
  }

  /// The shape in front of an alert.
  public static func mark(_ kind: Alert.Kind) -> Character {
    switch kind {
    case .atRisk, .p1Unassigned, .overlap, .overrun: "▲"
    case .breached: "✗"
    case .noCheckIn, .messageFailed: "!"
    case .holdReview: "‖"
    }
  }
}
