/// The service-level clocks of an order, computed from its events and the contract's calendar, never stored
/// ticking.
extension Office {
  /// The response and the fix clock at an instant; empty when nothing was promised for work like it.
  public func clocks(of order: WorkOrder, at now: Timestamp) -> [ClockFace] {
    var book = ContractBook(self)
    return book.clocks(of: order).map { $0.face(at: now) }
  }

  /// Both clocks as they stand at the end of an order, for the closing to stamp.
  public func serviceLevelRecord(
    of order: WorkOrder, at now: Timestamp, resolution: String?
  ) -> ServiceLevelRecord {
    var ended = order
    if ended.ending == nil {
      ended.ending = Ending(.cancelled(.other, words: "", fee: nil), at: now, by: Person.ID(high: 0, low: 0))
    }
    let faces = clocks(of: ended, at: now)
    let outcome = { (kind: ClockFace.Kind) -> ServiceLevelRecord.Outcome? in
      faces.first { $0.kind == kind }.map {
        ServiceLevelRecord.Outcome(
          dueAt: $0.dueAt, metAt: $0.metAt, remaining: $0.remaining, paused: $0.paused)
      }
    }
    return ServiceLevelRecord(response: outcome(.response), fix: outcome(.fix), resolution: resolution)
  }

  /// When a piece of work that is only being logged must be responded to and fixed by.
  public func clocks(of work: LoggedWork, at now: Timestamp) -> [ClockFace] {
    clocks(of: WorkOrder(work, at: work.receivedAt), at: now)
  }
}
