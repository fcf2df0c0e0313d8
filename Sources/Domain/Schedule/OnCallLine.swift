/// Who answers out of hours for a trade, and who takes over.
public struct OnCallLine: Hashable, Sendable {
  /// Nil for the turns that stand for every trade.
  public let trade: Trade?
  public let now: OnCallTurn?
  public let next: OnCallTurn?

  public init(trade: Trade?, now: OnCallTurn?, next: OnCallTurn?) {
    self.trade = trade
    self.now = now
    self.next = next
  }
}

extension Office {
  /// Who is on call at an instant, and the turn that begins next.
  ///
  /// A turn for the trade goes before one for all trades, among equals the one that began last; without a trade only
  /// the turns for all trades count. Technicians who have left are passed over.
  public func onCall(at instant: Timestamp, trade: Trade?) -> (now: OnCallTurn?, next: OnCallTurn?) {
    let turns = onCall.filter {
      ($0.trade == nil || $0.trade == trade) && technician($0.technician)?.isActive == true
    }
    let current = turns.filter { $0.from <= instant && instant < $0.to }
    let now = current.last { $0.trade == trade } ?? current.last
    let coming = turns.filter { instant < $0.from }
    let first = coming.map(\.from).min()
    let next = coming.filter { $0.from == first }
    return (now, next.last { $0.trade == trade } ?? next.last)
  }

  /// The rota: a line for all trades and one for each trade with turns of its own, by name.
  public func onCallRota(at instant: Timestamp) -> [OnCallLine] {
    let own = Set(onCall.filter { instant < $0.to }.map(\.trade))
    let trades = own.sorted { ($0?.name ?? "") < ($1?.name ?? "") }
    return trades.compactMap { trade in
      let turn = onCall(at: instant, trade: trade)
      if turn.now == nil, turn.next == nil { return nil }
      return OnCallLine(trade: trade, now: turn.now, next: turn.next)
    }
  }

  /// Whether a technician has a turn at an instant; with a trade, one that stands for it.
  public func isOnCall(_ technician: Technician.ID, at instant: Timestamp, trade: Trade? = nil) -> Bool {
    onCallTurn(of: technician, at: instant, trade: trade) != nil
  }

  func onCallTurn(of technician: Technician.ID, at instant: Timestamp, trade: Trade?) -> OnCallTurn? {
    onCall.last {
      $0.technician == technician && $0.from <= instant && instant < $0.to
        && (trade == nil || $0.trade == nil || $0.trade == trade)
    }
  }
}
