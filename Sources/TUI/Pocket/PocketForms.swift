import Domain
import Verbs

/// What was done on a visit, as a technician reports it: refused until all that is needed is there.
struct PocketCompleteForm: OrderFormContent {
  let order: WorkOrder
  /// Who reports: his are the parts that were noted on this visit.
  let person: Person.ID
  let verb = CompleteVerb.name
  let pinsLines = true
  var name: String { "Complete \(order.number)" }

  static let signing = ["by name and code", "by name, no code", "refused"]

  /// What must be said before it is taken, by how it was signed.
  private static func wanted(_ texts: FormTexts) -> [(field: String, words: String)] {
    let signature: [(field: String, words: String)] =
      switch texts.fields["signed"]?.choiceIndex {
      case 0: [("signature", "who signed"), ("code", "his code")]
      case 1: [("signature", "who signed"), ("why", "why there is no code")]
      case 2: [("why", "why nobody signed")]
      default: []
      }
    return [
      ("did", "work done"), ("cause", "cause"), ("resolution", "resolution"), ("signed", "signed or not")
    ]
      + signature
  }

  func needed(_ texts: FormTexts) -> [String] { Self.wanted(texts).map(\.field) }

  func moot(_ texts: FormTexts) -> Set<String> {
    switch texts.fields["signed"]?.choiceIndex {
    case 0: ["why"]
    case 1: ["code"]
    case 2: ["signature", "code"]
    default: []
    }
  }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    let wanted = Self.wanted(texts)
    return [name, "\(wanted.count { texts.value($0.field) != nil }) of \(wanted.count) there"]
  }

  /// The code is looked at here, where the customer stands beside it, with the line or without. A wrong one goes on
  /// record, and after some of them none is taken any more.
  func fault(_ texts: FormTexts, _ model: Model) -> FormFault? {
    guard texts.fields["signed"]?.choiceIndex == 0, let code = code(texts) else { return nil }
    let order = current(model)
    let other = "choose \"\(Self.signing[1])\" and say why."
    if order.signOffSeals.isEmpty { return FormFault("code", "The customer was told no code: \(other)") }
    let tries = order.notes.count { $0.words == Self.wrongCode && $0.by == person }
    if tries >= Self.mostTries { return FormFault("signed", "\(tries) codes were wrong: \(other)") }
    if order.accepts(code: code) { return nil }
    // A slip of the finger is no try.
    if !SignOffSeal.isCode(code) {
      return FormFault("code", "\"\(code.prefix(12))\" is no code: it has \(SignOffSeal.digits) digits.")
    }
    var fault = FormFault("code", "That is not the code that the customer was told; it goes on record.")
    let note = Command.addNote(order.id, AddNote(Self.wrongCode))
    fault.effects = [
      .submit(Proposal(verb: NoteVerb.name, commands: [note], orders: [order.number]), .aside)
    ]
    return fault
  }

  private static let wrongCode = "A sign-off code was typed that the customer was not told."
  private static let mostTries = 5

  private func code(_ texts: FormTexts) -> String? { texts.value("code")?.filter { !$0.isWhitespace } }

  func fields(_ model: Model) -> [FormField] {
    let plain = CompleteForm(order: order)
    return [
      FormField("did", label: "Work done"),
      FormField("cause", label: "Cause", kind: .choice(model.office.trades.causes(of: order.trade))),
      FormField("resolution", label: "Resolved", kind: .choice(FaultResolution.allCases.map(\.rawValue))),
      FormField(
        "work", label: "Time", text: plain.worked(model) ?? "", note: "such as 52m", isProposed: true),
      FormField(
        "travel", label: "Travel", text: plain.travelled ?? "", note: "such as 14m", isProposed: true),
      FormField("part", label: "Parts", text: noted, note: "several with ;"),
      FormField("signed", label: "Signed", kind: .choice(Self.signing)),
      FormField("signature", label: "Who", note: "the name of whoever signs"),
      FormField("code", label: "Code", note: "from the customer's message"),
      FormField("why", label: "Why", note: "there is no code, or nobody signed"),
      FormField("rating", label: "Rated", note: "by the customer, 1 to 5")
    ]
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let missing = Self.wanted(texts).filter { texts.value($0.field) == nil }.map(\.words)
    if missing.isEmpty { return PageLine.fact("", "Nothing is missing.", width: width, .resultDone) }
    return PageLine.fact("Missing", missing.joined(separator: ", "), width: width, .resultWarning)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = plainArguments(texts, ["did", "cause", "resolution", "work", "travel", "rating"])
    let parts = (texts.value("part") ?? "").split(separator: ";").map { String($0).trimmed }
    arguments.set("part", to: parts.filter { !$0.isEmpty && $0.lowercased() != "none" })
    let signing = texts.fields["signed"]?.choiceIndex
    if signing != 2, let name = texts.value("signature") { arguments.set("signed-by", to: [name]) }
    if signing == 0, let code = code(texts) { arguments.set("code", to: [code]) }
    if let why = texts.value("why"), signing == 1 || signing == 2 {
      arguments.set(signing == 1 ? "no-code" : "unsigned", to: [why])
    }
    return arguments
  }

  /// The parts that he has used since the visit was given to him.
  private var noted: String {
    guard let since = order.openVisit?.activeAssignment?.assignedAt else { return "" }
    return order.usedParts.filter { $0.by == person && $0.at >= since }.map(\.text).joined(separator: "; ")
  }
}

/// A part that was used, reported while it is in the hand; the report of the visit begins with it.
struct PocketPartForm: OrderFormContent {
  let order: WorkOrder
  let verb = PartVerb.name
  var name: String { "Part for \(order.number)" }
  let quickField: String? = "count"
  var needed: [String] { ["part"] }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] { [name] }

  func fields(_ model: Model) -> [FormField] {
    [FormField("part", label: "Part"), FormField("count", label: "How many", text: "1", isProposed: true)]
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    PageLine.fact(
      "Used", current(model).usedParts.map(\.text).joined(separator: "; "), width: width, .fieldNote)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments { plainArguments(texts, ["part", "count"]) }
}
