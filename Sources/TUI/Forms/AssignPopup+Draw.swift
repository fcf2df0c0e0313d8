import Domain
import Terminal
import Verbs

extension AssignPopup {
  /// Wide enough for a sentence beside a name; a wider line is hard to follow.
  static let widest = 170

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = screen.width < 150 ? min(screen.width - 2, 112) : min(screen.width - 2, AssignPopup.widest)
    return Size(
      width: width, height: min(screen.height - 3, rows.count + footLines(model, width: width - 4).count + 3))
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let hints: [(action: String, words: String)] =
      typing == nil
      ? [
        ("choose.highlighted", confirming == nil ? "or 1-9 assign" : "assign as it says"),
        ("assign.time", "time"), ("assign.length", "length"),
        ("back", "leave it"), ("assign.more", "all"), ("explain", "cost"), ("choose.0", "back to queue"),
        ("assign.note", "note")
      ] : [("form.enter", "done"), ("form.clear-field", "clear")]
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [title(model)],
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints(hints, in: contexts, fitting: canvas.width)])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    guard inner.height > 0 else { return }
    let foot = footLines(model, width: inner.width - 2)
    let height = max(0, inner.height - 1 - foot.count)
    let columns = Columns(width: inner.width)
    canvas.put(columns.header, at: inner.origin, style: StyleRole.heading.style, width: inner.width)
    let first = Self.firstRow(index, of: rows.count, height: height)
    for (line, number) in rows.indices.dropFirst(first).prefix(height).enumerated() {
      draw(rows[number], number, columns, on: &canvas, at: inner.origin.moved(rows: line + 1), model)
    }
    let below = inner.origin.moved(columns: 1, rows: 1 + min(height, rows.count))
    for (line, row) in foot.enumerated() {
      row.draw(on: &canvas, at: below.moved(rows: line), width: inner.width - 2)
    }
    drawEntry(on: &canvas, at: below.moved(rows: foot.count - 1), width: inner.width - 2)
  }

  /// The first row seen, so that the marked one is.
  static func firstRow(_ index: Int, of count: Int, height: Int) -> Int {
    max(0, min(max(index - height + 1, 0), count - height))
  }

  private func title(_ model: Model) -> String {
    guard let order = model.office.order(order) else { return "Assign: the order is on its way" }
    let length = Span(typed: length.text) ?? order.openVisit?.estimate ?? order.estimate
    // Where somebody has been there already the fix is what counts.
    let due = model.office.clocks(of: order, at: model.now).first(where: \.isTicking)
    return [
      "Assign \(order.number)",
      [order.priority.text, order.trade.map { model.shown($0) }].compactMap(\.self).joined(separator: " "),
      model.siteName(of: order), TimeWords.estimate(length), along(order, model),
      due.map { "\($0.kind == .response ? "respond" : "fix") by \(model.words($0.dueAt))" }
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// `with Wei Chen`: who comes along.
  private func along(_ order: WorkOrder, _ model: Model) -> String? {
    guard let visit = order.openVisit, let helpers = visit.helpers else { return nil }
    return "with \(model.wording.names(helpers, visit.roles))"
  }

  private func draw(
    _ row: Row, _ number: Int, _ columns: Columns, on canvas: inout Canvas, at point: Point, _ model: Model
  ) {
    let isMarked = number == index
    let why = why(row, model)
    var cells: [String]
    var role = StyleRole.plain
    switch row {
    case .fits(let candidate):
      let digit = number < 9 ? String(number + 1) : " "
      let travel = "\(candidate.travel.isGuess ? "~" : "")\(candidate.travel.span.wholeMinutes) min"
      let missed = missed(candidate, model)
      cells = [
        digit, model.card(candidate.id), candidate.name,
        (missed.isEmpty ? "" : "✗") + model.words(candidate.arrival) + (candidate.isOverrunning ? "?" : ""),
        travel,
        candidate.skill.map { "\(model.shown($0.trade)) \(Wording.roman($0.level))" } ?? "–",
        "\(candidate.loadBefore)→\(candidate.loadAfter)%", why
      ]
      if !warnings(of: candidate, model).isEmpty { role = .resultWarning }
      if !missed.isEmpty { role = .slaBreached }
    case .cannot(let candidate):
      cells = ["–", model.card(candidate.id), candidate.name, "–", "–", "–", "\(candidate.loadPercent)%", why]
      role = .dim
    }
    if model.isPlain {
      canvas.put(
        sentence(cells), at: point, style: role.style.selected(isMarked), width: columns.width, ellipsis: true
      )
      if isMarked { canvas.cursor = point }
      return
    }
    canvas.put(isMarked ? "▌" : " ", at: point, style: StyleRole.hintKey.style)
    canvas.put(
      columns.text(cells), at: point.moved(columns: 1), style: role.style.selected(isMarked),
      width: columns.width - 1, ellipsis: true)
  }

  /// For whoever listens: the digit and the name, then what the columns say; a sign for presence is none to be heard.
  private func sentence(_ cells: [String]) -> String {
    let (digit, name) = (cells[0], cells[2])
    guard digit != "–" else { return "\(name): \(cells[7])" }
    let figures = ["arrives \(cells[3])", "\(cells[4]) away", cells[5], "load \(cells[6])"]
    return "\(digit) \(name): \(figures.joined(separator: ", ")), \(cells[7])".trimmed
  }

  /// Why somebody, or why not, in one line.
  private func why(_ row: Row, _ model: Model) -> String {
    switch row {
    case .fits(let candidate):
      let moved = candidate.moves.isEmpty ? [] : [model.words(of: candidate.moves)]
      let over = candidate.facts.filter(\.isOverrunning)
      let others = candidate.facts.filter { !$0.isOverrunning }
      let warnings = missed(candidate, model) + warnings(of: candidate, model).map { "warn: \($0)" }
      let vendor = model.wording.vendor(of: candidate)
      return
        (over.map { model.words(of: $0) } + warnings + moved + vendor + others.map { model.words(of: $0) })
        .joined(separator: " · ")
    case .cannot(let candidate):
      let reasons = candidate.reasons.map { model.words(of: $0) }
      return "no: "
        + (reasons + [candidate.remedy.map { model.words(of: $0) }].compactMap(\.self))
        .joined(separator: " · ")
    }
  }

  /// What the marked row has to say where its column is too narrow for it.
  private func whole(_ model: Model, width: Int) -> [PageLine] {
    guard rows.indices.contains(index) else { return [] }
    let columns = Columns(width: width + 2)
    var why = why(rows[index], model)
    if model.isPlain { return PageLine.text(why, width: width, .fieldNote) }
    let isWhole = displayWidth(of: why) <= columns.why
    if !columns.showsSkill, case .fits(let candidate) = rows[index], let skill = candidate.skill {
      why = "\(model.shown(skill.trade)) \(Wording.roman(skill.level)) · \(why)"
    }
    return isWhole && columns.showsSkill ? [] : PageLine.text(why, width: width, .fieldNote)
  }

  /// How many cannot and why, when he is told, what was said, and the entries beside the list.
  func footLines(_ model: Model, width: Int) -> [PageLine] {
    var lines: [PageLine] = []
    guard let candidates else { return [PageLine("Looking who can take it.", .dim), PageLine()] }
    if candidates.eligible.isEmpty {
      let replan = model.key(for: ReplanVerb.name, in: KeyContexts.assign).map {
        "; \($0) shows what could give way"
      }
      lines.append(
        PageLine("Nobody can take it now\(replan ?? ""). The reasons are beside the names.", .resultWarning))
    }
    if let held = model.office.order(order).flatMap({ cameBefore($0, model) }) {
      lines += PageLine.text(held, width: width, .resultWarning)
    }
    if let closed = model.office.order(order).flatMap(model.wording.closed) {
      lines += PageLine.text(closed, width: width, .resultWarning)
    }
    let hidden = isAll ? 0 : candidates.others.count - min(shownOthers, candidates.others.count)
    if hidden > 0 {
      var counts: [(Rule, Int)] = []
      for other in candidates.others.dropFirst(shownOthers) {
        guard let rule = other.reasons.first?.rule else { continue }
        if let place = counts.firstIndex(where: { $0.0 == rule }) {
          counts[place].1 += 1
        } else {
          counts.append((rule, 1))
        }
      }
      let why = counts.sorted { $0.1 > $1.1 }.map { "\($0.1) \($0.0.spoken)" }.joined(separator: ", ")
      let key = model.key(for: "assign.more", in: KeyContexts.assign).map { " (\($0) all)" } ?? ""
      lines.append(PageLine("\(hidden) more cannot: \(why)\(key)", .dim))
    }
    lines += whole(model, width: width)
    lines += PageLine.text(told(model), width: width, .fieldNote)
    if showsCost {
      if rows.indices.contains(index), case .fits(let candidate) = rows[index] {
        let way = "\(model.wording.way(candidate.travel)) \(model.wording.origin(candidate.from))"
        lines.append(PageLine("Way \(way)", .fieldNote))
      }
      lines.append(PageLine(cost(model), .fieldNote))
    }
    if let late = missedAsTyped(model) { lines.append(PageLine(late, .slaBreached)) }
    if let said { lines += PageLine.text(said, width: width, .resultWarning) }
    return lines + [PageLine()]
  }

  func told(_ model: Model) -> String {
    guard rows.indices.contains(index), case .fits(let candidate) = rows[index], time.isEmpty else {
      return "Told at once when it starts today, else not until dispatched."
    }
    let day = model.office.zone.date(at: candidate.arrival)
    let isToday = day <= model.office.today(at: model.now)
    let technician =
      model.office.isOfRunningDay(candidate.arrival, at: model.now)
      ? "Told at once (starts \(isToday ? "today" : "before the day ends"))."
      : "Not told until dispatched (starts \(TimeWords.day(day)))."
    let customers = model.office.order(order).map { model.wording.told($0, of: candidate) } ?? []
    return ([technician] + customers.map { "\($0)." }).joined(separator: " ")
  }

  /// What the marked row costs by term, the dearest first, in minutes of driving that weigh as much.
  private func cost(_ model: Model) -> String {
    guard rows.indices.contains(index) else { return "" }
    switch rows[index] {
    case .fits(let candidate): return model.wording.costs(candidate.costs)
    case .cannot(let candidate): return "\(candidate.name) is not weighed: the reason is beside the name."
    }
  }

  func drawEntry(on canvas: inout Canvas, at point: Point, width: Int) {
    var column = 0
    let entries: [(Entry, TextField, Int)] = [
      (.time, time, 18), (.length, length, 8), (.note, note, max(10, width - 62))
    ]
    for (entry, field, room) in entries where typing == entry || !field.isEmpty {
      let label = "\(entry.rawValue) "
      canvas.put(label, at: point.moved(columns: column), style: StyleRole.fieldLabel.style)
      column += displayWidth(of: label)
      let isTyped = typing == entry
      field.draw(
        on: &canvas, at: point.moved(columns: column), width: min(room, max(0, width - column)),
        style: (isTyped ? StyleRole.fieldFocus : .fieldValue).style, isFocused: isTyped)
      column += room + 2
    }
  }
}

extension Candidate {
  /// Whether he is over his estimate where he is, so that nobody knows when he can leave.
  fileprivate var isOverrunning: Bool { facts.contains(where: \.isOverrunning) }
}

extension Candidate.Fact {
  fileprivate var isOverrunning: Bool { if case .overrunning = self { true } else { false } }
}
