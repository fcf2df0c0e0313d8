/// At which instant a row or a card is read, so that a board stands still within a minute.
///
/// What runs is read at the beginning of the running minute, or at the last instant since then at which
/// something about the thing itself happened: it was changed, a clock of its own turned, a visit's time was
/// up. States are therefore exact to the second, and what merely grows or shrinks moves once a minute.
struct ReadingInstant: Hashable, Sendable {
  /// When the thing's state turns if nothing happens, in order.
  let flips: [Timestamp]
  let changedAt: Timestamp

  init(flips: [Timestamp], changedAt: Timestamp) {
    // A handful at most, for each of ten thousand orders.
    var ordered: [Timestamp] = []
    for flip in flips {
      let place = ordered.firstIndex { $0 >= flip } ?? ordered.count
      if place == ordered.count || ordered[place] != flip { ordered.insert(flip, at: place) }
    }
    self.flips = ordered
    self.changedAt = changedAt
  }

  func instant(at now: Timestamp) -> Timestamp {
    let last = flips.last { $0 <= now } ?? .distantPast
    return min(now, max(now.startOfMinute, changedAt, last))
  }

  /// The last instant at which something about the thing happened: where it is read while nothing of it moves.
  func still(at now: Timestamp) -> Timestamp {
    min(now, max(changedAt, flips.last { $0 <= now } ?? changedAt))
  }

  /// When it must be read again: at its next flip, and at the next minute if it `moves`.
  func next(after now: Timestamp, moves: Bool) -> Timestamp? {
    let flip = flips.first { $0 > now }
    if !moves { return flip }
    let minute = now.startOfMinute + .minutes(1)
    return flip.map { min($0, minute) } ?? minute
  }
}

extension Timestamp {
  public var startOfMinute: Timestamp { Timestamp(seconds: floorDivision(seconds, 60) * 60) }
  static let distantPast = Timestamp(seconds: .min)
}
