import Domain
import Terminal
import Verbs

/// What one form asks, shows and says; typing, drafts, faults and sending are the same for all of them.
protocol FormContent: Sendable {
  /// The verb it fills in, such as `work-order.hold`.
  var verb: String { get }
  /// The order it is about.
  var subject: WorkOrder.ID? { get }
  /// The order where the running day does not have it any more.
  var older: WorkOrder? { get }
  /// What the draft is kept under besides the verb.
  var draftSubject: String { get }
  /// Whether a draft that was left is taken up again by opening the form.
  var restoresDraft: Bool { get }
  /// Which instant typed times and the record count from; nil for now.
  var openedAt: Timestamp? { get }
  /// What the lower edge hints at besides saving and leaving.
  var hints: [(action: String, words: String)] { get }
  var name: String { get }
  /// Whether its first field is written in the large box from the start.
  var opensBox: Bool { get }
  /// The field in which Enter saves at once, as the rest has defaults.
  var quickField: String? { get }
  /// Whether what stands below the fields stays in sight where not all of it has room.
  var pinsLines: Bool { get }
  /// Whether sites or customers are looked for while somebody types.
  var looksUpPlaces: Bool { get }
  /// The fields that stay in sight where the screen is low and the empty ones are folded into a line; nil where none
  /// is folded.
  var unfolded: [String]? { get }
  /// The fields that must say something before anything is handed in, beside those that the verb needs.
  var needed: [String] { get }
  /// The same, as far as it follows from what else is said.
  func needed(_ texts: FormTexts) -> [String]
  /// The fields of which nothing is asked by what else is said: empty, the cursor passes over them.
  func moot(_ texts: FormTexts) -> Set<String>
  /// What is wrong with what was typed, and in which field, that no verb would refuse; nil where nothing is.
  func fault(_ texts: FormTexts, _ model: Model) -> FormFault?
  /// What the draft keeps besides the fields.
  var kept: [FormDraft.Field] { get }

  func titles(_ texts: FormTexts, _ model: Model) -> [String]
  func fields(_ model: Model) -> [FormField]
  /// Brings what is said beside the fields up to what stands in them.
  func refresh(_ texts: inout FormTexts, _ model: Model)
  /// What a word in a field may be meant for, best first.
  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch]
  /// Whether the first of so many suggestions is taken by leaving the field; else what was typed stays until one is
  /// marked.
  func marksFirst(_ name: String, of matches: Int) -> Bool
  /// Fills in what follows from a field that has been said, once the cursor leaves it.
  func settle(_ name: String, _ texts: inout FormTexts, _ model: Model)
  /// Whether the cursor goes on to the next gap, and not just to the next field, where others were filled in by this
  /// one.
  func goesToGap(after name: String) -> Bool
  /// Whether the field offers something before anything is typed into it.
  func offersUntyped(_ name: String) -> Bool
  /// Whether the cursor goes to the next field once a suggestion is taken.
  func goesOn(after name: String) -> Bool
  /// What stands under the fields.
  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine]
  /// What the verb is told.
  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments
  /// The same form as what it is about is now; nil for a form that replaces nothing, and where that is gone.
  func renewed(_ model: Model) -> (any FormContent)?
  /// Last touches that the verb has no words for, such as the number that was promised.
  func finish(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> Proposal
  /// Asked for when it opens.
  var questions: [Effect] { get }
  /// Asked for once something is said, as far as it is not there.
  mutating func asks(_ texts: FormTexts) -> [Effect]
  /// Asked for again whenever something may have changed elsewhere.
  func watches(_ texts: FormTexts) -> [Effect]
  mutating func take(_ answer: Answer)
}

/// What is wrong in a form, beside which field it is said, and what of it goes on record.
struct FormFault {
  let field: String
  let words: String
  var effects: [Effect] = []

  init(_ field: String, _ words: String) { (self.field, self.words) = (field, words) }
}

/// One suggestion of a type-ahead field.
struct FormMatch: Hashable, Sendable {
  /// What is put into the field.
  let text: String
  /// The id that counts, where names may repeat.
  var id: String?
  /// What tells it from others.
  var detail = ""
}

extension FormContent {
  var older: WorkOrder? { nil }
  var restoresDraft: Bool { true }
  var openedAt: Timestamp? { nil }
  var hints: [(action: String, words: String)] { [] }
  var questions: [Effect] { [] }
  var opensBox: Bool { false }
  var quickField: String? { nil }
  var pinsLines: Bool { false }
  var looksUpPlaces: Bool { false }
  var unfolded: [String]? { nil }
  var kept: [FormDraft.Field] { [] }
  var needed: [String] { [] }
  func needed(_ texts: FormTexts) -> [String] { needed }
  func moot(_ texts: FormTexts) -> Set<String> { [] }
  func fault(_ texts: FormTexts, _ model: Model) -> FormFault? { nil }
  func refresh(_ texts: inout FormTexts, _ model: Model) {}
  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] { [] }
  func marksFirst(_ name: String, of matches: Int) -> Bool { true }
  func settle(_ name: String, _ texts: inout FormTexts, _ model: Model) {}
  func goesToGap(after name: String) -> Bool { false }
  func offersUntyped(_ name: String) -> Bool { false }
  func goesOn(after name: String) -> Bool { true }
  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] { [] }
  func renewed(_ model: Model) -> (any FormContent)? { nil }
  func finish(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> Proposal { proposal }
  mutating func asks(_ texts: FormTexts) -> [Effect] { [] }
  func watches(_ texts: FormTexts) -> [Effect] { [] }
  mutating func take(_ answer: Answer) {}

  var draftKey: FormDraft.Key { FormDraft.Key(form: verb, subject: draftSubject) }
}

/// A form about one order.
protocol OrderFormContent: FormContent {
  var order: WorkOrder { get }
  /// The other orders that are changed with it, as one.
  var others: [WorkOrder] { get set }
}

extension OrderFormContent {
  var others: [WorkOrder] {
    get { [] }
    set {}
  }

  var subject: WorkOrder.ID? { others.isEmpty ? order.id : nil }
  var draftSubject: String { numbers.joined(separator: ",") }
  var older: WorkOrder? { order }

  /// All that it is about.
  var orders: [WorkOrder] { [order] + others }
  var numbers: [String] { orders.map { String($0.number) } }
  /// `20391`, or `4 orders`.
  var objectWords: String { others.isEmpty ? String(order.number) : "\(orders.count) orders" }

  /// The title's parts after the name: what is said of the one order, or how many of several are hidden.
  func titles(_ ofOne: [String?], _ model: Model) -> [String] {
    if others.isEmpty { return [name] + ofOne.compactMap(\.self) }
    return [name] + (model.hiddenMarks > 0 ? ["\(model.hiddenMarks) not shown"] : [])
  }

  /// The order as it is now; as it was when the form opened where the running day has let it go.
  func current(_ model: Model) -> WorkOrder { model.office.order(order.id) ?? order }

  /// The arguments of the fields under their own names, for the order.
  func plainArguments(_ texts: FormTexts, _ names: [String]) -> Arguments {
    var arguments = Arguments(["order": numbers])
    for name in names { if let word = texts.word(name) { arguments.set(name, to: [word]) } }
    return arguments
  }
}
