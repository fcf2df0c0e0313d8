import Domain
import Terminal
import Verbs

/// Several orders were to be changed as one and some of them refuse it: which and why, and by one digit the others
/// are changed without them. Nothing is changed before.
struct PartingPopup: Popup {
  let parting: Proposal.Parting
  private var top = 0

  init(_ parting: Proposal.Parting) { self.parting = parting }

  var contexts: [String] { KeyContexts.popup }
  var name: String {
    let all = parting.refused.count + parting.rest.orders.count
    return "\(parting.refused.count) of \(all) not taken"
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(100, screen.width - 4)
    return Size(width: width, height: min(screen.height - 2, lines(model, width: width - 4).count + 4))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action("choose.1"), .action("choose.highlighted"): return PopupAnswer(.submit(parting.rest))
    case .action("move.down"): top = min(top + 1, max(0, parting.refused.count - 1))
    case .action("move.up"): top = max(0, top - 1)
    case .action, .key, .paste, .mouse, .shown, .changed, .finished, .answered, .suggested, .draftSaved:
      return .ignored
    }
    return .stay
  }

  private func lines(_ model: Model, width: Int) -> [String] {
    parting.refused.flatMap { one in
      wrapped(
        model.wording.refusal(one.refusal, verb: parting.rest.verb, orders: [one.order]).fact, width: width)
    }
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let verb = Verbs.verb(named: parting.rest.verb)?.spoken ?? "do it"
    let count = parting.rest.orders.count
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [
        model.hints(
          [("choose.1", "leave them out, \(verb) the other \(count)"), ("back", "change none")], in: contexts)
      ])
    let lines = lines(model, width: canvas.width - 4)
    for (row, line) in lines.dropFirst(top).prefix(max(0, canvas.height - 4)).enumerated() {
      canvas.put(line, at: Point(column: 2, row: row + 1), style: StyleRole.resultWarning.style)
    }
    canvas.put(
      "Nothing is changed yet.", at: Point(column: 2, row: canvas.height - 2), style: StyleRole.dim.style)
  }
}

extension Model {
  /// What of a refused group could be done without the orders that refuse it; nil where that is not the point.
  func parting(of proposal: Proposal, after refusal: Refusal) -> Proposal.Parting? {
    if case .broken(let broken) = refusal, mayPass(broken) { return nil }
    let stamp = Stamp(by: person, at: now, console: ConsoleID(high: 0, low: 0))
    return proposal.parted(in: office, as: stamp, id: verbContext().newID())
  }
}
