import Domain
import Terminal
import Verbs

/// What a call must bring before it is let go.
extension CallForm {
  struct Question: Hashable, Sendable {
    let words: String
    let isAsked: Bool
    /// What may be left open with a reason; nil for what no order goes without.
    var waivable: CallQuestion?

    init(_ question: CallQuestion, isAsked: Bool) {
      (words, waivable, self.isAsked) = (question.spoken, question, isAsked)
    }

    init(_ words: String, isAsked: Bool) { (self.words, self.isAsked) = (words, isAsked) }
  }

  /// What is asked of every caller, in the order of the form; a call that needs no visit asks who and what alone.
  func checklist(_ texts: FormTexts, _ model: Model) -> [Question] {
    let said = { (name: String) in texts.value(name) != nil }
    let hasNumber = texts.value("phone").map { Wording.phoneFault($0) == nil } ?? false
    let who = [
      Question(.number, isAsked: hasNumber), Question(.name, isAsked: said("caller")),
      Question("problem", isAsked: said("text"))
    ]
    if ended(texts) != nil { return who }
    let site = model.office.site(site(texts))
    let knowsWayIn = site?.details[.access] != nil || site?.contact != nil
    return who + [
      Question("place", isAsked: said("site")), Question(.machine, isAsked: said("equipment")),
      Question(.urgency, isAsked: texts.fields["urgency"]?.choiceIndex != nil),
      Question(.window, isAsked: said("window")), Question(.access, isAsked: said("access") || knowsWayIn)
    ]
  }

  /// What has still to be asked, and what was waived with its reason.
  func stillToAsk(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let waived = waived(texts, model)
    let names = Set(waived.map(\.question.spoken))
    let open = checklist(texts, model).filter { !$0.isAsked && !names.contains($0.words) }.map(\.words)
    return PageLine.fact("Ask", open.joined(separator: ", "), width: width, .fieldNote)
      + PageLine.fact("Waived", Wording.unasked(waived), width: width, .fieldNote)
  }

  /// What may be left open and is.
  func open(_ texts: FormTexts, _ model: Model) -> [CallQuestion] {
    checklist(texts, model).compactMap { $0.isAsked ? nil : $0.waivable }
  }

  /// What is open and has a reason; nothing while what is typed cannot be read.
  func waived(_ texts: FormTexts, _ model: Model) -> [UnaskedQuestion] {
    let open = open(texts, model)
    do {
      return try TypedUnasked.read(texts.value("waived") ?? "", open: open)
        .filter { open.contains($0.question) && $0.reason != nil }
    } catch {
      return []
    }
  }

  /// Everything that stays open, as the verb is told it: with its reason where there is one.
  func unasked(_ texts: FormTexts, _ model: Model) -> [String] {
    let reasons = waived(texts, model)
    return open(texts, model).map { question in
      let reason = reasons.first { $0.question == question }?.reason
      return question.spoken + (reason.map { ": \($0)" } ?? "")
    }
  }

  /// The questions that a reason may be given for, behind what is typed already.
  func waiverMatches(_ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    let said = text.lastIndex(of: ";").map { text[...$0] + " " } ?? ""
    let begun = text.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    guard !begun.contains(":") else { return [] }
    let search = NameSearch(begun)
    let named = Set(waived(texts, model).map(\.question))
    return open(texts, model).filter {
      !named.contains($0) && (begun.trimmed.isEmpty || search.rank($0.spoken) == 0)
    }
    .map { FormMatch(text: "\(said)\($0.spoken): ", detail: "why it was not asked") }
  }

  /// A place, unless nobody has to come.
  func needed(_ texts: FormTexts) -> [String] { ended(texts) == nil ? ["site"] : [] }

  /// Why nobody has to come.
  func ended(_ texts: FormTexts) -> CancelReason? {
    texts.fields["ended"]?.choiceIndex.map { CancelReason.ofCalls[$0] }
  }

  /// What the caller says of the way in, with the order; what the books say already is not said again.
  func wayIn(_ texts: FormTexts, _ model: Model) -> [Command] {
    guard let words = texts.value("access"), !texts.isFilled("access"),
      words != model.office.site(site(texts))?.details[.access]
    else { return [] }
    return [.addNote(order, AddNote("Way in: \(words)"))]
  }
}
