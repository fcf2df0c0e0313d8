import Domain
import Verbs

/// A call while it is on the line: who, where, what; what follows from it is shown as it is typed.
struct CallForm: FormContent {
  static let verbName = "work-order.log"
  private static let orderMark = "#order"
  private static let numberMark = "#number"

  /// The order it will be.
  let order: WorkOrder.ID
  /// The ring: both clocks run from here.
  let rang: Timestamp
  /// The number it will have, once one was taken.
  private(set) var number: Int?

  init(_ model: Model) {
    order = model.verbContext().newID()
    rang = model.now
  }

  init(_ draft: FormDraft, _ model: Model) {
    order = draft[CallForm.orderMark].flatMap { WorkOrder.ID($0) } ?? model.verbContext().newID()
    number = draft[CallForm.numberMark].flatMap { Int($0) }
    rang = draft.begunAt
  }

  var verb: String { CallForm.verbName }
  var name: String { "New call \(number.map(String.init) ?? "")".trimmed }
  var subject: WorkOrder.ID? { nil }
  var draftSubject: String { order.description }
  var openedAt: Timestamp? { rang }
  var hints: [(action: String, words: String)] {
    [("form.save-and-assign", "save and assign"), ("form.park", "park, next call")]
  }
  var questions: [Effect] { number == nil ? [.takeNumber(.popup(0))] : [] }
  var kept: [FormDraft.Field] {
    let numbers = number.map { [FormDraft.Field(name: CallForm.numberMark, text: String($0))] } ?? []
    return [FormDraft.Field(name: CallForm.orderMark, text: order.description)] + numbers
  }

  mutating func take(_ answer: Answer) {
    if case .number(let number) = answer { self.number = number }
  }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    let since = model.now - rang
    let length = since < .minutes(1) ? nil : TimeWords.clock(since)
    let asked = checklist(texts, model)
    return [
      number == nil ? "New call, number follows" : name, "ringing since \(model.words(rang))", length,
      "\(asked.count(where: \.isAsked)) of \(asked.count) asked\(texts.value("waived") == nil ? "" : ", the rest waived")"
    ].compactMap(\.self)
  }

  func fields(_ model: Model) -> [FormField] {
    [
      FormField("phone", label: "Phone"), FormField("caller", label: "Caller"),
      FormField("site", label: "Site"),
      FormField("equipment", label: "Equipment"), FormField("text", label: "Problem"),
      FormField("trade", label: "Trade"), FormField("category", label: "Category"),
      FormField(
        "urgency", label: "Urgency", kind: .choice(Urgency.allCases.map(\.rawValue)),
        note: "soon unless said"),
      FormField("priority", label: "Priority", kind: .choice(Priority.allCases.map(\.text))),
      FormField("nte", label: "NTE"),
      FormField("window", label: "Window", note: "promised: 9-11, 10:00, am, pm, after hours, flexible"),
      FormField("access", label: "Way in", note: "keys, gate, whom to ask for"),
      FormField(
        "ended", label: "No visit", kind: .choice(CancelReason.ofCalls.map(\.spoken)),
        note: "where nobody has to come"),
      FormField("waived", label: "Not asked", note: "why the rest was not")
    ]
  }

  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    switch name {
    case "site": placeMatches(text, texts, model)
    case "equipment": model.equipmentMatches(text, at: site(texts))
    case "trade": model.tradeMatches(text)
    case "category": model.categoryMatches(text, trade: trade(texts, model))
    case "phone", "caller": callerMatches(name, text, model)
    default: []
    }
  }

  /// Number and name are what the caller says, and of several places none is meant by itself.
  func marksFirst(_ name: String, of matches: Int) -> Bool {
    switch name {
    case "phone", "caller", "category": false
    case "site", "equipment": matches == 1
    default: true
    }
  }

  func fault(_ texts: FormTexts, _ model: Model) -> FormFault? {
    guard let phone = texts.value("phone"), phone.count > Self.longestPhone else { return nil }
    return FormFault("phone", "No telephone number is longer than \(Self.longestPhone) signs.")
  }

  private static let longestPhone = 40

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = Arguments()
    for field in texts.fields.fields {
      if let word = texts.word(field.name) { arguments.set(field.name, to: [word]) }
    }
    // A known number fills in who called, not an id of anything.
    for name in ["phone", "caller"] {
      if let words = texts.value(name) { arguments.set(name, to: [words]) }
    }
    arguments.set("ended", to: ended(texts).map { [$0.rawValue] } ?? [])
    return arguments
  }

  /// The order gets the id and the number that were promised to the caller.
  func finish(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> Proposal {
    var proposal = proposal
    proposal.commands = proposal.commands.map { command in
      guard case .logWorkOrder(var rule) = command else { return command }
      rule.work.number = number ?? rule.work.number
      rule.work.id = order
      return .logWorkOrder(rule)
    }
    proposal.commands = proposal.commands.map { command in
      if case .cancelWorkOrder(_, let rule) = command { .cancelWorkOrder(order, rule) } else { command }
    }
    proposal.commands += wayIn(texts, model) + waiver(texts, model) + receipt(proposal, texts, model)
    if let number { proposal.orders = [number] }
    return proposal
  }

  /// The trade that is typed, where the office knows one by that word, else what the call points to.
  func trade(_ texts: FormTexts, _ model: Model) -> Trade? {
    texts.value("trade").flatMap { model.office.trades.named($0) }
      ?? model.office.proposedTrade(words: texts.value("text") ?? "", equipment: Self.equipment(texts))
  }

  static func equipment(_ texts: FormTexts) -> Equipment.ID? {
    texts.id("equipment").flatMap { Equipment.ID($0) }
  }

  func site(_ texts: FormTexts) -> Site.ID? { texts.id("site").flatMap { Site.ID($0) } }
}
