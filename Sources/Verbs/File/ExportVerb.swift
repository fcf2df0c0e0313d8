public import Domain

/// `export KIND [--format csv|json] [--out FILE [--force]] [--phones]`: rows for another program.
public struct ExportVerb: Verb {
  public static let name = "file.export"
  public static let words = ["export"]
  public static let help = "Export rows as CSV or JSON"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .choice("kind", ListKind.self, isRequired: true),
    .choice("format", ExportFormat.self, .option, help: "csv unless said"),
    .option("out", .file, "else standard output"), .flag("force", "replaces a file that is there"),
    .flag("phones", "with telephone numbers, for who may see them; a technician's are put on record")
  ]

  let kind: ListKind
  let format: ExportFormat
  let out: NamedFile?
  let hasPhones: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    kind = try arguments.neededChoice("kind")
    format = try arguments.choice("format") ?? .csv
    out = NamedFile("out", in: arguments)
    hasPhones = arguments.has("phones")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if hasPhones, let role = context.office.person(context.person)?.role,
      role.scope(of: ShowPhone.permission) != .all
    {
      throw .notAllowed(ShowPhone.permission, role: role)
    }
    return .chore(.export(kind: kind, format: format, out: out, hasPhones: hasPhones))
  }
}
