/// What is written about the verbs, made from the catalogue: docs/verbs.md, the manual page, shell completions.
public enum Papers {
  /// The page of one verb, as `callout help VERB` prints it.
  public static func help(of verb: any Verb.Type) -> [String] {
    var lines = ["callout \(Usage.line(of: verb))", "", verb.help + ".", ""]
    for parameter in verb.parameters {
      let head = "  " + Usage.part(parameter).replacingBrackets
      lines.append(head + String(repeating: " ", count: max(2, 30 - head.count)) + note(on: parameter))
    }
    if let permission = verb.permission {
      lines += ["", "  Takes \(Wording.needed(for: permission)).", "", "  \(passing)"]
    }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0.trimmedAtEnd }
  }

  /// What refusals tell one to say.
  private static let passing =
    "--yes passes warnings, --override \"why\" passes a rule that blocks, --each does what can be done."

  /// All verbs, a line each, or the verbs that a topic names.
  public static func help(topic: String?) throws(UsageFault) -> [String] {
    guard let topic, !topic.isEmpty else {
      return [
        "callout [--db FILE] [--as PERSON] [--json] [--dry-run] VERB …", "",
        "  \(passing)", ""
      ]
        + Verbs.catalogue.map { verb in
          let words = "  " + verb.spoken
          return words + String(repeating: " ", count: max(2, 26 - words.count)) + verb.help
        } + [
          "",
          "callout help VERB says how, help marks what the marks of a row mean. Exit status: 0 done, 1 refused, 2 not understood, 3 could not read or write."
        ]
    }
    let words = topic.split(separator: " ").map(String.init)
    let group = Verbs.catalogue.filter { $0.words.count <= 2 && $0.words.first == words.first }
    if words.count == 1, group.count > 1 { return Array(group.map { help(of: $0) }.joined(separator: [""])) }
    return help(of: try Verbs.find(words: words))
  }

  static func note(on parameter: Parameter) -> String {
    let choices: String
    switch parameter.kind {
    case .choice(let words): choices = words.joined(separator: ", ")
    case .fields(let names): choices = names.joined(separator: " ")
    case .orders, .order, .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb,
      .message, .template,
      .text,
      .longText, .file, .number, .assignee, .priority, .instant, .shift, .day, .length, .money, .coordinates,
      .hours,
      .skill, .flag:
      choices = ""
    }
    let repeated = parameter.isRepeated && parameter.place == .option ? "may be given again" : ""
    return [parameter.help, choices, repeated].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension String {
  fileprivate var replacingBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
  }

  fileprivate var trimmedAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
