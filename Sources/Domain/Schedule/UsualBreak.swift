/// Work that takes somebody's time, with the way to it before.
public struct Engagement: Hashable, Sendable {
  public let range: TimeRange
  public let way: Span

  public init(_ range: TimeRange, way: Span = .zero) { (self.range, self.way) = (range, way) }
}

/// A break of every day: when it is taken, and when it begins at the latest.
public struct UsualBreak: Hashable, Sendable {
  public let time: TimeRange
  public let latest: Timestamp

  /// By so much the way on may be short after a break: it is reckoned, and nobody is asked anew for so little.
  static let slack = Span.minutes(5)
}

extension Office {
  /// Somebody's usual breaks in his working time of a day, each where the work around it puts it off to; where it finds no
  /// room at all it stays as usual. One within an absence is none.
  public func breaks(
    of technician: Technician, on day: CivilDate, around work: [Engagement] = []
  ) -> [UsualBreak] {
    if technician.breaks.isEmpty { return [] }
    let working = workingRanges(of: technician, on: day)
    return technician.breakRanges(around: day, zone).flatMap { pause -> [UsualBreak] in
      if technician.absences.contains(where: { $0.range.contains(pause) }) { return [] }
      let taken = time(of: pause, of: technician, around: work) ?? pause
      return working.compactMap { $0.overlap(taken) }.map { time in
        UsualBreak(time: time, latest: max(time.start, latestStart(of: pause, of: technician)))
      }
    }
  }

  /// The breaks that somebody takes at another time by one schedule of a day than by another.
  public func breaksPutOff(
    of technician: Technician, on day: CivilDate, from before: ScheduleIndex, to after: ScheduleIndex
  ) -> [TimeRange] {
    if technician.breaks.isEmpty { return [] }
    func times(_ index: ScheduleIndex) -> [TimeRange] {
      let stops = schedule(of: technician, on: day, in: index)
      return breaks(of: technician, on: day, around: stops.map(\.engagement)).map(\.time)
    }
    let known = times(before)
    return times(after).filter { !known.contains($0) }
  }

  /// When somebody takes one of his usual breaks with this work around it: as usual where nothing lies over it, else as
  /// soon as there is room for all of it; nil where that would be put off by more than the office lets a break move, or
  /// beyond the end of his shift.
  func time(of pause: TimeRange, of technician: Technician, around work: [Engagement]) -> TimeRange? {
    guard work.contains(where: { $0.range.overlaps(pause) }) else { return pause }
    let latest = latestStart(of: pause, of: technician)
    let others = usualBreaks(of: technician, in: TimeRange(start: pause.end, end: latest + pause.length))
    let taken = work.map(\.whole) + technician.absences.map(\.range) + others
    return work.map(\.range.end).filter { pause.start < $0 && $0 <= latest }.sorted()
      .map { TimeRange(start: $0, length: pause.length) }
      .first { moved in !taken.contains { $0.overlaps(moved) } }
  }

  private func latestStart(of pause: TimeRange, of technician: Technician) -> Timestamp {
    let shiftEnd = shift(of: technician, at: pause.start)?.end ?? pause.end
    return max(pause.start, min(pause.start + limits.breaksMoveBy, shiftEnd - pause.length))
  }
}

extension Engagement {
  /// From when on he sets out to it, at the latest, until it is over.
  fileprivate var whole: TimeRange {
    TimeRange(start: range.start - max(.zero, way - UsualBreak.slack), end: range.end)
  }
}

extension RuleCheck {
  /// A usual break that would find no room within what a break may be put off, where this visit is why. A visit that
  /// begins while he is in one is another rule's.
  var overBreak: BrokenRule.Evidence? {
    if presentBreak != nil { return nil }
    let reach = TimeRange(start: range.start - office.limits.breaksMoveBy, end: range.end)
    return office.usualBreaks(of: technician, in: reach).first { pause in
      let taken = office.time(of: pause, of: technician, around: engagements(with: false))
      guard index.now < (taken ?? pause).end,
        !technician.absences.contains(where: { $0.range.contains(pause) }),
        office.time(of: pause, of: technician, around: engagements(with: true)) == nil
      else { return false }
      return taken != nil || range.overlaps(pause)
    }
    .map { .overBreak($0) }
  }

  /// The usual break that he is in by now and would still be in when the visit begins, after what he was on.
  var presentBreak: TimeRange? {
    let reach = TimeRange(start: index.now - office.limits.breaksMoveBy, end: index.now + .seconds(1))
    return office.usualBreaks(of: technician, in: reach)
      .compactMap { office.time(of: $0, of: technician, around: engagements(with: false)) }
      .first { $0.contains(index.now) && $0.contains(range.start) }
  }

  /// His visits in order with the ways between them, what is over included, with the one that is wanted or without it; a
  /// way that is only guessed counts as none.
  private func engagements(with isWanted: Bool) -> [Engagement] {
    let past = index.pastVisits(of: technician.id)
    var stops = (past + others).map { (range: $0.range, place: $0.place) }
    if isWanted { stops.append((range, office.site(order.site)?.coordinates)) }
    stops.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return stops.indices.map { number in
      guard number > 0 else { return Engagement(stops[number].range) }
      let way = office.travel(
        from: stops[number - 1].place, to: stops[number].place, at: stops[number].range.start)
      return Engagement(stops[number].range, way: way.isGuess ? .zero : way.span)
    }
  }
}
