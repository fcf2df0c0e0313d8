/// How far something is that takes long, in one row: `import ▓▓▓▓░░░░ 1200 of 3000 40 %`.
public struct ProgressLine: Hashable, Sendable {
  public var label: String
  public var done: Int
  /// Nil while nobody knows how much there is.
  public var total: Int?

  public init(label: String, done: Int, total: Int?) {
    self.label = label
    self.done = done
    self.total = total
  }

  /// Whole percent, never 100 before all is done; nil while nobody knows how much there is.
  public var percent: Int? {
    guard let total, total > 0 else { return total == nil ? nil : 100 }
    let (product, overflow) = max(0, done).multipliedReportingOverflow(by: 100)
    return min(done >= total ? 100 : 99, overflow ? done / max(1, total / 100) : product / total)
  }

  /// Draws label, bar and figures; the bar gives way where there is no room for all.
  public func draw(on canvas: inout Canvas, at point: Point, width: Int, style: Style = .plain) {
    let figures = total.map { "\(done) of \($0) \(percent ?? 0) %" } ?? "\(done)"
    let barWidth = width - displayWidth(of: label) - displayWidth(of: figures) - 2
    var line = label
    if barWidth >= 4, let percent {
      let filled = barWidth * percent / 100
      line += " " + String(repeating: "▓", count: filled) + String(repeating: "░", count: barWidth - filled)
    }
    canvas.put(line + " " + figures, at: point, style: style, width: width, ellipsis: true)
  }
}
