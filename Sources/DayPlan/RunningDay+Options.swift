import Domain
import Planner

extension RunningDay {
  /// What a plan comes to as an option; nil when it changes nothing and leaves nothing out.
  ///
  /// Of a divisible one the office gets all that it would not refuse; another one it takes whole or not at all.
  func option(
    _ kind: PlanOption.Kind, _ after: [Int: Spot], left: [PlanLeft] = [], isDivisible: Bool = false
  ) -> PlanOption? {
    option(kind, moving: moves(to: after), in: after, left: left, isDivisible: isDivisible)
  }

  /// An option that is said visit by visit.
  func option(
    _ kind: PlanOption.Kind, moving moves: [Move], in after: [Int: Spot]? = nil, left: [PlanLeft] = [],
    isDivisible: Bool = false
  ) -> PlanOption? {
    var settling = Settling(day: self, moves: moves, after: after ?? spots(of: plan))
    settling.bringAlong()
    if isDivisible { settling.leaveOutWhatIsRefused() }
    let changes = judged(settling.moves)
    var left = left
    for one in settling.leftOut where !left.contains(where: { $0.id == one.id }) {
      let number = office.order(one.id)?.number ?? 0
      if places[one.id].map({ pieces[$0].holder == nil }) ?? false {
        left.append(PlanLeft(id: one.id, number: number, verdict: .refused(one.rule)))
      }
    }
    guard !changes.isEmpty || !left.isEmpty else { return nil }
    var option = PlanOption(
      kind: kind, changes: changes, left: left.urgentFirst(in: office), day: self, whole: self)
    option.refused = settling.refusals(changes)
    option.leftOut = settling.leftOut
    return option
  }
}

/// Moves that become what the office would take.
private struct Settling {
  let day: RunningDay
  var moves: [RunningDay.Move]
  /// Where everything would be.
  let after: [Int: RunningDay.Spot]
  private(set) var leftOut: [PlanOption.Refused] = []

  init(day: RunningDay, moves: [RunningDay.Move], after: [Int: RunningDay.Spot]) {
    (self.day, self.moves, self.after) = (day, moves, after)
  }

  /// What of the changes no yes passes.
  func refusals(_ changes: [PlanChange]) -> [PlanOption.Refused] {
    refusals(changes) { change in change.broken.first { $0.severity != .warn } }
  }

  private func refusals(
    _ changes: [PlanChange], _ reason: (PlanChange) -> BrokenRule?
  ) -> [PlanOption.Refused] {
    changes.compactMap { change in
      reason(change).map { PlanOption.Refused(id: change.id, rule: $0) }
    }
  }

  /// A visit that begins later than it stands, because what comes before it lasts, moves with what takes its place.
  mutating func bringAlong() {
    for _ in 0...day.pieces.count {
      let met = day.judged(moves).flatMap(\.broken).compactMap { broken -> Int? in
        guard case .overlap(let number, _, _) = broken.evidence else { return nil }
        return day.pieces.indices.first { piece in
          day.pieces[piece].number == number && day.pieces[piece].holder != nil
            && !day.pieces[piece].isPinnedInTime && !moves.contains { $0.piece == piece }
            && after[piece].map { day.pieces[piece].start != day.instant($0.start) } ?? false
        }
      }
      guard let piece = met.first, let spot = after[piece] else { return }
      moves.append((piece, day.spot(spot, of: piece)))
    }
  }

  /// Leaves out what would be refused or lie over another visit, the least urgent first, until nothing does.
  mutating func leaveOutWhatIsRefused() {
    for _ in 0...moves.count {
      let refused = refusals(day.judged(moves)) { change in
        change.broken.first { $0.severity != .warn } ?? day.overlap(of: change)
      }
      let found = refused.compactMap { one in day.places[one.id].map { ($0, one) } }
      guard let (piece, one) = found.max(by: { day.rank($0.0) < day.rank($1.0) }) else { return }
      leftOut.append(one)
      let wasNobodys = moves.contains { $0.piece == piece && $0.to.technician == nil }
      moves.removeAll { $0.piece == piece }
      // Whoever has it cannot do it: then it is nobody's, where it may be taken from him.
      if !wasNobodys, day.pieces[piece].holder == nil, day.pieces[piece].order?.technician != nil {
        moves.append((piece, day.nobody(piece)))
      }
    }
  }
}

extension RunningDay {
  /// The other visit of a technician that a change would lie over, unless it lies over that one as it stands.
  func overlap(of change: PlanChange) -> BrokenRule? {
    let stands = change.from.technician == change.to.technician ? change.from : nil
    let others = stands?.technician.map(index.visits) ?? []
    return change.broken.first { broken in
      guard case .overlap(let number, _, _) = broken.evidence else { return false }
      return !others.contains { $0.number == number && stands?.range?.overlaps($0.range) ?? false }
    }
  }
}
