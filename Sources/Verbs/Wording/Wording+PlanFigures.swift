public import DayPlan
import Domain

/// What a plan comes to, in figures.
extension Wording {
  /// `late 1:40 → 0:10 · clocks missed 2 → 0 · 148 → 131 km`: what differs, and what people always ask for.
  public func figures(_ before: DayFigures, _ after: DayFigures) -> [String] {
    var words = ["late \(minutes(before.late)) → \(minutes(after.late))"]
    words.append("clocks missed \(before.breaches) → \(after.breaches)")
    words.append("\(whole(before)) → \(whole(after)) km")
    words.append("driving \(driving(before)) → \(driving(after))")
    if before.brokenPromises != after.brokenPromises {
      words.append("promises broken \(before.brokenPromises) → \(after.brokenPromises)")
    }
    if before.overtime != after.overtime {
      words.append("overtime \(minutes(before.overtime)) → \(minutes(after.overtime))")
    }
    if before.open != after.open { words.append("waiting \(before.open) → \(after.open)") }
    return words + [ways(after)]
  }

  /// What the figures of a plan count.
  public static let figuresCount =
    "late: by how much all visits together begin after they are due, by their clocks and by what the customer was "
    + "promised; what nobody has counts as if it began when the day is over, so that finding somebody for old work "
    + "saves hours. clocks missed: those that run now and would be missed. km and driving: all ways of the day, home "
    + "included. waiting: orders that nobody has."

  /// What another order of somebody's visits is for: `saves 18 min of driving and 11 km, and 40 min of being late`.
  public func saved(_ kind: PlanOption.Kind, _ before: DayFigures, _ after: DayFigures) -> String? {
    switch kind {
    case .reordered, .shared: break
    case .given, .givenWithRoom, .rearranged, .told, .givenAway, .pushed, .fits, .next, .instead, .fills,
      .filled, .together:
      return nil
    }
    let driving = before.driving - after.driving
    let metres = before.metres - after.metres
    let late = before.late - after.late
    let isShorter = driving >= .zero
    let way =
      "\(isShorter ? "saves" : "takes") \(TimeWords.length(isShorter ? driving : .zero - driving)) "
      + "\(isShorter ? "" : "more ")of driving and \(kilometres(metres)) km"
    return late > .zero ? "\(way), and \(TimeWords.length(late)) of being late" : way
  }

  /// Rounded to whole ones, or to tenths below ten.
  private func kilometres(_ metres: Int) -> String {
    let tenths = (metres.magnitude + 50) / 100
    let words = tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
    return metres < 0 && tenths > 0 ? "-\(words)" : words
  }

  private func minutes(_ span: Span) -> String { "\(span.seconds / 60) min" }

  /// Kilometres, with `~` where some of the ways are not known.
  private func whole(_ figures: DayFigures) -> String {
    "\(figures.guessedWays > 0 ? "~" : "")\((figures.metres + 500) / 1_000)"
  }

  /// What the ways are taken from: `ways by distance`, `ways 3 guessed, 12 measured, 20 by distance`.
  private func ways(_ figures: DayFigures) -> String {
    if figures.guessedWays + figures.measuredWays == 0 { return "ways by distance" }
    let counts = [
      (figures.guessedWays, "guessed"), (figures.measuredWays, "measured"),
      (figures.ways - figures.guessedWays - figures.measuredWays, "by distance")
    ]
    return "ways " + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// With `~` where some of the ways are only guessed.
  private func driving(_ figures: DayFigures) -> String {
    "\(figures.guessedWays > 0 ? "~" : "")\(TimeWords.length(figures.driving))"
  }
}
