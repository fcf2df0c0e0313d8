public import Domain

extension Sheets {
  /// A template with its variants, and what each of its fields stands for.
  public static func template(_ name: String, in office: Office) -> [String] {
    var lines: [String] = []
    var fields: Set<MergeField> = []
    for row in office.templates.filter({ $0.name == name && $0.isVariant }) {
      let whom = [office.customer(row.customer)?.name, row.tier?.rawValue, row.language].compactMap(\.self)
      lines.append("for \(whom.joined(separator: ", ")): \(row.text)")
      fields.formUnion(MergeText(row.text).fields)
    }
    if let usual = office.template(name) {
      if !usual.isVariant { lines.insert("\(name), to the \(usual.party.rawValue): \(usual.text)", at: 0) }
      fields.formUnion(MergeText(usual.text).fields)
    }
    for field in MergeField.allCases where fields.contains(field) {
      lines.append("  {\(field.rawValue)}  \(field.meaning)")
    }
    return lines
  }
}
