/// How a verb is written, in one line, from its parameters.
public enum Usage {
  public static func line(of verb: any Verb.Type) -> String {
    ([verb.spoken] + verb.parameters.map(part)).joined(separator: " ")
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
