import Domain
import Terminal
import Verbs

/// Assigns several orders at once: the plan is shown before it is done, all of it or nothing.
struct PlanPopup: SendingPopup {
  let orders: [WorkOrder.ID]
  private var plan: AssignmentPlan?
  private var index = 0
  var isSending = false
  var said: String?
  /// Why it is made anew has been said already.
  private var isRemade = false
  /// Enter was pressed before the plan was there.
  private var isEager = false
  /// The plan whose warnings wait for a second Enter.
  private var confirming: AssignmentPlan?

  init(_ orders: [WorkOrder.ID]) { self.orders = orders }

  var contexts: [String] { KeyContexts.popup }
  var name: String { "Assign \(orders.count) orders" }
  var actsOnMarks: Bool { true }

  private var placed: Int { plan?.lines.count { !$0.commands.isEmpty } ?? 0 }
  private var unplaced: Int { plan.map { $0.lines.count - placed } ?? 0 }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(
      width: min(screen.width - 2, 112),
      height: min(screen.height - 4, (plan?.lines.count ?? 1) + 10 + (said == nil ? 0 : 2)))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return plan == nil ? PopupAnswer(effects: [.plan(orders, .popup(0))]) : .stay
    case .changed: return PopupAnswer(effects: isSending ? [] : [.plan(orders, .popup(0))])
    case .answered(.plan(let plan)):
      noteDifference(from: self.plan, to: plan)
      self.plan = plan
      index = max(0, min(index, plan.lines.count - 1))
      guard isEager else { return .stay }
      isEager = false
      return act("choose.highlighted", model)
    case .action(let action): return act(action, model)
    case .mouse(let mouse):
      if mouse.action == .wheelDown { return act("move.down", model) }
      if mouse.action == .wheelUp { return act("move.up", model) }
      return .ignored
    case .finished(.refused(.changedSince(let subject, let field, let now), _)):
      // It was made before somebody else's change came here: it is made anew, and looked at again.
      isSending = false
      let sentence = Sentences.refusal(
        .changedSince(subject, field: field, now: now), model, verb: AssignVerb.name)
      said = "\(sentence) The plan is made anew: look, then Enter."
      isRemade = true
      return PopupAnswer(effects: [.plan(orders, .popup(0))])
    case .finished(let outcome): return finished(outcome, model)
    case .key, .paste, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    if RowCursor.move(&index, by: action, among: plan?.lines.count ?? 1, page: 10) { return .stay }
    switch action {
    case "choose.highlighted", "choose.1": return take(model)
    case "choose.0": return giveBack(model)
    default: return .ignored
    }
  }

  /// Says that the plan is another one than it was, so that nobody takes what he has not seen.
  private mutating func noteDifference(from old: AssignmentPlan?, to new: AssignmentPlan) {
    guard let old, !isRemade else {
      isRemade = false
      return
    }
    let before = Dictionary(old.lines.map { ($0.id, $0) }) { first, _ in first }
    let changed = new.lines.filter { $0.differs(from: before[$0.id]) }.map(\.number)
    guard !changed.isEmpty || new.lines.count != old.lines.count else { return }
    let numbers = changed.prefix(4).map(String.init).joined(separator: ", ")
    let which =
      changed.isEmpty ? "" : ": \(numbers)\(changed.count > 4 ? " and \(changed.count - 4) more" : "")"
    said = "The day has changed, and the plan with it\(which)."
  }

  private mutating func take(_ model: Model) -> PopupAnswer {
    guard let plan else {
      isEager = true
      return .stay
    }
    guard !isSending else { return .stay }
    guard placed > 0 else {
      said = "Nobody can take any of them; the reasons are beside the numbers."
      return .stay
    }
    let warned = warnings(of: plan, model)
    if warned > 0, confirming != plan {
      confirming = plan
      let again = model.key(for: "choose.highlighted", in: contexts) ?? "Enter"
      said =
        "Nothing is done yet: \(again) again assigns \(placed == 1 ? "it" : "all \(placed)"), "
        + "with \(warned) warning\(warned == 1 ? "" : "s")."
      return .stay
    }
    isSending = true
    return PopupAnswer(effects: [.submit(plan.proposal(in: model.verbContext()), .popup(0))])
  }

  /// How much is asked about: what would be broken, whoever makes room, and what would be late only on a later day.
  private func warnings(of plan: AssignmentPlan, _ model: Model) -> Int {
    plan.lines.map { line in
      guard let candidate = line.candidate else { return 0 }
      return model.wording.warnings(of: candidate).count + (candidate.moves.isEmpty ? 0 : 1)
        + model.missedByWaiting(for: candidate, with: line.id).count
    }.reduce(0, +)
  }

  private mutating func giveBack(_ model: Model) -> PopupAnswer {
    let numbers = orders.compactMap { model.office.order($0).map { String($0.number) } }
    do {
      let answer = try model.submission(of: UnassignVerb.name, Arguments(["order": numbers]))
      isSending = true
      return answer
    } catch {
      said = error.words
      return .stay
    }
  }
}

extension PlanPopup {
  func draw(on canvas: inout Canvas, _ model: Model) {
    let left = unplaced > 0 ? "assign the \(placed) that can be" : "assign all as shown"
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    let foot = plan.map { footLines($0, width: inner.width - 2, model) } ?? []
    let height = max(1, inner.height - 1 - foot.count)
    let count = plan?.lines.count ?? 0
    let first = max(0, min(index - height / 2, count - height))
    let place = height < count ? ["\(first + 1)–\(first + height) of \(count)"] : []
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: ["Assign to \(model.words(of: orders))"] + place,
      titleStyle: StyleRole.popupTitle.style,
      footer: [
        model.hints(
          [("choose.highlighted", left), ("choose.0", "all back to the queue"), ("back", "leave it")],
          in: contexts, fitting: canvas.width)
      ])
    guard let plan else {
      canvas.put(
        "Working out who takes which.", at: inner.origin.moved(columns: 1), style: StyleRole.dim.style)
      return
    }
    let columns = Columns(width: inner.width)
    canvas.put(columns.header, at: inner.origin, style: StyleRole.heading.style, width: inner.width)
    for (row, number) in plan.lines.indices.dropFirst(first).prefix(height).enumerated() {
      let line = plan.lines[number]
      let isMarked = number == index
      canvas.put(isMarked ? "▌" : " ", at: inner.origin.moved(rows: row + 1), style: StyleRole.hintKey.style)
      canvas.put(
        columns.text(cells(of: line, model)), at: inner.origin.moved(columns: 1, rows: row + 1),
        style: role(of: line, model).style.selected(isMarked), width: inner.width - 1, ellipsis: true)
    }
    for (row, line) in foot.enumerated() {
      line.draw(
        on: &canvas, at: inner.origin.moved(columns: 1, rows: inner.height - foot.count + row),
        width: inner.width - 2)
    }
  }

  private func cells(of line: AssignmentPlan.Line, _ model: Model) -> [String] {
    let order = model.office.order(line.id)
    let what = [order?.priority.text, order.flatMap(model.siteName), order?.summary].compactMap(\.self)
      .joined(separator: " · ")
    guard let candidate = line.candidate else {
      let why = line.reason.map { model.words(of: $0) } ?? "the office has no technicians"
      return [String(line.number), "nobody", "–", "no: \(why) · \(what)"]
    }
    let missed = order.map { model.missed(by: candidate.range, of: $0) } ?? []
    let moved = candidate.moves.isEmpty ? [] : [model.words(of: candidate.moves)]
    let held = order?.hold.map { ["held for \($0.reason.rawValue), stays held"] } ?? []
    let warnings = held + moved + missed + model.wording.warnings(of: candidate).map { "warn: \($0)" }
    return [
      String(line.number), candidate.name, (missed.isEmpty ? "" : "✗") + model.words(candidate.arrival),
      (warnings + [what]).joined(separator: " · ")
    ]
  }

  private func role(of line: AssignmentPlan.Line, _ model: Model) -> StyleRole {
    guard let candidate = line.candidate else { return .dim }
    if let order = model.office.order(line.id), !model.missed(by: candidate.range, of: order).isEmpty {
      return .slaBreached
    }
    return candidate.warnings.isEmpty && candidate.moves.isEmpty ? .plain : .resultWarning
  }

  /// What the highlighted line changes beside its order, in full, and what holds for all of them.
  private func footLines(_ plan: AssignmentPlan, width: Int, _ model: Model) -> [PageLine] {
    var lines: [PageLine] = [PageLine()]
    if plan.lines.indices.contains(index), let candidate = plan.lines[index].candidate {
      let moved = candidate.moves.isEmpty ? [] : [model.words(of: candidate.moves)]
      let beside = moved + model.wording.warnings(of: candidate).map { "warn: \($0)" }
      if !beside.isEmpty {
        lines += PageLine.text(
          "\(plan.lines[index].number)  \(beside.joined(separator: " · "))", width: width, .resultWarning)
      }
    }
    let moving = plan.lines.flatMap { $0.candidate?.moves ?? [] }.count
    if moving > 0 {
      lines.append(
        PageLine("\(moving) other \(moving == 1 ? "visit makes" : "visits make") room.", .fieldNote))
    }
    let told = model.wording.told(
      plan.lines.compactMap { line in line.candidate.map { (line.id, $0) } })
    if !told.isEmpty { lines.append(PageLine(told.joined(separator: " · ") + ".", .fieldNote)) }
    if unplaced > 0 {
      lines.append(
        PageLine(
          "\(unplaced) of \(placed + unplaced) nobody can take: they stay where they are.", .resultWarning))
    } else {
      lines.append(
        PageLine("One after the other, the first in the queue first; all of them or none.", .fieldNote))
    }
    if let said { lines += PageLine.text(said, width: width, .resultWarning) }
    return lines
  }

  /// The columns of the plan.
  private struct Columns {
    let width: Int
    private var name: Int { width >= 100 ? 18 : 14 }

    init(width: Int) { self.width = width }

    var header: String { " " + text(["Order", "Technician", "Arrive", "What"]) }

    func text(_ cells: [String]) -> String {
      let widths = [7, name, 12]
      return zip(cells, widths).map { $0.fitted(to: $1 - 1) + " " }.joined() + (cells.last ?? "")
    }
  }
}

extension AssignmentPlan.Line {
  /// Whether somebody else gets it, or at another time than the minutes that have passed meanwhile.
  fileprivate func differs(from old: AssignmentPlan.Line?) -> Bool {
    guard let old, old.candidate?.id == candidate?.id else { return true }
    guard let before = old.candidate?.arrival, let now = candidate?.arrival else { return false }
    return abs((now - before).seconds) >= 300
  }
}
