public import Domain

/// `backup FILE`: a verified copy while work goes on.
public struct BackupVerb: Verb {
  public static let name = "file.backup"
  public static let words = ["backup"]
  public static let help = "Make a verified copy while work goes on"
  public static let parameters: [Parameter] = [.needed("file", .file)]

  let file: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    file = try arguments.needed("file")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.backup(file: file)) }
}
