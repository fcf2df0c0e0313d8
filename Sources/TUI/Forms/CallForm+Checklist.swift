import Domain
import Terminal
import Verbs

/// What a call must bring before it is let go.
extension CallForm {
  struct Question: Hashable, Sendable {
    let words: String
    let isAsked: Bool
  }

  /// What is asked of every caller, in the order of the form; a call that needs no visit asks who and what alone.
  func checklist(_ texts: FormTexts, _ model: Model) -> [Question] {
    let said = { (name: String) in texts.value(name) != nil }
    let who = [
      Question(words: "number", isAsked: said("phone")), Question(words: "name", isAsked: said("caller")),
      Question(words: "problem", isAsked: said("text"))
    ]
    if ended(texts) != nil { return who }
    let site = model.office.site(site(texts))
    let knowsWayIn = site?.details[.access] != nil || site?.contact != nil
    return who + [
      Question(words: "place", isAsked: said("site")), Question(words: "machine", isAsked: said("equipment")),
      Question(words: "how urgent", isAsked: texts.fields["urgency"]?.choiceIndex != nil),
      Question(words: "when it suits", isAsked: said("window")),
      Question(words: "way in", isAsked: said("access") || knowsWayIn)
    ]
  }

  /// What has still to be asked.
  func stillToAsk(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let open = unasked(texts, model)
    let label = texts.value("waived") == nil ? "Ask" : "Waived"
    return PageLine.fact(label, open.isEmpty ? nil : open.joined(separator: ", "), width: width, .fieldNote)
  }

  private func unasked(_ texts: FormTexts, _ model: Model) -> [String] {
    checklist(texts, model).filter { !$0.isAsked }.map(\.words)
  }

  /// What was not asked and why, with the order: whoever plans the visit has to know.
  func waiver(_ texts: FormTexts, _ model: Model) -> [Command] {
    guard let why = texts.value("waived") else { return [] }
    let open = unasked(texts, model)
    guard !open.isEmpty else { return [] }
    return [.addNote(order, AddNote("Not asked: \(open.joined(separator: ", ")). Why: \(why.trimmed)"))]
  }

  /// A place, unless nobody has to come.
  func needed(_ texts: FormTexts) -> [String] { ended(texts) == nil ? ["site"] : [] }

  /// Why nobody has to come.
  func ended(_ texts: FormTexts) -> CancelReason? {
    texts.fields["ended"]?.choiceIndex.map { CancelReason.ofCalls[$0] }
  }

  /// The word that the call is on record, to whoever can be told it; a call that needs no visit has had its answer.
  func receipt(_ proposal: Proposal, _ texts: FormTexts, _ model: Model) -> [Command] {
    guard ended(texts) == nil else { return [] }
    for case .logWorkOrder(let rule) in proposal.commands {
      let order = WorkOrder(rule.work, at: rang)
      guard model.office.canBeTold(.customer, of: order) else { continue }
      let message = model.verbContext().message(
        to: .customer, .template(MessageTemplate.receipt), of: order, cause: .with(verb))
      return [.sendMessage(order.id, message)]
    }
    return []
  }

  /// What the caller says of the way in, with the order; what the books say already is not said again.
  func wayIn(_ texts: FormTexts, _ model: Model) -> [Command] {
    guard let words = texts.value("access"), !texts.isFilled("access"),
      words != model.office.site(site(texts))?.details[.access]
    else { return [] }
    return [.addNote(order, AddNote("Way in: \(words)"))]
  }
}
