public import Domain

/// `restore FILE --to FILE`: a backup becomes a database again, in a file that does not exist yet.
public struct RestoreVerb: Verb {
  public static let name = "file.restore"
  public static let words = ["restore"]
  public static let help = "Make a database from a backup, in a new file"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .needed("file", .file),
    Parameter("to", .file, .option, isRequired: true, help: "a file that does not exist yet")
  ]

  let file: String
  let target: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    file = try arguments.needed("file")
    target = try arguments.needed("to")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.restore(file: file, to: target)) }
}
