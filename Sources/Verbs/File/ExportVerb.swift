public import Domain

/// `export KIND [--format csv|json] [--out FILE [--force]]`: rows for another program.
public struct ExportVerb: Verb {
  public static let name = "file.export"
  public static let words = ["export"]
  public static let help = "Export rows as CSV or JSON"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .choice("kind", ListKind.self, isRequired: true),
    .choice("format", ExportFormat.self, .option, help: "csv unless said"),
    .option("out", .file, "else standard output"), .flag("force", "replaces a file that is there")
  ]

  let kind: ListKind
  let format: ExportFormat
  let out: NamedFile?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    kind = try arguments.neededChoice("kind")
    format = try arguments.choice("format") ?? .csv
    out = NamedFile("out", in: arguments)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(.export(kind: kind, format: format, out: out))
  }
}
