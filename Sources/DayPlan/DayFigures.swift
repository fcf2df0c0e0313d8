public import Domain

/// What a plan of the rest of the day comes to, in figures that people weigh.
public struct DayFigures: Hashable, Sendable {
  /// By how much visits begin after they are due, all together, and how many do; what nobody has begins when the day
  /// is over.
  public var late: Span = .zero
  public var lateVisits = 0
  /// Clocks that would be missed and are not missed yet.
  public var breaches = 0
  /// Times promised to customers that nobody would keep.
  public var brokenPromises = 0
  public var driving: Span = .zero
  /// Along the road, where both ends are known.
  public var metres = 0
  /// Ways of which an end is not known, so that they are only guessed.
  public var guessedWays = 0
  /// Ways whose length somebody has measured between zones, and all that lead anywhere.
  public var measuredWays = 0
  public var ways = 0
  public var overtime: Span = .zero
  /// Work that nobody has.
  public var open = 0

  public init() {}

  static func += (sum: inout DayFigures, other: DayFigures) {
    sum.late = sum.late + other.late
    sum.lateVisits += other.lateVisits
    sum.breaches += other.breaches
    sum.brokenPromises += other.brokenPromises
    sum.driving = sum.driving + other.driving
    sum.metres += other.metres
    sum.guessedWays += other.guessedWays
    sum.measuredWays += other.measuredWays
    sum.ways += other.ways
    sum.overtime = sum.overtime + other.overtime
    sum.open += other.open
  }
}

extension RunningDay {
  /// The figures of everybody's day with some changes, by member, and last of what nobody has.
  func shares(with changes: [PlanChange] = []) -> [DayFigures] { shares(changes, nil) }

  /// The figures of the day with some changes, where those without any are known: only whose day changes is gone
  /// through again.
  func figures(with changes: [PlanChange], from shares: [DayFigures]) -> DayFigures {
    self.shares(changes, shares).reduce(into: DayFigures()) { $0 += $1 }
  }

  private func shares(_ changes: [PlanChange], _ known: [DayFigures]?) -> [DayFigures] {
    var stands: [Int: (member: Int, at: Timestamp)] = [:]
    for (piece, one) in pieces.enumerated() {
      if let holder = one.holder, let start = one.start { stands[piece] = (holder, start) }
    }
    var later: [Int: Timestamp] = [:]
    for change in changes {
      guard let piece = places[change.id] else { continue }
      stands[piece] = nil
      if let spot = spot(of: change) {
        stands[piece] = (spot.member, instant(spot.start))
      } else if change.to.technician != nil {
        later[piece] = change.to.start
      }
    }
    var shares = known ?? Array(repeating: DayFigures(), count: crew.count + 1)
    let touched = Set(
      changes.flatMap { [$0.from.technician, $0.to.technician] }.compactMap { $0.flatMap(member) })
    let own = Dictionary(grouping: stands, by: \.value.member)
    for member in crew.indices where known == nil || touched.contains(member) {
      let mine = (own[member] ?? []).map { (piece: $0.key, at: $0.value.at) }
        .sorted { ($0.at, pieces[$0.piece].number, $0.piece) < ($1.at, pieces[$1.piece].number, $1.piece) }
      shares[member] = DayFigures()
      if !mine.isEmpty { count(mine, of: member, &shares[member]) }
    }
    var open = DayFigures()
    for piece in pieces.indices where stands[piece] == nil && pieces[piece].order != nil {
      if later[piece] == nil { open.open += 1 }
      judge(pieces[piece], beginning: later[piece] ?? dayEnd, &open)
    }
    shares[crew.count] = open
    return shares
  }

  private func count(_ mine: [(piece: Int, at: Timestamp)], of member: Int, _ figures: inout DayFigures) {
    let way = way(through: mine, of: member)
    for (piece, start) in zip(mine.map(\.piece), way.starts) {
      judge(pieces[piece], beginning: start, &figures)
    }
    for leg in way.legs {
      figures.driving += leg.span
      figures.metres += leg.metres ?? 0
      figures.guessedWays += leg.isGuess ? 1 : 0
      figures.measuredWays += leg.isMeasured ? 1 : 0
      figures.ways += leg.source == .samePlace ? 0 : 1
    }
    if crew[member].shift.end < way.home {
      figures.overtime += way.home - crew[member].shift.end
    }
  }

  private func place(of piece: Int, _ member: Int) -> Coordinates? {
    pieces[piece].order.map { office.site($0.site)?.coordinates } ?? pieces[piece].place
      ?? crew[member].technician.home
  }

  private func judge(_ piece: Piece, beginning start: Timestamp, _ figures: inout DayFigures) {
    if let due = piece.due, due < start {
      figures.late += start - due
      figures.lateVisits += 1
    }
    figures.breaches += piece.clocks.count { $0 < start }
    if let window = piece.order?.window, window.end < start { figures.brokenPromises += 1 }
  }
}

extension RunningDay {
  /// One way through somebody's visits: when each begins, what he drives to each and home, and when he is there.
  struct Way {
    var starts: [Timestamp] = []
    var legs: [Travel] = []
    var home: Timestamp
    var late: Span = .zero
  }

  /// Each visit when it is planned or as soon as he is there, his break where it makes the least late.
  func way(through mine: [(piece: Int, at: Timestamp)], of member: Int) -> Way {
    let breaks = crew[member].lunch == nil ? [] : Array(0...mine.count)
    let ways = breaks.compactMap { way(through: mine, of: member, restingBefore: $0) }
    return ways.min { ($0.late, $0.home) < ($1.late, $1.home) }
      ?? way(through: mine, of: member, restingBefore: nil) ?? Way(home: crew[member].free)
  }

  private func way(
    through mine: [(piece: Int, at: Timestamp)], of member: Int, restingBefore rest: Int?
  ) -> Way? {
    var way = Way(home: crew[member].free)
    var time = crew[member].free
    var place = crew[member].place
    func pause() -> Bool {
      guard let lunch = crew[member].lunch, time <= lunch.latest else { return false }
      time = max(time, lunch.start) + lunch.length
      return true
    }
    for (number, visit) in mine.enumerated() {
      if number == rest, !pause() { return nil }
      let to = self.place(of: visit.piece, member)
      // Nobody sets out before he has to: the pace is that of the hour at which the visit stands.
      let leg = office.travel(from: place, to: to, at: max(visit.at, time))
      time = max(visit.at, time + leg.span)
      way.legs.append(leg)
      way.starts.append(time)
      let due = min(pieces[visit.piece].due ?? visit.at, visit.at)
      if due < time { way.late += time - due }
      time += pieces[visit.piece].length
      place = to
    }
    if mine.count == rest, !pause() { return nil }
    if let home = crew[member].technician.home {
      let leg = office.travel(from: place, to: home, at: time)
      way.legs.append(leg)
      time += leg.span
    }
    way.home = time
    return way
  }
}
