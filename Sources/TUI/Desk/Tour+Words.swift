import Terminal
import Verbs

extension Tour {
  /// What the step says; the key it asks for stands in `asked`.
  func words(_ model: Model) -> String {
    switch step {
    case .queue:
      "Queue. Work that nobody has yet, what matters most on top. Due counts down to the promise; ▲ is close to it, "
        + "✗ has missed it."
    case .open: "An order's window has all of it: the clocks, who did what when, the visits, the equipment."
    case .openBack:
      "Read on with the keys in the lower edge. One step back closes any window, and loses nothing."
    case .assign: "Who can take this order? The answer is ranked, with the reason in the last column."
    case .assignBack: "The first key would give it to the best, a digit to another. Leave it for now."
    case .technicians:
      "Technicians. A free, T on the way, O on site, B break, X off. ! is late or silent for too long."
    case .timeline:
      "Timeline. Everybody's day: blocks are visits, dots the way there, the dashed line is now."
    case .alerts:
      "Alerts. What somebody must look at, who has it and what happens next. The key that solves it is on the line."
    case .filter: "Every list filters as you type: a word, or zone:north, due<2h."
    case .filterBack: "This clears it; keeping it shows the filter in the pane's title."
    case .help: "Help lists the keys that work where you are. It is right everywhere, also in forms."
    case .helpBack: "A key here runs what is highlighted."
    case .end:
      "Now you know the panes. \(key(LogVerb.name, model)) logs a call, \(key(UndoVerb.name, model)) takes your last "
        + "change back, \(key(Action.openLine.rawValue, model)) opens the line where every verb has a word."
    }
  }

  /// `Press a.`, by the keymap in force; what has no key is said on the line or found in the menu.
  func asked(_ model: Model) -> String {
    guard let action = step.action else { return "\(key(Action.back.rawValue, model)) ends the tour." }
    return "▸ Press \(key(action, model))."
  }

  private func key(_ action: String, _ model: Model) -> String {
    let contexts = model.contexts
    let places = [contexts, Self.places(of: action), KeyContexts.queue]
    for place in places {
      if let key = model.key(for: action, in: place) { return key }
    }
    if let verb = Verbs.verb(named: action) { return ":\(verb.spoken)" }
    return model.key(for: Action.paneNext.rawValue, in: KeyContexts.queue) ?? "Tab"
  }

  private static func places(of action: String) -> [String] {
    action == Action.clearFilter.rawValue ? KeyContexts.filter : KeyContexts.queue
  }
}
