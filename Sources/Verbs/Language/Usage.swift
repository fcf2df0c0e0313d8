/// How a verb is written, in one line, from its parameters.
public enum Usage {
  public static func line(of verb: any Verb.Type) -> String {
    ([verb.spoken] + verb.parameters.map(part)).joined(separator: " ")
  }

  /// What must be said and what may follow in turn; the options are left to the help.
  static func brief(of verb: any Verb.Type) -> String {
    let said = verb.parameters.filter { $0.isRequired || $0.place != .option }.map(part)
    let options = said.count < verb.parameters.count ? ["[OPTION…]"] : []
    return ([verb.spoken] + said + options).joined(separator: " ")
  }

  /// What a verb is told when something is not said that it needs.
  static func missing(_ parameter: Parameter, of verb: any Verb.Type) -> UsageFault {
    UsageFault("\(verb.spoken) needs \(parameter.wanted): \(brief(of: verb))", word: parameter.name)
  }

  static func part(_ parameter: Parameter) -> String {
    let text: String
    switch parameter.place {
    case .turn: text = parameter.placeholder
    case .after(let word): text = "\(word) \(parameter.placeholder)"
    case .option:
      text = parameter.kind == .flag ? "--\(parameter.name)" : "--\(parameter.name) \(parameter.placeholder)"
    }
    return parameter.isRequired ? text : "[\(text)]"
  }
}
