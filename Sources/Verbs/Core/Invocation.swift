public import Domain

/// A verb as somebody said it, with what was said to every verb.
public struct Invocation: Sendable {
  public let verb: any Verb
  public let options: CommonOptions

  public init(verb: any Verb, options: CommonOptions = CommonOptions()) {
    self.verb = verb
    self.options = options
  }

  public var name: String { type(of: verb).name }

  /// What it comes to, with the override, the yes and the dry run applied.
  public func act(in context: VerbContext) throws(Refusal) -> Act {
    switch try verb.act(in: context) {
    case .submit(let proposal): .submit(options.applied(to: proposal))
    case .chore(.importRecords(let kind, let file, let map, let isDryRun, let refusedTo)):
      .chore(
        .importRecords(
          kind: kind, file: file, map: map, isDryRun: isDryRun || options.isDryRun, refusedTo: refusedTo))
    case .chore(let chore): .chore(chore)
    case .ask(let query): .ask(query)
    case .show(let action): .show(action)
    }
  }
}
