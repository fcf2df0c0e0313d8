import Domain
import Terminal
import Verbs

/// What a push would come to: who is affected, what holds, what breaks. Enter does it.
struct PushPopup: SendingPopup {
  private(set) var plan: PushPlan
  private var top = 0
  var said: String?
  var isSending = false

  init(_ plan: PushPlan) { self.plan = plan }

  var contexts: [String] { KeyContexts.popup }
  var name: String { "Push" }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(100, screen.width - 4)
    return Size(width: width, height: min(screen.height - 4, lines(model, width: width - 4).count + 2))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .changed:
      guard !isSending else { return .stay }
      let role = model.office.person(model.person)?.role
      let before = plan
      plan = model.office.pushPlan(
        of: before.technician, by: before.by, from: before.from, for: role, at: model.now)
      // Nobody is to push what he has not seen.
      if !plan.movesAlike(before) { said = "The day has changed, and the push with it." }
    case .action("choose.highlighted"), .action("choose.1"):
      guard !isSending, !plan.moves.isEmpty else { return .close }
      var proposal = PushVerb.proposal(plan, in: model.wording).tellingCustomers(in: model.verbContext())
      proposal.acceptsWarnings = true
      isSending = true
      return PopupAnswer(effects: [.submit(proposal, .popup(0))])
    case .action("move.down"): top = min(top + 1, max(0, plan.moves.count))
    case .action("move.up"): top = max(0, top - 1)
    case .finished(let outcome): return finished(outcome, model)
    case .action, .key, .paste, .mouse, .shown, .answered, .suggested, .draftSaved: return .ignored
    }
    return .stay
  }

  private func lines(_ model: Model, width: Int) -> [PageLine] {
    (model.wording.push(plan) + [said].compactMap(\.self)).flatMap { PageLine.text($0, width: width) }
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let wording = model.wording
    let who = model.technicianName(plan.technician) ?? ""
    let does = plan.moves.isEmpty ? "leave it" : "do it"
    canvas.box(
      canvas.bounds, style: StyleRole.border.style,
      titles: ["Push \(who) \(Wording.shift(plan.by)) from \(wording.time(plan.from))"],
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints([("choose.highlighted", does), ("back", "leave it")], in: contexts)])
    let lines = lines(model, width: canvas.width - 4)
    for (row, line) in lines.dropFirst(top).prefix(max(0, canvas.height - 2)).enumerated() {
      line.draw(on: &canvas, at: Point(column: 2, row: row + 1), width: canvas.width - 4)
    }
  }
}

extension PushPlan {
  /// Whether the same visits would go from the same times to the same times.
  fileprivate func movesAlike(_ other: PushPlan) -> Bool {
    moves.map(\.number) == other.moves.map(\.number) && moves.map(\.from) == other.moves.map(\.from)
      && moves.map(\.to) == other.moves.map(\.to) && holding.map(\.number) == other.holding.map(\.number)
  }
}
