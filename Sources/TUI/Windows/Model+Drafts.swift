import Domain
import Verbs

extension Model {
  /// The form that a draft belongs to, with what was typed; nil when what it was about is gone.
  func form(of draft: FormDraft) -> (any Popup)? {
    let verb = draft.key.form
    if verb == CallForm.verbName { return VerbForm(CallForm(draft, self), self, draft: draft) }
    if let form = EditForm.record(verb, draft.key.subject, self) { return VerbForm(form, self, draft: draft) }
    let numbers = draft.key.subject.split(separator: ",").map(String.init)
    if numbers.count > 1 { return groupForm(of: verb, Arguments(["order": numbers])) }
    guard let order = numbers.first.flatMap({ Int($0) }).flatMap({ office.order(number: $0) }) else {
      return nil
    }
    return form(of: verb, order)
  }

  /// What a draft is of: `hold 20391`, `log 20422`.
  func draftName(_ draft: FormDraft) -> String {
    let word = Verbs.verb(named: draft.key.form)?.words.joined(separator: " ") ?? draft.key.form
    if draft.key.form == CallForm.verbName { return "\(word) \(draft["#number"] ?? "")".trimmed }
    return "\(word) \(subjectName(draft.key.subject))".trimmed
  }

  /// An order by its number, a record by its name.
  private func subjectName(_ subject: String) -> String {
    Customer.ID(subject).flatMap { office.customer($0)?.name }
      ?? Site.ID(subject).flatMap { office.site($0)?.name }
      ?? Equipment.ID(subject).flatMap { office.equipment($0)?.name }
      ?? Person.ID(subject).flatMap { office.person($0)?.name.words }
      ?? technicianName(Technician.ID(subject)) ?? (subject.count < 12 ? subject : several(subject))
  }

  private func several(_ subject: String) -> String {
    let numbers = subject.split(separator: ",")
    return numbers.count > 1 && numbers.allSatisfy { Int($0) != nil } ? "\(numbers.count) orders" : ""
  }

  /// When it was begun and the first words in it.
  func draftWords(_ draft: FormDraft) -> String {
    let words = draft.fields.filter { !$0.name.contains("#") && !$0.text.trimmed.isEmpty }.prefix(3).map(
      \.text)
    return "\(self.words(draft.begunAt)) · \(words.joined(separator: " · "))"
  }
}
