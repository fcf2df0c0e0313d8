import Domain
import Terminal
import Verbs

/// Words in an order's thread, below the last ones of both sides.
struct SayForm: OrderFormContent {
  let order: WorkOrder
  let side: ThreadSide
  let verb = SayVerb.name
  var name: String {
    side == .technician ? "To dispatch · \(order.number)" : "To the technician · \(order.number)"
  }
  let quickField: String? = "text"
  var needed: [String] { ["text"] }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] { [name, "inside"] }

  func fields(_ model: Model) -> [FormField] { [FormField("text", label: "Say")] }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let thread = current(model).thread
    guard !thread.words.isEmpty else { return [PageLine("Nobody has said anything about it yet.", .dim)] }
    return thread.words.suffix(8).reversed().flatMap { model.threadLines($0, width: width) }
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments { plainArguments(texts, ["text"]) }
}

extension Model {
  /// The side that whoever acts speaks for.
  var side: ThreadSide { office.person(person)?.side ?? .desk }
  /// Whether the file is a technician's own of an office elsewhere: his work, without its record.
  var holdsOwnWorkAlone: Bool {
    switch link {
    case .office: side == .technician
    case .local, .notSaving: false
    }
  }

  /// Who said what and when, without what a customer alone is to know.
  func threadLines(_ words: ThreadWords, width: Int) -> [PageLine] {
    let who = words.by == person ? "you" : words.side == .desk ? "dispatch" : name(of: words.by)
    return [PageLine("\(self.words(words.at))  \(who)", .heading)]
      + PageLine.text(words.words, width: width, indent: 2)
  }

  /// What marks as read what the other side has said; empty where nothing is unread, or nothing may be changed.
  func reading(_ order: WorkOrder) -> [Effect] {
    guard mayChange, gate == nil, office.person(person)?.role.may(UseThread.permission) ?? false,
      let command = verbContext().reading(order)
    else { return [] }
    return [.submit(Proposal(verb: ReadVerb.name, commands: [command], orders: [order.number]), .popup(0))]
  }
}
