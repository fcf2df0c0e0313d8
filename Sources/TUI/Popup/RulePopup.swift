import Domain
import Terminal
import Verbs

/// Asks before a broken rule is passed: a yes for a warning, a reason for a block that the role may override.
struct RulePopup: Popup {
  let broken: BrokenRule
  let proposal: Proposal
  var reason = TextField()
  /// Whatever else the same yes or reason passes, as the office stands.
  private var others: [BrokenRule] = []

  init(_ broken: BrokenRule, _ proposal: Proposal) {
    self.broken = broken
    self.proposal = proposal
  }

  private var needsReason: Bool { broken.severity == .block }

  var contexts: [String] { needsReason ? KeyContexts.form : KeyContexts.popup }
  var name: String { "\(subject): \(needsReason ? "blocked" : "a warning")" }

  /// What somebody wants something with, whichever of those that move for it the rule is about.
  private var wanted: [Int] { proposal.orders.isEmpty ? [broken.order] : proposal.orders }
  private var subject: String { wanted.count > 1 ? "\(wanted.count) orders" : String(wanted[0]) }

  private var title: String {
    let count = 1 + others.count
    return needsReason || count == 1 ? name : "\(subject): \(count) warnings"
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(100, screen.width - 4)
    return Size(width: width, height: lines(model, width: width - 4).count + (needsReason ? 5 : 4))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action("choose.1"), .action("choose.highlighted"): return pass(with: nil)
    case .action("form.enter"), .action("form.save"):
      guard needsReason else { return .ignored }
      let words = reason.text
      guard !words.trimmed.isEmpty else {
        return PopupAnswer(
          result: ResultLine(.refused, "Nothing passed: the reason is missing. Esc leaves it as it is."))
      }
      return pass(with: words)
    case .action("form.clear-field"): reason.clear()
    case .action("form.delete-word"): reason.delete(.wordLeft)
    case .key(let key):
      guard needsReason, reason.handle(key) else { return .ignored }
    case .paste(let text):
      guard needsReason else { return .ignored }
      reason.insert(text)
    case .shown, .changed: others = besides(model)
    case .action, .mouse, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
    return .stay
  }

  /// What was refused, then whatever else the same yes or reason would pass.
  private func lines(_ model: Model, width: Int) -> [String] {
    let reasons = others.prefix(6).map { other in
      "Also \(other.order): \(model.wording.reason(other.evidence, model.wording.technician(handle: other.technician)))."
    }
    let more = others.count > 6 ? ["And \(others.count - 6) more."] : []
    let fact = model.wording.stands(broken, verb: proposal.verb)
    return ([fact] + reasons + more + making(model)).flatMap { wrapped($0, width: width) }
  }

  /// `20420 moves to 13:20 for it.`: what else begins at another hour by what is asked.
  private func making(_ model: Model) -> [String] {
    proposal.commands.compactMap { command in
      guard case .moveVisit(let id, let rule) = command, let order = model.office.order(id),
        !wanted.contains(order.number), let start = rule.start, start != rule.replacingStart
      else { return nil }
      return "\(order.number) moves to \(model.words(start)) for it."
    }
  }

  /// A yes passes warnings, and a yes to a claim claims alone; a reason passes whatever is not forbidden. What else
  /// stands against it is asked next.
  private func besides(_ model: Model) -> [BrokenRule] {
    if broken.rule == .claimed {
      return model.office.claims(on: proposal.commands, against: model.person).filter { $0 != broken }
    }
    let all =
      proposal.isJudgedTogether
      ? model.office.brokenRules(together: proposal.commands, by: model.person, at: model.now)
      : model.office.brokenRules(of: proposal.commands, by: model.person, at: model.now)
    return all.filter { one in
      !one.isSame(as: broken) && one.severity != .forbid && (needsReason || one.severity == .warn)
        && !proposal.acceptedWarnings.contains { $0.isSame(as: one) }
    }
  }

  private func pass(with reason: String?) -> PopupAnswer {
    var again = proposal
    // Who knows of the other's claim has not been shown yet what else stands against it.
    if broken.rule == .claimed { again.acceptsClaims = true } else { again.acceptsWarnings = true }
    again.override = reason ?? again.override
    return PopupAnswer(.submit(again))
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [title], titleStyle: StyleRole.popupTitle.style,
      footer: [
        needsReason
          ? model.hints(
            [("form.save", "override with the reason"), ("form.keep-draft", "leave it")], in: contexts)
          : model.hints([("choose.1", "do it all the same"), ("back", "leave it")], in: contexts)
      ])
    let lines = lines(model, width: canvas.width - 4)
    for (row, line) in lines.enumerated() {
      canvas.put(line, at: Point(column: 2, row: row + 1), style: StyleRole.resultWarning.style)
    }
    guard needsReason else {
      canvas.put(
        "Nothing is changed yet.", at: Point(column: 2, row: lines.count + 1), style: StyleRole.dim.style)
      return
    }
    canvas.put("Reason", at: Point(column: 2, row: lines.count + 2), style: StyleRole.fieldLabel.style)
    reason.draw(
      on: &canvas, at: Point(column: 10, row: lines.count + 2), width: canvas.width - 12,
      style: StyleRole.fieldFocus.style)
  }
}
