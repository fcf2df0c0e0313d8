import Domain
import Terminal
import Verbs

/// A call while it is on the line: who, where, what; what follows from it is shown as it is typed.
struct CallForm: FormContent {
  static let verbName = LogVerb.name
  let looksUpPlaces = true
  private static let orderMark = "#order"
  private static let numberMark = "#number"

  /// The order it will be.
  let order: WorkOrder.ID
  /// The ring: both clocks run from here.
  let rang: Timestamp
  /// The number it will have, once one was taken.
  private(set) var number: Int?
  /// Whether one was asked for: with the first letter, so that a form that is only looked at takes none.
  private var asksNumber = false
  /// What has ended at the site that is said, as the file told it, and which site that is.
  private(set) var past: [WorkOrder] = []
  private var askedSite: Site.ID?
  /// The calls that others have begun in the same file.
  private(set) var others: [FormDraft] = []
  /// The open order that somebody has marked for the call to be added to.
  var chosen: WorkOrder.ID?

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
  var unfolded: [String]? { ["phone", "caller", "site", "equipment", "text"] }
  var hints: [(action: String, words: String)] {
    [("form.save-and-assign", "save and assign"), ("form.park", "park, next call")]
  }

  mutating func asks(_ texts: FormTexts) -> [Effect] {
    var effects: [Effect] = []
    if number == nil, !asksNumber {
      asksNumber = true
      effects.append(.takeNumber(.popup(0)))
    }
    if let site = site(texts), site != askedSite {
      (askedSite, chosen) = (site, nil)
      effects.append(.ask(.site(site), .popup(0)))
    }
    return effects + watches(texts)
  }

  /// Who else is on the line with somebody.
  func watches(_ texts: FormTexts) -> [Effect] {
    let isSomebody = texts.value("phone") != nil || texts.value("site") != nil
    return isSomebody ? [.ask(.draftsOfOthers, .popup(0))] : []
  }

  var kept: [FormDraft.Field] {
    let numbers = number.map { [FormDraft.Field(name: CallForm.numberMark, text: String($0))] } ?? []
    return [FormDraft.Field(name: CallForm.orderMark, text: order.description)] + numbers
  }

  mutating func take(_ answer: Answer) {
    if case .number(let number) = answer { self.number = number }
    if case .ended(let orders, about: .site) = answer { past = orders }
    if case .draftsOfOthers(let drafts) = answer {
      others = drafts.filter { $0.key.form == CallForm.verbName }
    }
  }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    let since = model.now - rang
    let length = since < .minutes(1) ? nil : TimeWords.clock(since)
    let asked = checklist(texts, model)
    let waived = waived(texts, model).count
    let count =
      "\(asked.count(where: \.isAsked)) of \(asked.count) asked\(waived == 0 ? "" : ", \(waived) waived")"
    let call = number == nil ? "New call, number follows" : name
    // Where a title is cut, what is still to be asked counts more than since when it rings.
    if model.size.width < 80 { return [call, count, length].compactMap(\.self) }
    return [call, "ringing since \(model.words(rang))", length, count].compactMap(\.self)
  }

  func fields(_ model: Model) -> [FormField] {
    [
      FormField("phone", label: "Phone"), FormField("caller", label: "Caller"),
      FormField("site", label: "Site"),
      FormField("equipment", label: "Equipment"), FormField("text", label: "Problem"),
      FormField("trade", label: "Trade"), FormField("category", label: "Category"),
      FormField(
        "urgency", label: "Urgency", kind: .choice(Urgency.allCases.map(\.rawValue)),
        note: "where it is said"),
      FormField("priority", label: "Priority", kind: .choice(Priority.allCases.map(\.text))),
      FormField("nte", label: "NTE"),
      FormField("window", label: "Window", note: "promised: 9-11, 10:00, am, pm, after hours, flexible"),
      FormField("access", label: "Way in", note: "keys, gate, whom to ask for"),
      FormField(
        "ended", label: "No visit", kind: .choice(CancelReason.ofCalls.map(\.spoken)),
        note: "where nobody has to come"),
      FormField("waived", label: "Not asked", note: "and why: machine: new there; all: he hung up"),
      FormField(
        "source", label: "Came by", kind: .choice(Source.ofCalls.map(\.rawValue)), note: "phone unless said")
    ]
  }

  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    switch name {
    case "site": placeMatches(text, texts, model)
    case "equipment": model.equipmentMatches(text, at: site(texts))
    case "trade": model.tradeMatches(text)
    case "category": model.categoryMatches(text, trade: trade(texts, model))
    case "waived": waiverMatches(text, texts, model)
    case "phone", "caller": callerMatches(name, text, model)
    default: []
    }
  }

  /// Number and name are what the caller says, and of several places none is meant by itself.
  func marksFirst(_ name: String, of matches: Int) -> Bool {
    switch name {
    case "phone", "caller": false
    case "site", "equipment": matches == 1
    default: true
    }
  }

  func fault(_ texts: FormTexts, _ model: Model) -> FormFault? {
    if let sentence = texts.value("phone").flatMap(Wording.phoneRefusal) {
      return FormFault("phone", sentence)
    }
    do {
      _ = try TypedUnasked.read(texts.value("waived") ?? "", open: open(texts, model))
    } catch {
      return FormFault("waived", error.message)
    }
    return nil
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = Arguments()
    for field in texts.fields.fields {
      if let word = texts.word(field.name) { arguments.set(field.name, to: [word]) }
    }
    // A known number fills in who called, not an id of anything.
    for name in ["phone", "caller"] {
      if let words = texts.value(name) { arguments.set(name, to: [words]) }
    }
    arguments.set("not-asked", to: unasked(texts, model))
    arguments.set("ended", to: ended(texts).map { [$0.rawValue] } ?? [])
    return arguments
  }

  /// The order gets the id and the number that were promised to the caller.
  func finish(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> Proposal {
    var proposal = proposal
    proposal.commands = proposal.commands.map { command in
      switch command {
      case .logWorkOrder(var rule):
        rule.work.number = number ?? rule.work.number
        rule.work.id = order
        return .logWorkOrder(rule)
      case .cancelWorkOrder(_, let rule): return .cancelWorkOrder(order, rule)
      case .sendMessage(_, let message): return .sendMessage(order, message)
      default: return command
      }
    }
    proposal.commands += wayIn(texts, model)
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

  static func source(_ texts: FormTexts) -> Source {
    texts.fields["source"]?.choiceIndex.map { Source.ofCalls[$0] } ?? .phone
  }

  func site(_ texts: FormTexts) -> Site.ID? { texts.id("site").flatMap { Site.ID($0) } }
}
