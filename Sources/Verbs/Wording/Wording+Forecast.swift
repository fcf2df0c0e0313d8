public import Domain

extension Wording {
  /// A line for each day with a bar, the trades of which there is too much work below it, then what no day holds.
  public func forecast(from day: CivilDate, days: Int) -> [String] {
    let forecast = office.forecast(from: day, days: days, at: now)
    var lines = ["Day         Load               Time      Who  Planned  Waiting"]
    for one in forecast.days {
      if one.id.weekday == .monday, one.id != forecast.days.first?.id { lines.append("") }
      lines.append(line(one))
      lines += one.trades.filter { $0.figures.isShort && one.whole.open > .zero }.map(short)
    }
    let short = forecast.days.filter(\.whole.isShort)
    lines.append("")
    lines.append(
      short.isEmpty
        ? "No day has more work than time for it; travel is not counted."
        : "More work than time on \(short.map { TimeWords.day($0.id) }.joined(separator: ", ")); travel is not counted."
    )
    if forecast.later > 0 {
      lines.append("\(Wording.counted(forecast.later, "order")) that nobody has fall due after these days.")
    }
    return lines
  }

  /// `Wed 25 Nov  ███████░░░   72 %  61 h       8  40 h     4 h, 3 orders`.
  private func line(_ day: Forecast.Day) -> String {
    let figures = day.whole
    let name = TimeWords.day(day.id).padded(12)
    guard let percent = figures.percent else {
      return figures.needed == .zero
        ? name + "nobody works" : name + "nobody works".padded(34) + work(figures)
    }
    let full = min(10, (percent + 5) / 10)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full)
    let share = String(repeating: " ", count: max(0, 4 - String(percent).count)) + "\(percent) %"
    let who = String(repeating: " ", count: max(0, 3 - String(figures.technicians).count))
    return "\(name)\(bar) \(share)  \(Wording.hours(figures.open).padded(9)) \(who)\(figures.technicians)  "
      + work(figures)
  }

  private func short(_ line: Forecast.Line) -> String {
    let name = "  ! \(line.trade.name.clipped(22))".padded(29)
    let who = String(repeating: " ", count: max(0, 3 - String(line.figures.technicians).count))
    return "\(name)  \(Wording.hours(line.figures.open).padded(9)) \(who)\(line.figures.technicians)  "
      + work(line.figures)
  }

  private func work(_ figures: Forecast.Figures) -> String {
    let waiting =
      figures.orders == 0
      ? "" : "\(Wording.hours(figures.waiting)), \(Wording.counted(figures.orders, "order"))"
    let line = Wording.hours(figures.planned).padded(9) + waiting
    return figures.isShort ? line + " !" : String(line.reversed().drop { $0 == " " }.reversed())
  }
}
