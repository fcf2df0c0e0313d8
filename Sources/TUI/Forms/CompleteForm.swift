import Domain
import Verbs

/// What a technician did on a visit, asked for as far as it is missing.
struct CompleteForm: OrderFormContent {
  let order: WorkOrder
  let verb = CompleteVerb.name
  let pinsLines = true
  var name: String { "Complete \(order.number)" }

  /// What a complete report says.
  private static let wanted: [(field: String, words: String)] = [
    ("did", "work done"), ("cause", "cause"), ("work", "time"), ("part", "parts"), ("signed", "signature")
  ]

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    let there = Self.wanted.count { isThere($0.field, texts) }
    return [name, model.siteName(of: order), "\(there) of \(Self.wanted.count) there"].compactMap(\.self)
  }

  func fields(_ model: Model) -> [FormField] {
    [
      FormField("did", label: "Work done"), FormField("cause", label: "Cause"),
      FormField(
        "work", label: "Time", text: worked(model) ?? "", note: "as worked, such as 52m", isProposed: true),
      FormField(
        "travel", label: "Travel", text: travelled ?? "", note: "on the way, such as 14m", isProposed: true),
      FormField("part", label: "Parts", note: "BLT-22 x 1; several with ;  none where none was used"),
      FormField("cost", label: "Cost", note: order.moneyLimit.map { "NTE \($0.text)" } ?? ""),
      FormField("signed", label: "Signed", kind: .choice(["by name", "refused"])),
      FormField("signature", label: "", note: "the name, or why nobody signed"),
      FormField(
        "rating", label: "Rated", note: "what the customer thinks of it, 1 to 5; empty where not asked")
    ]
  }

  func refresh(_ texts: inout FormTexts, _ model: Model) {
    guard var time = texts.fields["work"] else { return }
    let work = texts.value("work").flatMap { Span(typed: $0) }
    time.fault = model.wording.longerThanPassed(work, on: current(model))
    texts.fields["work"] = time
  }

  /// The causes of the trade, each with the digit that means it.
  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    guard name == "cause" else { return [] }
    let causes = model.office.trades.causes(of: order.trade)
    let search = NameSearch(text)
    return causes.indices.filter { text == String($0 + 1) || search.rank(causes[$0]) != nil }.map {
      FormMatch(text: causes[$0], detail: String($0 + 1))
    }
  }

  /// A choice that would be dropped without a word.
  func fault(_ texts: FormTexts, _ model: Model) -> FormFault? {
    guard let chosen = texts.fields["signed"]?.choiceIndex, texts.value("signature") == nil else {
      return nil
    }
    return FormFault(
      "signature", chosen == 1 ? "Why nobody signed is missing." : "The name of whoever signed is missing.")
  }

  func offersUntyped(_ name: String) -> Bool { name == "cause" }
  func marksFirst(_ name: String, of matches: Int) -> Bool { name != "cause" }

  func settle(_ name: String, _ texts: inout FormTexts, _ model: Model) {
    guard name == "cause", let typed = texts.value("cause"), Int(typed) != nil else { return }
    if let cause = model.office.trades.cause(typed, of: order.trade) { texts.set("cause", to: cause) }
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let missing = Self.wanted.filter { !isThere($0.field, texts) }.map(\.words)
    if missing.isEmpty { return PageLine.fact("", "Nothing is missing.", width: width, .resultDone) }
    return PageLine.fact("Missing", missing.joined(separator: ", "), width: width, .resultWarning)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = plainArguments(texts, ["did", "cause", "work", "travel", "cost", "rating"])
    let parts = (texts.value("part") ?? "").split(separator: ";").map { String($0).trimmed }
    arguments.set("part", to: parts.filter { !$0.isEmpty && $0.lowercased() != "none" })
    if let words = texts.value("signature") {
      arguments.set(texts.fields["signed"]?.choiceIndex == 1 ? "unsigned" : "signed-by", to: [words])
    }
    return arguments
  }

  private func isThere(_ field: String, _ texts: FormTexts) -> Bool {
    field == "signed"
      ? texts.value("signature") != nil && texts.fields["signed"]?.choiceIndex != nil
      : texts.value(field) != nil
  }

  /// From the arrival until now, a minute begun as a whole one.
  func worked(_ model: Model) -> String? {
    guard let arrived = order.openVisit?.activeAssignment?.onSiteAt, arrived <= model.now else { return nil }
    let minutes = max(1, (model.now - arrived).wholeMinutes)
    return minutes <= 2_880 ? "\(minutes)m" : nil
  }

  var travelled: String? {
    guard let assignment = order.openVisit?.activeAssignment, let left = assignment.travellingAt,
      let arrived = assignment.onSiteAt, left < arrived, (arrived - left) <= .hours(24)
    else { return nil }
    return "\(max(1, (arrived - left).wholeMinutes))m"
  }
}
