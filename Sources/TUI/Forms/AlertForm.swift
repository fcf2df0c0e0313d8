import Domain
import Terminal
import Verbs

/// How an alert was settled although its cause is still there.
struct AlertForm: FormContent {
  let alert: Alert
  let about: String
  let verb = "alert.resolve"
  let quickField: String? = "note"

  var name: String { "Settle \(about)" }
  var subject: WorkOrder.ID? { alert.orderID }
  var draftSubject: String { alert.id.description }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] { [name, Wording.kind(alert.id.kind)] }

  func fields(_ model: Model) -> [FormField] { [FormField("note", label: "Settled", note: "how, in words")] }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    PageLine.fact("Alert", AlertWords.sentence(of: alert, model), width: width, .fieldNote)
      + PageLine.fact("Then", "it leaves the list; a new cause raises a new one", width: width, .fieldNote)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = Arguments(["alert": [alert.id.description]])
    if let note = texts.word("note") { arguments.set("note", to: [note]) }
    return arguments
  }
}
