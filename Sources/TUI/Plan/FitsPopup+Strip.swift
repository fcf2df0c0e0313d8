import Domain
import Terminal
import Verbs

/// What speaks for and against whoever is marked, from the plan as it is.
extension FitsPopup {
  func strip(_ model: Model, width: Int) -> [PageLine] {
    guard list.candidates != nil else { return [PageLine("Looking who can take it.", .dim)] }
    guard list.rows.indices.contains(list.index) else {
      return [
        PageLine(
          "The office has no technicians: \(model.wording.call(TechnicianAddVerb.name)) adds one.", .dim)
      ]
    }
    var lines: [PageLine] = []
    switch list.rows[list.index] {
    case .fits(let candidate): lines = strip(candidate, model, width: width)
    case .cannot(let refused):
      lines = PageLine.text("no     " + model.wording.refusal(of: refused), width: width, .resultWarning)
    }
    if let late = list.missedAsTyped(model) {
      lines.insert(contentsOf: PageLine.text(late, width: width, .slaBreached), at: 0)
    }
    if let said = list.said {
      lines.insert(contentsOf: PageLine.text(said, width: width, .resultWarning), at: 0)
    }
    return list.typing != nil || isAnythingTyped ? lines + [PageLine()] : lines
  }

  private var isAnythingTyped: Bool { !list.time.isEmpty || !list.length.isEmpty || !list.note.isEmpty }

  private func strip(_ candidate: Candidate, _ model: Model, width: Int) -> [PageLine] {
    let wording = model.wording
    var lines: [PageLine] = []
    for missed in list.missed(candidate, model) {
      lines += PageLine.text("✗      \(missed)", width: width, .slaBreached)
    }
    for warning in wording.warnings(of: candidate) {
      lines += PageLine.text("warn   \(warning)", width: width, .resultWarning)
    }
    if !candidate.moves.isEmpty {
      lines += PageLine.text(
        "moves  " + wording.moves(candidate.moves).dropFirst(6), width: width, .resultWarning)
    }
    let skill = candidate.skill.map { "\(model.shown($0.trade)) \(Wording.roman($0.level))" }
    let facts =
      [skill, "load \(candidate.loadBefore)→\(candidate.loadAfter) %"].compactMap(\.self)
      + wording.vendor(of: candidate) + candidate.facts.map { wording.fact($0) }
    lines += PageLine.text("for    " + facts.joined(separator: " · "), width: width)
    lines += PageLine.text(
      "way    \(wording.way(candidate.travel)) \(wording.origin(candidate.from))", width: width)
    lines += PageLine.text("cost   " + wording.costs(candidate.costs), width: width, .fieldNote)
    lines.append(PageLine("told   " + list.told(model), .fieldNote))
    return lines
  }

  func drawStrip(on canvas: inout Canvas, row: Int, _ model: Model) {
    let width = canvas.width - 4
    let lines = strip(model, width: width)
    LaneSheet.drawStrip(heading(model), lines, on: &canvas, row: row)
    let room = canvas.height - row - 2
    guard room > 0, list.typing != nil || isAnythingTyped else { return }
    let last = row + min(room, max(1, lines.count))
    canvas.fill(Rect(column: 2, row: last, width: width, height: 1))
    list.drawEntry(on: &canvas, at: Point(column: 2, row: last), width: width)
  }

  private func heading(_ model: Model) -> String {
    guard let candidate = marked else {
      guard list.rows.indices.contains(list.index), case .cannot(let refused) = list.rows[list.index] else {
        return "Who fits"
      }
      return "\(refused.name) cannot"
    }
    return
      "If given: \(candidate.name) \(TimeWords.range(candidate.range, now: model.now, model.office.zone))"
  }
}
