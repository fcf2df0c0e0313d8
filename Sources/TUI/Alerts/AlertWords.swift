import Domain
import Verbs

/// What an alert says, in one line.
enum AlertWords {
  static func sentence(of alert: Alert, _ model: Model) -> String {
    let sentence = model.wording.alert(alert)
    // Only a P1 without anybody is an alert at once, so the sentence says that it is one.
    if case .unassigned = alert.evidence, !sentence.hasPrefix("P1") { return "P1, \(sentence)" }
    return sentence
  }

  static func shape(of alert: Alert) -> Character { Wording.mark(alert.id.kind) }

  static func role(of alert: Alert) -> Role {
    switch alert.severity {
    case .high: .alertHigh
    case .medium: .alertMedium
    case .low: .alertLow
    }
  }
}
