import Domain
import Verbs

extension Model {
  /// The form in which a verb is asked for about several orders at once, all of them or none; nil for a verb that
  /// has none, which the line then asks for.
  func groupForm(of verb: String, _ arguments: Arguments) -> (any Popup)? {
    let orders = arguments.all("order").compactMap { word in
      Int(word).flatMap { office.order(number: $0) } ?? WorkOrder.ID(word).flatMap { office.order($0) }
    }
    guard orders.count > 1 else { return orders.first.flatMap { form(of: verb, $0, arguments) } }
    var said = arguments
    said.set("order", to: [])
    switch verb {
    case AssignVerb.name: return PlanPopup(orders.map(\.id))
    case ChangePriorityVerb.name: return PickPopup.priority(orders, self)
    case BreachCauseVerb.name where !arguments.has("cause"): return PickPopup.breachCause(orders, self)
    case FlagVerb.name: return PickPopup.flag(orders, self)
    case MessageVerb.name where !arguments.has("text"): return PickPopup.message(orders, self)
    case HoldVerb.name:
      return orders.allSatisfy { $0.hold != nil }
        ? form(ReleaseForm(order: orders[0]), orders, said) : form(HoldForm(order: orders[0]), orders, said)
    case ReleaseVerb.name: return form(ReleaseForm(order: orders[0]), orders, said)
    case CancelVerb.name: return form(CancelForm(order: orders[0]), orders, said)
    case NoteVerb.name: return form(WordsForm.note(orders[0]), orders, said)
    case NotDoneVerb.name: return form(WordsForm.notDone(orders[0]), orders, said)
    case DeclineVerb.name: return form(WordsForm.decline(orders[0]), orders, said)
    case DuplicateVerb.name: return form(WordsForm.duplicate(orders[0]), orders, said)
    case ReopenVerb.name: return form(WordsForm.reopen(orders[0]), orders, said)
    case CloseVerb.name: return form(WordsForm.close(orders[0]), orders, said)
    default: return confirmation(of: verb, orders, arguments)
    }
  }

  private func form(_ content: some OrderFormContent, _ orders: [WorkOrder], _ said: Arguments) -> VerbForm {
    var content = content
    content.others = Array(orders.dropFirst())
    return VerbForm(content, self, said)
  }

  /// A verb that one order would take at once lists the several it would change, and takes a digit.
  private func confirmation(of verb: String, _ orders: [WorkOrder], _ arguments: Arguments) -> PickPopup? {
    guard let type = Verbs.verb(named: verb) else { return nil }
    let missing = type.parameters.contains { $0.isRequired && !arguments.has($0.name) }
    guard !missing else { return nil }
    let pick = PickPopup.Pick(
      digit: 1, words: "\(type.spoken) all \(orders.count), or none of them", verb: verb, arguments: arguments
    )
    return PickPopup.group(type.spoken.prefix(1).uppercased() + type.spoken.dropFirst(), orders, [pick], self)
  }
}
