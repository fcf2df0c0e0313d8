import Domain
import Verbs

/// What was done on a visit, as a technician reports it: refused until all that is needed is there.
struct PocketCompleteForm: OrderFormContent {
  let order: WorkOrder
  /// Who reports: his are the parts that were noted on this visit.
  let person: Person.ID
  let verb = "work-order.complete"
  var name: String { "Complete \(order.number)" }

  static let causes = ["wear", "blockage", "electrical", "control", "damage", "misuse", "none found", "other"]
  static let resolutions = ["repaired", "replaced", "reset", "cleaned", "adjusted", "nothing to do"]

  private static let wanted: [(field: String, words: String)] = [
    ("did", "work done"), ("cause", "cause"), ("resolution", "resolution"), ("signed", "signed or not"),
    ("signature", "by whom, or why not")
  ]

  /// The fields that must say something before it is taken.
  var needed: [String] { Self.wanted.map(\.field) }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    let there = Self.wanted.count { texts.value($0.field) != nil }
    return [name, "\(there) of \(Self.wanted.count) there"]
  }

  func fields(_ model: Model) -> [FormField] {
    let plain = CompleteForm(order: order)
    return [
      FormField("did", label: "Work done"), FormField("cause", label: "Cause", kind: .choice(Self.causes)),
      FormField("resolution", label: "Resolved", kind: .choice(Self.resolutions)),
      FormField("work", label: "Time", text: plain.worked(model) ?? "", note: "such as 52m"),
      FormField("travel", label: "Travel", text: plain.travelled ?? "", note: "such as 14m"),
      FormField("part", label: "Parts", text: noted, note: "several with ;"),
      FormField("signed", label: "Signed", kind: .choice(["by name", "refused"])),
      FormField("signature", label: "Who", note: "the name, or why nobody signed")
    ]
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let missing = Self.wanted.filter { texts.value($0.field) == nil }.map(\.words)
    if missing.isEmpty { return PageLine.fact("", "Nothing is missing.", width: width, .resultDone) }
    return PageLine.fact("Missing", missing.joined(separator: ", "), width: width, .resultWarning)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = plainArguments(texts, ["did", "cause", "resolution", "work", "travel"])
    let parts = (texts.value("part") ?? "").split(separator: ";").map { String($0).trimmed }
    arguments.set("part", to: parts.filter { !$0.isEmpty && $0.lowercased() != "none" })
    if let words = texts.value("signature") {
      arguments.set(texts.fields["signed"]?.choiceIndex == 1 ? "unsigned" : "signed-by", to: [words])
    }
    return arguments
  }

  /// The parts that he has noted since the visit was given to him.
  private var noted: String {
    guard let since = order.openVisit?.activeAssignment?.assignedAt else { return "" }
    return order.notes.filter { $0.by == person && $0.at >= since }
      .compactMap { PocketPartForm.part(in: $0.words) }.joined(separator: "; ")
  }
}

/// A part that was used, noted while it is in the hand; the report of the visit begins with it.
struct PocketPartForm: OrderFormContent {
  private static let mark = "Part: "

  let order: WorkOrder
  let verb = NoteVerb.name
  var name: String { "Part for \(order.number)" }
  /// A note of its own: the words of another note that was begun are not its.
  var draftSubject: String { "\(order.number) part" }
  let quickField: String? = "count"
  var needed: [String] { ["part"] }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] { [name] }

  func fields(_ model: Model) -> [FormField] {
    [FormField("part", label: "Part"), FormField("count", label: "How many", text: "1")]
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = plainArguments(texts, [])
    guard let part = texts.value("part") else { return arguments }
    arguments.set("text", to: ["\(Self.mark)\(part.trimmed) x \((texts.value("count") ?? "1").trimmed)"])
    return arguments
  }

  /// The part that a note tells of; nil for any other note.
  static func part(in note: String) -> String? {
    note.hasPrefix(mark) ? String(note.dropFirst(mark.count)) : nil
  }
}
