import Domain
import Terminal
import Verbs

extension Guide {
  /// The fields of a step, with what holds for an empty one beside it.
  func freshFields() -> FormFields {
    switch step {
    case .welcome, .done: FormFields([])
    case .office:
      FormFields([
        FormField("name", label: "Office", note: "such as Riverside"),
        FormField("zone", label: "Zone", note: "\(zone) unless said; such as America/New_York"),
        FormField("currency", label: "Currency", note: "\(Self.usualCurrency) unless said; three letters"),
        FormField("owner", label: "Your name", note: "as others read it"),
        FormField("handle", label: "Your handle", note: "\(account) unless said; one word")
      ])
    case .people:
      FormFields([
        FormField("name", label: "Name", note: nothingMore("somebody")),
        FormField("handle", label: "Handle", note: Self.handleNote),
        FormField("role", label: "Role", kind: .choice(Self.roles), text: Self.roles[0])
      ])
    case .technicians:
      FormFields([
        FormField("name", label: "Name", note: nothingMore("somebody")),
        FormField("handle", label: "Handle", note: Self.handleNote),
        FormField("skills", label: "Skills", note: trades),
        FormField("zone", label: "Zone", note: "a part of town, if you have them"),
        FormField("shift", label: "Shift", note: "else \(Self.usualShift); or none")
      ])
    case .levels:
      FormFields([
        FormField(
          "contract", label: "Contract", kind: .choice(contractNames), text: contractNames.first ?? ""),
        FormField("priority", label: "Priority", kind: .choice(["P1", "P2", "P3", "P4"]), text: "P1"),
        FormField("respond", label: "Respond", note: nothingMore("a change") + ", such as 4h or 90m"),
        FormField("fix", label: "Fix", note: "such as 8h or 3d")
      ])
    case .importing:
      FormFields([
        FormField("kind", label: "What", kind: .choice(Self.kinds), text: Self.kinds[0]),
        FormField("file", label: "File", note: nothingMore("a file")),
        FormField("map", label: "Map", note: "a file, or \(maps.joined(separator: ", "))")
      ])
    }
  }

  static let handleNote = "one word, unique"

  /// The first word of the name, as a handle; nil where it has no plain letters.
  var proposedHandle: String? {
    let first = fields.value("name")?.trimmed.split(separator: " ").first.map(String.init) ?? ""
    let plain = first.lowercased().filter { $0.isASCII && $0.isLetter }
    return plain.isEmpty ? nil : plain
  }

  private static let usualCurrency = "EUR"
  private static let usualShift = "Mon-Fri 08:00-17:00"
  private static let roles = ["dispatcher", "supervisor", "helpdesk", "auditor"]
  private static let kinds = ["sites", "customers", "equipment", "technicians", "work-orders"]

  private func nothingMore(_ thing: String) -> String { "\(thing), or leave it empty to go on" }

  private func shift(_ typed: String?) -> String? {
    guard let typed else { return Self.usualShift }
    return typed.lowercased() == "none" ? nil : typed
  }

  private var trades: String {
    let some = office?.trades.entries.prefix(5).map { "\($0.trade.name):2" } ?? []
    return some.joined(separator: " ")
  }

  private var contractNames: [String] {
    office?.contracts.inOrder.map(\.name).sorted() ?? []
  }

  /// The command that the fields come to; nil where the field that decides is empty.
  var command: [String]? {
    func value(_ name: String) -> String? { fields.value(name)?.trimmed }
    func option(_ name: String, _ text: String?) -> [String] { text.map { ["--\(name)", $0] } ?? [] }
    switch step {
    case .welcome, .done: return nil
    case .office:
      return ["init", "--name", value("name") ?? ""] + option("zone", value("zone") ?? zone)
        + option("currency", value("currency") ?? Self.usualCurrency) + option("owner", value("owner"))
        + option("handle", value("handle") ?? account)
    case .people:
      guard let name = value("name") else { return nil }
      return ["person", "add", name] + option("handle", value("handle") ?? proposedHandle)
        + option("role", value("role"))
    case .technicians:
      guard let name = value("name") else { return nil }
      let skills = (value("skills") ?? "").split { $0 == " " || $0 == "," }.flatMap {
        ["--skill", String($0)]
      }
      return ["technician", "add", name] + option("handle", value("handle") ?? proposedHandle) + skills
        + option("zone", value("zone")) + option("shift", shift(value("shift")))
    case .levels:
      guard value("respond") != nil || value("fix") != nil else { return nil }
      let level = "\(value("respond") ?? "")/\(value("fix") ?? "")"
      return ["contract", "edit", value("contract") ?? "", "\(value("priority") ?? "")=\(level)"]
    case .importing:
      guard let file = value("file") else { return nil }
      return ["import", value("kind") ?? "", file] + option("map", value("map"))
        + (isPreviewed ? [] : ["--dry-run"])
    }
  }

  /// The same as somebody would type it in a shell.
  var shown: String? {
    command.map { words in
      "callout "
        + words.map { word in
          word.isEmpty || word.contains(where: { $0 == " " || $0 == "'" || $0 == "\"" || $0 == "$" })
            ? "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
            : word
        }.joined(separator: " ")
    }
  }
}
