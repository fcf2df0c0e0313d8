public import Domain

/// A verb as somebody said it, with what was said to every verb.
public struct Invocation: Sendable {
  public let verb: any Verb
  public let options: CommonOptions
  /// What the verb was told, for doing it again on something else.
  private let arguments: Arguments?

  public init(verb: any Verb, options: CommonOptions = CommonOptions(), arguments: Arguments? = nil) {
    self.verb = verb
    self.options = options
    self.arguments = arguments
  }

  public var name: String { type(of: verb).name }

  /// What it comes to, with the override, the yes and the dry run applied.
  public func act(in context: VerbContext) throws(Refusal) -> Act {
    var missing: [Refusal] = []
    switch try act(in: context, missing: &missing) {
    case .submit(var proposal):
      proposal.missing = missing
      proposal.arguments = arguments
      return .submit(options.applied(to: proposal))
    case .chore(.importRecords(let kind, let file, let map, let isDryRun, let refusedTo)):
      return .chore(
        .importRecords(
          kind: kind, file: file, map: map, isDryRun: isDryRun || options.isDryRun, refusedTo: refusedTo))
    case .chore(let chore): return .chore(chore)
    case .ask(let query): return .ask(query)
    case .show(let action): return .show(action)
    }
  }

  /// Where each order stands for itself, a number that none has stops no other.
  private func act(in context: VerbContext, missing: inout [Refusal]) throws(Refusal) -> Act {
    var context = context
    while true {
      do throws(Refusal) { return try verb.act(in: context) } catch {
        guard options.isEach, case .notFound(.order(let number)) = error,
          context.strangers.insert(number).inserted
        else { throw missing.first ?? error }
        missing.append(error)
      }
    }
  }
}
