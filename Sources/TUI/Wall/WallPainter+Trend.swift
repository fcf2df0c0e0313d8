import Domain
import Terminal
import Verbs

/// The page of the shift's hours: what came in, what was done, how the clocks were kept.
extension WallPainter {
  private struct Chart {
    let title: String
    let values: [Int?]
    let top: Int?
    let role: StyleRole
  }

  func drawTrend(on canvas: inout Canvas) {
    let charts = charts
    let columns = canvas.width >= 120 ? 2 : 1
    let rows = (charts.count + columns - 1) / columns
    let width = canvas.width / columns
    let height = max(3, canvas.height / rows)
    for (index, chart) in charts.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let rect = Rect(
        column: column * width, row: row * height, width: width - (columns > 1 ? 3 : 0),
        height: min(height, canvas.height - row * height))
      canvas.draw(in: rect) { draw(chart, on: &$0) }
    }
  }

  private var charts: [Chart] {
    let hours = wall.trend
    let received = hours.map(\.received)
    let done = hours.map(\.done)
    let most = max(1, (received + done).max() ?? 1)
    return [
      Chart(title: title("CALLS", received), values: received, top: most, role: .fieldValue),
      Chart(title: title("DONE", done), values: done, top: most, role: .slaOK),
      Chart(
        title: title(.responseMet), values: hours.map(\.response.percent), top: 100,
        role: role(.responseMet)),
      Chart(title: title(.fixMet), values: hours.map(\.fix.percent), top: 100, role: role(.fixMet))
    ]
  }

  /// `CALLS 34, this hour 5, most 9`.
  private func title(_ name: String, _ values: [Int]) -> String {
    "\(name) \(values.reduce(0, +)), this hour \(values.last ?? 0), most \(values.max() ?? 0)"
  }

  private func title(_ name: Counter.Name) -> String {
    guard let counter = wall.counters.first(where: { $0.name == name }) else { return "" }
    return WallWords.figure(counter, []).trimmed + ", by the hour"
  }

  private func role(_ name: Counter.Name) -> StyleRole {
    switch wall.counters.first(where: { $0.name == name })?.isOnTarget {
    case true?: .slaMet
    case false?: .slaBreached
    case nil: .slaOK
    }
  }

  private func draw(_ chart: Chart, on canvas: inout Canvas) {
    canvas.put(
      chart.title, at: .zero, style: StyleRole.heading.style.dimmed(isOld), width: canvas.width,
      ellipsis: true)
    let columns = max(1, min(6, canvas.width / max(1, max(24, chart.values.count))))
    let hasAxis = canvas.height >= 4
    let bars = Rect(
      column: 0, row: 1, width: canvas.width, height: max(1, canvas.height - (hasAxis ? 3 : 2)))
    Bars(chart.values, top: chart.top).draw(on: &canvas, in: bars, columns: columns, style: style(chart.role))
    guard hasAxis else { return }
    // A label every few hours, where two digits and a blank have room.
    let every = max(1, (2 + columns) / columns)
    for (index, hour) in wall.trend.enumerated() where index.isMultiple(of: every) {
      let clock = model.office.zone.civil(at: hour.begins).time.text.prefix(2)
      canvas.put(
        String(clock), at: Point(column: index * columns, row: bars.endRow), style: style(.dim))
    }
  }
}
