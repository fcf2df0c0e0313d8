public import Domain

extension Wording {
  /// A line for each day with a bar, the trades of which there is too much work below it, then what no day holds.
  public func forecast(from day: CivilDate, days: Int) -> [String] {
    let forecast = office.forecast(from: day, days: days, at: now)
    var lines = ["Work against working time, without travel; ! is more than there is time for."]
    for one in forecast.days {
      if one.id.weekday == .monday, one.id != forecast.days.first?.id { lines.append("") }
      lines.append(line(one))
      lines += one.trades.filter { $0.figures.isShort && one.whole.open > .zero }.map(short)
    }
    let short = forecast.days.filter(\.whole.isShort)
    lines.append("")
    lines.append(
      short.isEmpty
        ? "No day has more work than time for it."
        : "Too much on \(short.map { date($0.id) }.joined(separator: ", ")).")
    if forecast.later > 0 {
      lines.append("\(Wording.counted(forecast.later, "order")) that nobody has fall due after these days.")
    }
    return lines
  }

  /// `Wed 25 Nov  ███████░░░  72 %  8 technicians 61 h: 40 h planned, 4 h waiting (3 orders)`.
  private func line(_ day: Forecast.Day) -> String {
    let figures = day.whole
    let name = date(day.id).padded(12)
    guard let percent = figures.percent else {
      return figures.needed == .zero ? "\(name)nobody works" : "\(name)nobody works: \(work(figures)) !"
    }
    let full = min(10, (percent + 5) / 10)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full)
    let share = String("\(percent) %").padded(7)
    return "\(name)\(bar)  \(share)\(Wording.counted(figures.technicians, "technician")) "
      + "\(Wording.hours(figures.open)): \(work(figures))\(figures.isShort ? " !" : "")"
  }

  private func short(_ line: Forecast.Line) -> String {
    let figures = line.figures
    return "  ! \(line.trade.name): \(work(figures)), "
      + "\(Wording.counted(figures.technicians, "technician")) \(Wording.hours(figures.open))"
  }

  private func work(_ figures: Forecast.Figures) -> String {
    let waiting =
      figures.orders == 0
      ? "" : ", \(Wording.hours(figures.waiting)) waiting (\(Wording.counted(figures.orders, "order")))"
    return "\(Wording.hours(figures.planned)) planned\(waiting)"
  }

  private func date(_ day: CivilDate) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(day.weekday.short) \(day.day) \(months[day.month - 1])"
  }
}
