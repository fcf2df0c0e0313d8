import Domain
import Terminal
import Verbs

/// Draws the helpdesk's face: who and how the line is, what was begun, what is on record, the keys.
struct CallDeskPainter {
  let model: Model
  let calls: CallDesk

  init(_ model: Model, _ calls: CallDesk) {
    self.model = model
    self.calls = calls
  }

  func draw(on canvas: inout Canvas) {
    let width = canvas.width
    let style = StyleRole.header.style
    canvas.fill(Rect(column: 0, row: 0, width: width, height: 1), style: style)
    canvas.put(" " + header(width), at: .zero, style: style, width: width, ellipsis: true)
    let bottom = canvas.height - 2
    drawRows(on: &canvas, rows: 2..<max(2, bottom))
    if let result = model.result, model.resultLines.count < 2 {
      canvas.draw(in: Rect(column: 0, row: bottom, width: width, height: 1)) { $0.drawResult(result) }
    }
    canvas.put(
      model.hints(Self.hints, in: KeyContexts.calls), at: Point(column: 1, row: bottom + 1),
      style: StyleRole.hintText.style, width: max(0, width - 1), ellipsis: true)
  }

  static let hints: [(action: String, words: String)] = [
    (CallForm.verbName, "new call"), (OpenVerb.name, "open"), (CustomerShowVerb.name, "customer"),
    (ChaseVerb.name, "called again"), (NoteVerb.name, "note"), ("help.open", "help"), ("back", "leave")
  ]

  private func header(_ width: Int) -> String {
    let time = model.office.zone.clock(at: model.now) + (model.clockNote.map { " \($0)" } ?? "")
    let link = PocketWords.link(model)
    let counts = "\(calls.drafts.count) begun, \(calls.logged.count) on record"
    let forms = [
      "\(model.office.profile.name) · \(model.personName)   \(time)   \(link)   \(counts)",
      "\(model.personName)  \(time)  \(link)  \(counts)"
    ]
    return forms.first { displayWidth(of: $0) < width } ?? "\(time)  \(link)"
  }

  /// As many rows as there is room for, the marked one among them.
  private func drawRows(on canvas: inout Canvas, rows: Range<Int>) {
    let all = calls.rows
    guard !all.isEmpty else {
      let key = model.key(for: CallForm.verbName, in: KeyContexts.calls) ?? "n"
      canvas.put(
        "No call is on record in this shift. \(key) begins one.",
        at: Point(column: 1, row: rows.lowerBound), width: max(0, canvas.width - 2), ellipsis: true)
      return
    }
    let first = max(0, min(calls.index - rows.count / 2, all.count - rows.count))
    for (offset, index) in all.indices.dropFirst(first).prefix(rows.count).enumerated() {
      draw(all[index], isMarked: index == calls.index, at: rows.lowerBound + offset, on: &canvas)
    }
  }

  private func draw(_ row: CallDesk.Row, isMarked: Bool, at line: Int, on canvas: inout Canvas) {
    let (words, tail, role) = words(of: row)
    let room = max(0, canvas.width - displayWidth(of: tail) - 4)
    canvas.put(isMarked ? "▌" : " ", at: Point(column: 1, row: line), style: StyleRole.hintKey.style)
    canvas.put(
      words, at: Point(column: 2, row: line), style: role.style.selected(isMarked), width: room,
      ellipsis: true)
    canvas.put(
      tail, at: Point(column: canvas.width - displayWidth(of: tail) - 1, row: line),
      style: StyleRole.dim.style)
  }

  /// Who has it, or who did it and it is to be looked over.
  private func tail(of order: WorkOrder) -> String {
    if order.isEnded { return "ended" }
    if let done = order.doneBy { return "done, \(model.technicianName(done) ?? "by somebody")" }
    return model.technicianName(order.technician) ?? "nobody"
  }

  /// What a row says: the call, and at its end how it stands.
  func words(of row: CallDesk.Row) -> (words: String, tail: String, role: StyleRole) {
    switch row {
    case .draft(let draft): return ("begun \(model.draftWords(draft))", "draft", .resultWarning)
    case .order(let id):
      guard let order = model.office.order(id) else { return ("", "", .plain) }
      let place = [model.siteName(of: order), order.summary].compactMap(\.self).joined(separator: " · ")
      let calls = order.furtherCalls > 0 ? "  +\(order.furtherCalls)" : ""
      return (
        "\(model.words(order.receivedAt))  \(order.number)  \(order.priority.text)\(calls)  \(place)",
        tail(of: order), order.priority.role
      )
    }
  }
}
