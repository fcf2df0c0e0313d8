public import Settings

extension Keymap {
  /// What no keymap may take away: the line, where every verb can be said and Callout left, and the way out of a
  /// window, a form and the line itself.
  private static let needed: [(action: String, contexts: [String], place: String, what: String)] = [
    (Action.openLine.rawValue, KeyContexts.queue, "the queue", "opens the command line"),
    (Action.openLine.rawValue, KeyContexts.technicians, "the technicians", "opens the command line"),
    (Action.openLine.rawValue, KeyContexts.timelineVisit, "the timeline", "opens the command line"),
    (Action.openLine.rawValue, KeyContexts.alerts, "the alerts", "opens the command line"),
    (Action.back.rawValue, KeyContexts.popup, "a popup", "leads back"),
    (Action.back.rawValue, KeyContexts.window, "a window", "leads back"),
    (Action.keepDraft.rawValue, KeyContexts.form, "a form", "leads back"),
    (Action.back.rawValue, KeyContexts.line, "the command line", "leads back"),
    (LineAction.run.rawValue, KeyContexts.line, "the command line", "runs what was typed")
  ]

  /// The layers as one map, `base` the first of them, with a key of `base` again for each way back that they leave
  /// without any; and what was lacking.
  public static func completing(
    _ layers: [Keymap], from base: Keymap, file: String
  ) -> (keymap: Keymap, problems: [SettingsProblem]) {
    var map = layering(layers)
    var again: [Binding] = []
    var problems: [SettingsProblem] = []
    for (action, contexts, place, what) in needed where map.keys(for: action, in: contexts).isEmpty {
      let offers = base.bindings.filter { $0.action == action && contexts.contains($0.context) }
      let free = offers.first { map.action(for: $0.keys, in: contexts) == .none }
      guard let binding = free ?? offers.first else { continue }
      again.append(binding)
      map = layering(layers + [Keymap(again)])
      problems.append(
        SettingsProblem(
          file: file, line: 1, column: 1, word: action,
          sentence: "No key \(what) in \(place) any more (\(action)), so \(binding.keys.spelling) still does."
        ))
    }
    return (map, problems)
  }
}
