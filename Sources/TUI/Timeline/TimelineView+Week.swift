import Domain
import Terminal

/// The timeline of a week: a day a column, with how full it is.
extension TimelineView {
  private var dayWidth: Int { max(5, axis.columns / 7) }

  /// The dates; today and the day that is chosen stand out.
  func drawDays(_ model: Model, on canvas: inout Canvas) {
    let today = model.office.today(at: model.now)
    for number in 0..<7 {
      let day = model.timeline.monday.adding(days: number)
      let role: StyleRole = day == today ? .timelineNow : day == model.timeline.day ? .title : .timelineAxis
      let mark = day == model.timeline.day ? "▸" : " "
      canvas.put(
        "\(mark)\(day.weekday.short) \(day.day)", at: place(of: number), style: role.style, width: dayWidth,
        ellipsis: true)
    }
  }

  /// `4 visits 62%`; `▲` where a day holds more than it can.
  func draw(_ week: [DayBalance], _ model: Model, on canvas: inout Canvas) {
    for (number, balance) in week.enumerated() {
      let isChosen = model.timeline.monday.adding(days: number) == model.timeline.day
      let (text, role) = cell(balance)
      canvas.put(
        (isChosen ? "▸" : " ") + text, at: place(of: number), style: role.style, width: dayWidth,
        ellipsis: true)
    }
  }

  private func cell(_ balance: DayBalance) -> (String, StyleRole) {
    if balance.working == .zero, balance.visits == 0 { return ("off", .timelineOff) }
    let sign = balance.excess.isEmpty ? "" : "▲"
    let load = "\(sign)\(balance.loadPercent)%"
    let words = balance.visits == 1 ? "1 visit" : "\(balance.visits) visits"
    let text = dayWidth >= 14 ? "\(load) \(words)" : dayWidth >= 9 ? "\(load) \(balance.visits)" : load
    return (text, balance.excess.isEmpty ? balance.visits == 0 ? .dim : .plain : .visitConflict)
  }

  private func place(of day: Int) -> Point { Point(column: axis.nameWidth + 1 + day * dayWidth, row: 0) }
}
