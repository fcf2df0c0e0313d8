import Domain
import Terminal
import Verbs

/// What an alert says, in one line.
enum AlertWords {
  /// The sentence in so many cells: what finds no room leaves by whole clauses where the sentence is made of some.
  static func sentence(of alert: Alert, _ model: Model, width: Int) -> String {
    let whole = model.wording.alert(alert)
    if displayWidth(of: whole) <= width { return whole }
    let words = model.wording.alert(alert, isShort: true)
    let ends = ends(of: alert)
    var fitted = words
    while displayWidth(of: fitted) > width, let cut = fitted.lastIndex(where: { ends.contains($0) }) {
      fitted = String(fitted[..<cut])
    }
    return displayWidth(of: fitted) <= width ? fitted : words
  }

  /// What ends a clause of its sentence; nothing where the words may be somebody's name or his own.
  private static func ends(of alert: Alert) -> String {
    switch alert.evidence {
    case .clock, .unexplained, .unassigned: ",;"
    default: ""
    }
  }

  /// The key of the verb that usually solves it, from the live keymap. Held work is released by the key that
  /// holds; a verb without a key is a word of the line.
  static func remedy(of alert: Alert, _ model: Model) -> Hint? {
    let contexts = alert.orderID == nil ? KeyContexts.alertOfTechnician : KeyContexts.alerts
    let verb = alert.remedy.verb
    let words = Hints.word(for: verb)
    let verbs =
      switch alert.remedy {
      case .release: [verb, HoldVerb.name]
      case .settle: [verb, AlertResolveVerb.name]
      case .assign, .replan, .move, .open, .accept, .note, .say, .message, .breachCause, .resolve, .revoke:
        [verb]
      }
    if let key = verbs.lazy.compactMap({ model.key(for: $0, in: contexts) }).first {
      return Hint(key: key, words: words)
    }
    return model.key(for: "line.open", in: contexts).map { Hint(key: $0, words: words) }
  }

  static func role(of alert: Alert) -> StyleRole {
    switch alert.severity {
    case .high: .alertHigh
    case .medium: .alertMedium
    case .low: .alertLow
    }
  }
}
