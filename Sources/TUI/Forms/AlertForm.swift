import Domain
import Terminal
import Verbs

/// How an alert was settled although its cause is still there.
struct AlertForm: FormContent {
  let alert: Alert
  /// Those that are settled with it, by the same words.
  let others: [Alert]
  let verb = AlertResolveVerb.name
  let quickField: String? = "note"

  init?(_ alerts: [Alert]) {
    guard let first = alerts.first else { return nil }
    alert = first
    others = Array(alerts.dropFirst())
  }

  var name: String {
    others.isEmpty
      ? "Settle \(alert.id.order.map(String.init) ?? Wording.kind(alert.id.kind))"
      : "Settle \(others.count + 1) alerts"
  }
  var subject: WorkOrder.ID? { alert.orderID }
  var draftSubject: String { ([alert] + others).map(\.id.description).joined(separator: " ") }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    others.isEmpty ? [name, Wording.kind(alert.id.kind)] : [name]
  }

  func fields(_ model: Model) -> [FormField] { [FormField("note", label: "Settled", note: "how, in words")] }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let shown = ([alert] + others).prefix(5).flatMap { one in
      let number = others.isEmpty ? "" : one.id.order.map { "\($0): " } ?? ""
      return PageLine.fact(
        "Alert", number + model.wording.alert(one), width: width, .fieldNote)
    }
    let more = others.count > 4 ? [PageLine("and \(others.count - 4) more", .dim)] : []
    let leaves = others.isEmpty ? "it leaves" : "all of them leave"
    return shown + more
      + PageLine.fact("Then", "\(leaves) the list; a new cause raises a new one", width: width, .fieldNote)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = Arguments(["alert": ([alert] + others).map(\.id.description)])
    if let note = texts.word("note") { arguments.set("note", to: [note]) }
    return arguments
  }
}
