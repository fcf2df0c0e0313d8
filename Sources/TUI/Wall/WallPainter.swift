import Domain
import Terminal
import Verbs

/// Draws the wall: a line that says how old it is, one page, and a line of keys for whoever comes near.
struct WallPainter {
  let model: Model
  let wall: Wall
  let isOld: Bool

  init(_ model: Model, _ wall: Wall) {
    self.model = model
    self.wall = wall
    isOld = model.outdated != nil
  }

  /// What a page has between the header and the last line.
  var body: Rect {
    Rect(column: 1, row: 1, width: max(0, model.size.width - 2), height: max(0, model.size.height - 2))
  }

  func draw(on canvas: inout Canvas) {
    drawHeader(on: &canvas)
    canvas.draw(in: body) { canvas in
      switch wall.page {
      case .now: drawNow(on: &canvas)
      case .technicians: drawTechnicians(on: &canvas)
      case .breaches: drawBreaches(on: &canvas)
      case .trend: drawTrend(on: &canvas)
      }
    }
    drawLastLine(on: &canvas)
  }

  /// How many screenfuls a page takes.
  func parts(of page: Wall.Page) -> Int {
    let (rows, height) =
      switch page {
      case .now, .trend: (1, 1)
      case .technicians: (model.board.technicians.count, technicianRows * technicianColumns)
      case .breaches: (wall.lines.count, max(1, body.height - 2))
      }
    return max(1, (rows + height - 1) / max(1, height))
  }

  /// Digits of old figures go dim, so that nobody takes them for the present.
  func style(_ role: StyleRole) -> Style { role.style.dimmed(isOld) }
}

extension WallPainter {
  private func drawHeader(on canvas: inout Canvas) {
    let row = Rect(column: 0, row: 0, width: canvas.width, height: 1)
    let style = StyleRole.header.style.reversed(isOld).bold(isOld)
    canvas.fill(row, style: style)
    let right = place
    let room = canvas.width - displayWidth(of: right) - 3
    let column =
      1
      + canvas.put(
        model.office.profile.name.uppercased(), at: Point(column: 1, row: 0), style: style.bold(),
        width: max(0, min(displayWidth(of: model.office.profile.name.uppercased()), room / 3)), ellipsis: true
      )
    let words = said.first { displayWidth(of: $0) <= room - column - 3 } ?? said.last ?? ""
    canvas.put(
      "   " + words, at: Point(column: column, row: 0), style: style, width: max(0, room - column),
      ellipsis: true)
    canvas.put(
      right, at: Point(column: max(0, canvas.width - displayWidth(of: right) - 1), row: 0), style: style)
  }

  /// The hour and the link, or of when all this is; the longest first.
  private var said: [String] {
    let civil = model.office.zone.civil(at: model.now)
    let time = model.office.zone.clock(at: model.now) + (model.clockNote.map { " \($0)" } ?? "")
    if let old = model.outdated {
      let since = TimeWords.instant(old.since, now: model.now, model.office.zone)
      let length = model.now - old.since
      let words = length < .minutes(2) ? "\(length.seconds) s" : TimeWords.estimate(length)
      let age = "AS OF \(since), \(words) old"
      return ["\(age) · \(old.why) · now \(time)", "\(age) · \(old.why)", age]
    }
    let link =
      switch model.link {
      case .local, .notSaving: "● local"
      case .office(let link, let waiting): Sentences.link(link, waiting: waiting, in: model.office.zone)
      }
    return ["\(TimeWords.day(civil.date))   \(time)   \(link)", "\(time)   \(link)", time]
  }

  /// `page 1 of 4: now`, `page 2 of 4: technicians, 2 of 3, stopped`.
  private var place: String {
    let parts = parts(of: wall.page)
    let part = parts > 1 ? ", \(min(wall.part, parts - 1) + 1) of \(parts)" : ""
    return
      "page \(wall.page.rawValue) of \(Wall.Page.allCases.count): \(wall.page.words)\(part)\(wall.isStopped ? ", stopped" : "")"
  }

  private func drawLastLine(on canvas: inout Canvas) {
    let row = Rect(column: 0, row: canvas.height - 1, width: canvas.width, height: 1)
    if let result = model.result, model.resultLines.count < 2 {
      return canvas.draw(in: row) { $0.drawResult(result) }
    }
    let hints = model.hints(
      [
        ("board.stop", wall.isStopped ? "go on" : "stop"), ("page.next", "page"), ("move.down", "line"),
        (OpenVerb.name, "open"), (ReviewVerb.name, "review"), ("explain", "meaning"),
        ("help.open", "help")
      ], in: KeyContexts.board)
    canvas.put(
      hints, at: Point(column: 1, row: row.row), style: StyleRole.dim.style, width: max(0, canvas.width - 2),
      ellipsis: true)
  }
}
