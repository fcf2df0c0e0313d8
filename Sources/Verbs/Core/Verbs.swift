import Domain

/// The words people type, for key, `:` line and shell alike.
public enum Verbs {
  /// The verb of a name such as `work-order.hold`.
  public static func verb(named name: String) -> (any Verb.Type)? { byName[name] }

  /// A verb with what a form or a key says for its parameters.
  public static func verb(
    named name: String, _ arguments: Arguments, in context: VerbContext
  )
    throws(UsageFault) -> any Verb
  {
    guard let type = verb(named: name) else {
      let nearest = Nearness.words(to: name, in: byName.keys.sorted())
      throw UsageFault("\"\(name.clipped(24))\" is no verb.", word: name, nearest: nearest)
    }
    for parameter in type.parameters where parameter.isRequired && !arguments.has(parameter.name) {
      throw Usage.missing(parameter, of: type)
    }
    return try read(type, arguments, in: context)
  }

  /// A verb from its words; a needed word that is blank is as good as none.
  private static func read(
    _ type: any Verb.Type, _ arguments: Arguments, in context: VerbContext
  ) throws(UsageFault) -> any Verb {
    var arguments = arguments
    for parameter in type.parameters where !parameter.kind.keepsBlanks {
      arguments.set(parameter.name, to: arguments.all(parameter.name).map(\.trimmed))
    }
    let verb = try type.init(from: arguments, in: context)
    for parameter in type.parameters where parameter.isRequired {
      if let text = arguments.text(parameter.name), text.trimmed.isEmpty {
        throw UsageFault(
          "The \(parameter.name) is empty: \(Usage.brief(of: type))", word: parameter.name)
      }
    }
    return verb
  }

  /// A line of the console, such as `assign . @best`.
  public static func parse(line: String, in context: VerbContext) throws(UsageFault) -> Invocation {
    try parse(try WordLine.read(line), in: context)
  }

  /// A line that names a verb and says less than it needs, for a form that asks for the rest; nil for any other.
  public static func unfinished(line: String) -> (verb: String, arguments: Arguments)? {
    do throws(UsageFault) {
      let (_, rest) = try CommonOptions.split(try WordLine.read(line))
      let (type, count) = try find(words: rest)
      guard count > 0, let said = Filling.unfinished(rest.dropFirst(count), for: type) else { return nil }
      let isShort = type.parameters.contains { $0.isRequired && !said.has($0.name) }
      return isShort ? (type.name, said) : nil
    } catch {
      return nil
    }
  }

  /// The words of a shell, common options among them.
  public static func parse(words: [String], in context: VerbContext) throws(UsageFault) -> Invocation {
    try parse(try WordLine.read(words), in: context)
  }

  /// The verb that a shell's words name, before there is an office to read the rest with.
  public static func find(words: [String]) throws(UsageFault) -> any Verb.Type {
    let (_, rest) = try CommonOptions.split(try WordLine.read(words))
    return try find(words: rest).verb
  }

  private static func parse(_ words: [Word], in context: VerbContext) throws(UsageFault) -> Invocation {
    let (options, rest) = try CommonOptions.split(words)
    let (type, count) = try find(words: rest)
    if options.isHelp {
      return Invocation(
        verb: try HelpVerb(from: Arguments(["verb": type.words]), in: context), options: options)
    }
    // A bare number is the order itself.
    let spoken = count == 0 ? rest[...] : rest.dropFirst(count)
    let arguments = try Filling.arguments(spoken, for: type)
    return Invocation(
      verb: try read(type, arguments, in: context), options: options, arguments: arguments)
  }

  private static let byName: [String: any Verb.Type] = Dictionary(
    catalogue.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
