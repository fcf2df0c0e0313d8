import Domain
import Verbs

/// What the hold says and when work goes on again: saving releases it.
struct ReleaseForm: OrderFormContent {
  let order: WorkOrder
  var others: [WorkOrder] = []
  let verb = ReleaseVerb.name
  var name: String { "Release \(objectWords)" }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    titles([model.siteName(of: order)], model)
  }

  /// One choice, so that Enter is all it takes.
  func fields(_ model: Model) -> [FormField] {
    [FormField("sure", label: "Release", kind: .choice(["work goes on"]), text: "work goes on")]
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    guard others.isEmpty else { return model.lines(of: orders.map(\.id), width: width) }
    let order = current(model)
    guard let hold = order.hold else { return [PageLine("It is not on hold any more.", .dim)] }
    var released = order
    released.hold = nil
    released.pastHolds.append(PastHold(hold: hold, releasedAt: model.now, releasedBy: model.person))
    let clocks = model.office.clocks(of: released, at: model.now).map { model.clockWords($0) }
    let visit = order.openVisit == nil && !order.visits.isEmpty ? ["a new visit opens"] : []
    return model.holdLines(hold, of: order.id, width: width)
      + PageLine.fact("Then", (clocks + visit).joined(separator: " · "), width: width, .fieldNote)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments { plainArguments(texts, []) }
}
