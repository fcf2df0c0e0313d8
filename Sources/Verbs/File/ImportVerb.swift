public import Domain

/// `import KIND FILE --map MAP`: takes records over from another system's file.
public struct ImportVerb: Verb {
  public static let name = "file.import"
  public static let words = ["import"]
  public static let help = "Import work orders, customers, sites, equipment or technicians"
  public static let permission: Permission? = ImportWorkOrder.permission
  public static let parameters: [Parameter] = [
    Parameter("kind", .choice(kinds), isRequired: true), .needed("file", .file),
    Parameter("map", .text, .option, isRequired: true, help: "a built-in map's name, or a file"),
    .option("refused", .file, "where the refused rows go"),
    .flag("force", "replaces a file of refused rows that is there")
  ]

  static let kinds = ["work-orders", "customers", "sites", "equipment", "technicians"]

  let kind: String
  let file: String
  let map: String
  let refused: NamedFile?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("kind")
    let found = ImportVerb.kinds.filter { $0 == word || (!word.isEmpty && $0.hasPrefix(word)) }
    guard let kind = found.first, found.count == 1 || ImportVerb.kinds.contains(word) else {
      throw UsageFault(
        "\"\(word.clipped(24))\" cannot be imported. It is one of \(ImportVerb.kinds.joined(separator: ", ")).",
        word: word, nearest: Nearness.words(to: word, in: ImportVerb.kinds))
    }
    self.kind = ImportVerb.kinds.contains(word) ? word : kind
    file = try arguments.needed("file")
    map = try arguments.needed("map")
    refused = NamedFile("refused", in: arguments)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(.importRecords(kind: kind, file: file, map: map, isDryRun: false, refusedTo: refused))
  }
}
