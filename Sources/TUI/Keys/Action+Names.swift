import Verbs

extension Action {
  /// Every name that a key may be bound to: the screen's own actions, the verbs, and a verb with one of its
  /// choices, such as `technician.set-presence.break`.
  public static let names: Set<String> = Verbs.catalogue.reduce(into: Set(allCases.map(\.rawValue))) {
    names, verb in
    names.insert(verb.name)
    for parameter in verb.parameters {
      guard case .choice(let choices) = parameter.kind else { continue }
      names.formUnion(choices.map { "\(verb.name).\($0)" })
    }
  }
}
