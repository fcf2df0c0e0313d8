import Domain
import Terminal
import Verbs

/// Draws a technician's face: who and how the line is, the order in hand, the next ones, the last words, the keys.
///
/// What there is room for goes by rank: on a phone the order in hand with its steps, one line each of what is next and
/// of the last word.
struct PocketPainter {
  let model: Model
  let pocket: Pocket

  init(_ model: Model, _ pocket: Pocket) {
    self.model = model
    self.pocket = pocket
  }

  private var isPhone: Bool { model.size.height < 20 }

  /// Whether there is room for the list of what is next; without it the card follows the cursor.
  private var hasList: Bool { !isPhone && model.size.width >= 70 }

  func draw(on canvas: inout Canvas) {
    drawHeader(on: &canvas)
    let top = drawInVain(on: &canvas, from: isPhone ? 1 : 2)
    let hints = hintRows(width: canvas.width)
    let bottom = canvas.height - hints.count - 1
    // Where rows are scarce a long result would lie over the steps.
    let longer = isPhone ? min(model.resultLines.count, Canvas.longestResult) - 1 : 0
    drawBody(on: &canvas, rows: top..<max(top + 1, bottom - max(0, longer)))
    if let result = model.result, model.resultLines.count < 2 {
      canvas.draw(in: Rect(column: 0, row: bottom, width: canvas.width, height: 1)) { $0.drawResult(result) }
    }
    for (index, row) in hints.enumerated() {
      canvas.put(
        row, at: Point(column: 1, row: bottom + 1 + index), style: StyleRole.hintText.style,
        width: max(0, canvas.width - 1), ellipsis: true)
    }
  }

  private func drawHeader(on canvas: inout Canvas) {
    let style = StyleRole.header.style
    canvas.fill(Rect(column: 0, row: 0, width: canvas.width, height: 1), style: style)
    let name = model.office.technician(pocket.technician)?.name.words ?? model.personName
    let time = model.office.zone.clock(at: model.now) + (model.clockNote.map { " \($0)" } ?? "")
    let shift = PocketWords.shift(pocket, model)
    let link = PocketWords.link(model)
    let new = pocket.jobs.reduce(0) { count, job in
      count + (model.office.order(job.order)?.thread.unread(by: .technician, model.person).count ?? 0)
    }
    let unread = new > 0 ? " · \(new) new" : ""
    let counts = "\(pocket.done.count) done \(pocket.jobs.count) to go"
    let forms = [
      "\(name) · \(shift)   \(time)   \(link)   \(counts)", "\(name) · \(shift)   \(time)   \(link)",
      "\(name)  \(time)  \(link)  \(counts)", "\(name)  \(time)  \(link)"
    ].map { $0 + unread }
    // What is new is said on the smallest screen, too.
    let words = forms.first { displayWidth(of: $0) < canvas.width } ?? "\(time)\(unread)  \(link)"
    canvas.put(" " + words, at: .zero, style: style, width: canvas.width, ellipsis: true)
  }

  /// So many rows say what he did in vain, where there are as many.
  private static let mostInVain = 4

  /// Says above everything else what he did and what became nothing of it; the row that is free below.
  private func drawInVain(on canvas: inout Canvas, from top: Int) -> Int {
    let all = PocketWords.inVain(pocket, model)
    var rows: [String] = []
    var said = 0
    for words in all {
      let lines = wrapped("✗ \(words)", width: max(8, canvas.width - 2))
      if rows.count + lines.count > Self.mostInVain, said > 0 { break }
      rows += lines
      said += 1
    }
    if said < all.count { rows[rows.count - 1] += " +\(all.count - said)" }
    for (index, row) in rows.enumerated() {
      canvas.put(
        row, at: Point(column: 1, row: top + index), style: StyleRole.resultRefused.style,
        width: max(0, canvas.width - 1), ellipsis: true)
    }
    return top + rows.count
  }

  private func drawBody(on canvas: inout Canvas, rows: Range<Int>) {
    guard let selected = pocket.selected, let job = hasList ? pocket.jobs.first : selected,
      let order = model.office.order(job.order)
    else {
      for (row, line) in wrapped(nothing, width: max(1, canvas.width - 2)).prefix(rows.count).enumerated() {
        canvas.put(line, at: Point(column: 1, row: rows.lowerBound + row))
      }
      return
    }
    let width = canvas.width - 3
    let others = pocket.jobs.filter { $0.order != job.order }
    let nextRows = min(hasList ? Self.mostNext : 1, others.count)
    let words = PocketWords.said(about: order, model)
    let noteRows = words.isEmpty ? 0 : isPhone ? 1 : 2
    let gaps = isPhone ? 0 : 2
    let room = max(2, rows.count - nextRows - noteRows - gaps)
    let card = PocketCard(model, job, order, isSelected: job.order == selected.order).lines(
      width: width, rows: room)
    var row = rows.lowerBound
    for line in card {
      line.draw(on: &canvas, at: Point(column: 1, row: row), width: canvas.width - 2)
      row += 1
    }
    row += isPhone ? 0 : 1
    for other in page(of: others, at: selected) where row < rows.upperBound {
      drawNext(other, isFirst: other == others.first, at: row, on: &canvas)
      row += 1
    }
    if job.order != selected.order, row < rows.upperBound { drawSteps(of: selected, at: row, on: &canvas) }
    row = isPhone ? rows.upperBound - min(noteRows, rows.upperBound - row) : row + 1
    drawWords(
      words, unread: order.thread.unread(by: .technician, model.person).count,
      rows: row..<max(row, rows.upperBound), on: &canvas)
  }

  /// So many of the next ones stand in the list.
  private static let mostNext = 4

  /// The next ones by fours, those with the cursor: it then moves for the price of its mark.
  private func page(of others: [OwnVisit], at selected: OwnVisit) -> ArraySlice<OwnVisit> {
    guard hasList else { return others.prefix(1) }
    let index = others.firstIndex { $0.order == selected.order } ?? 0
    return others[(index - index % Self.mostNext)...].prefix(Self.mostNext)
  }

  /// Of the next one that has the cursor: how it stands, and the keys of its steps.
  private func drawSteps(of job: OwnVisit, at row: Int, on canvas: inout Canvas) {
    guard let order = model.office.order(job.order) else { return }
    let lines = PocketCard(model, job, order).foot(width: canvas.width - 8)
    lines.last?.draw(on: &canvas, at: Point(column: 5, row: row), width: canvas.width - 6)
  }

  private var nothing: String {
    let off = model.office.technician(pocket.technician)?.presence == .off
    let key = model.key(for: PocketAction.shift.rawValue, in: KeyContexts.tech) ?? "s"
    return off ? "You are off shift. \(key) begins it." : PocketWords.nothing
  }

  private func drawNext(_ job: OwnVisit, isFirst: Bool, at row: Int, on canvas: inout Canvas) {
    guard let order = model.office.order(job.order) else { return }
    let site = model.siteName(of: order) ?? ""
    let more = pocket.jobs.count - 2
    let head =
      (isFirst ? "NEXT " : "     ") + (hasList && job.order == pocket.cursor ? "▌" : " ")
      + "\(PocketWords.time(of: job, model))  \(job.number)  \(order.priority.text)  "
    var column = 1 + canvas.put(head, at: Point(column: 1, row: row), style: StyleRole.plain.style)
    let unread = order.thread.unread(by: .technician, model.person).count
    let tail =
      hasList
      ? "  \(TimeWords.estimate(job.estimate))\(job.status == .scheduled ? ", not told yet" : "")"
        + (unread > 0 ? " · \(unread) new" : "")
      : more > 0 ? " +\(more)" : ""
    let width = max(0, canvas.width - column - displayWidth(of: tail) - 1)
    let words = order.summary.isEmpty ? site : "\(site) · \(order.summary)"
    column += canvas.put(words, at: Point(column: column, row: row), width: width, ellipsis: true)
    canvas.put(tail, at: Point(column: column, row: row), style: StyleRole.dim.style)
  }

  /// The last words on the order, of the thread and the notes, the newest at the bottom.
  private func drawWords(
    _ words: [PocketWords.Said], unread: Int, rows: Range<Int>, on canvas: inout Canvas
  ) {
    guard !words.isEmpty, !rows.isEmpty else { return }
    var row = rows.lowerBound
    if !isPhone {
      canvas.rule(from: Point(column: 1, row: row), columns: canvas.width - 2, style: StyleRole.border.style)
      let title = " Messages and notes \(words.count)\(unread > 0 ? " · \(unread) new" : "") "
      canvas.put(title, at: Point(column: 4, row: row), style: StyleRole.heading.style)
      row += 1
    }
    for said in words.suffix(max(0, rows.upperBound - row)) {
      let head = "\(model.words(said.at)) \(said.who)  "
      let used = canvas.put(head, at: Point(column: 1, row: row), style: StyleRole.dim.style)
      let words = String(said.words.map { $0.isNewline ? " " : $0 })
      canvas.put(
        words, at: Point(column: 1 + used, row: row), width: max(0, canvas.width - used - 2), ellipsis: true)
      row += 1
    }
  }

  /// The keys that count now beside the steps on the card, in one row or two; what seldom changes comes first.
  private func hintRows(width: Int) -> [String] {
    var rows = [""]
    for hint in model.hintList(model.pocketKeys, in: KeyContexts.tech) {
      let words = "\(hint.key) \(hint.words)"
      let last = rows[rows.count - 1]
      if last.isEmpty {
        rows[rows.count - 1] = words
      } else if displayWidth(of: last) + displayWidth(of: words) + 2 < width {
        rows[rows.count - 1] += "  " + words
      } else if rows.count < 2, !isPhone {
        rows.append(words)
      } else {
        break
      }
    }
    return rows
  }
}

extension Model {
  /// What counts now on a technician's face, the next steps first; nothing on any other.
  var pocketHints: [(action: String, words: String)] {
    pocketSteps.prefix(PocketStep.mostOnCard) + pocketKeys
  }

  /// The steps that may follow.
  private var pocketSteps: [(action: String, words: String)] {
    guard let job = pocket?.selected else { return [] }
    return PocketStep.next(after: job).map { ($0.rawValue, $0.words(job)) }
  }

  /// What is offered beside the steps of the card: first what leads to all the rest.
  var pocketKeys: [(action: String, words: String)] {
    guard let pocket else { return [] }
    var wanted: [(action: String, words: String)] = []
    if pocket.selected != nil { wanted.append((OpenVerb.name, "more")) }
    wanted.append(("help.open", "help"))
    if pocket.selected != nil {
      wanted += [
        (NoteVerb.name, "note"), (SayVerb.name, "message"), (PocketAction.part.rawValue, "part"),
        (PocketAction.time.rawValue, "time"), (PocketAction.late.rawValue, "late notice")
      ]
    }
    let technician = office.technician(pocket.technician)
    let isOff = technician?.presence == .off || technician?.presence == .unavailable
    if !isOff {
      wanted.append((PocketAction.pause.rawValue, technician?.presence == .onBreak ? "go on" : "break"))
    }
    wanted.append((PocketAction.shift.rawValue, isOff ? "begin shift" : "end shift"))
    return wanted + pocketSteps.dropFirst(PocketStep.mostOnCard)
  }
}
