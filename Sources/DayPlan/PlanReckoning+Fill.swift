import Domain
import Planner

extension PlanReckoning {
  /// The waiting work that fits into somebody's free time, the urgent first and then what costs least; nothing
  /// that stands is moved.
  func fill(_ technician: Technician.ID, at instant: Timestamp?) -> PlanAnswer? {
    let question = PlanQuestion.fill(technician, at: instant)
    guard let known = office.technician(technician),
      let day = day(taking: waitingThen.orders), let member = day.member(technician)
    else { return nothing(question, .notHere(technician)) }
    var gaps = office.balance(of: known, on: planned.day, in: index).gaps
    if let instant {
      gaps = gaps.filter { $0.contains(instant) }
      if gaps.isEmpty { return nothing(question, .noGap(technician)) }
    }
    guard let filling = Filling(day, member, gaps) else {
      return nothing(question, .nothingFits(technician))
    }
    var fits: [(fit: GapFit, piece: Int)] = []
    for piece in day.unheld {
      if isCancelled() { return nil }
      if let fit = filling.fit(piece) { fits.append((fit, piece)) }
    }
    fits.sort {
      ($0.fit.priority, $0.fit.worth, $0.fit.number) < ($1.fit.priority, $1.fit.worth, $1.fit.number)
    }
    var options: [PlanOption] = []
    for (fit, piece) in fits where options.count(where: \.refused.isEmpty) < 8 {
      if isCancelled() { return nil }
      let spot = MovePreview.Spot(technician: technician, start: fit.range.start, length: fit.range.length)
      let kind = PlanOption.Kind.fills(filling.compared(fit, piece))
      let option = day.option(kind, moving: [(piece, spot)])
      if let option, option.changes.count == 1, option.refused.isEmpty { options.append(option) }
    }
    if options.count > 1, let all = filling.all(fits.map(\.piece)), all.refused.isEmpty {
      options.append(all)
    }
    return on(planned, PlanAnswer(question, options, else: .nothingFits(technician)))
  }
}

/// One technician's free time being filled.
private struct Filling {
  let day: RunningDay
  let member: Int
  let gaps: [TimeRange]
  /// The day where nothing that stands moves, and the same where work only begins in the free time.
  private let held: RunningDay
  private let free: RunningDay

  init?(_ day: RunningDay, _ member: Int, _ gaps: [TimeRange]) {
    guard let held = day.holding(), let free = day.holding(within: gaps) else { return nil }
    (self.day, self.member, self.gaps, self.held, self.free) = (day, member, gaps, held, free)
  }

  /// Where a piece goes and what speaks for it; nil where it does not fit.
  func fit(_ piece: Int) -> GapFit? {
    guard let order = day.pieces[piece].order, let place = free.quietPlace(piece, member, in: day.plan) else {
      return nil
    }
    let range = TimeRange(start: day.instant(place.start), length: day.pieces[piece].length)
    guard let gap = gaps.first(where: { $0.contains(range) }) else { return nil }
    return GapFit(
      order: order.id, number: order.number, priority: order.priority,
      technician: day.crew[member].technician.id, range: range, gap: gap,
      way: day.way(to: place, of: piece), detour: .seconds(Int64(place.detour)),
      worth: .seconds(Int64(place.cost.total / day.rules.unitsASecond)))
  }

  /// The same with who else could take it between what stands, as far as the office would let him.
  func compared(_ fit: GapFit, _ piece: Int) -> GapFit {
    var fit = fit
    let suggestion = held.ground.suggest(piece, in: day.plan)
    let others = suggestion.places.filter { $0.technician != member }
    let best = others.prefix(Filling.mostOthers).first { mayTake(piece, at: $0) }
    if let best {
      let own = fit.worth.seconds * Int64(day.rules.unitsASecond)
      let saved = (own - Int64(best.cost.total)) / Int64(day.rules.unitsASecond)
      if saved >= 60 {
        fit.cheaper = GapFit.Cheaper(
          technician: day.crew[best.technician].technician.id, by: .seconds(saved))
      }
    }
    let isDearer = suggestion.reasons.contains { one in
      if case .dearer = one.reason { one.technician != member } else { false }
    }
    fit.isOnlyOne = best == nil && !isDearer && others.count <= Filling.mostOthers
    return fit
  }

  /// So many of the others are asked about before nobody is said to do it for less.
  private static let mostOthers = 6

  private func mayTake(_ piece: Int, at place: Suggestion.Place) -> Bool {
    let spot = RunningDay.Spot(member: place.technician, start: place.start)
    let technician = day.crew[place.technician].technician.id
    let option = day.option(
      .fits(technician, at: day.instant(place.start)), moving: [(piece, day.spot(spot, of: piece))])
    return option?.refused.isEmpty ?? false
  }

  /// As much of it as fits one after the other, in this order.
  func all(_ pieces: [Int]) -> PlanOption? {
    var plan = day.plan
    var given: Set<Int> = []
    for piece in pieces {
      guard let place = free.quietPlace(piece, member, in: plan, loose: given) else { continue }
      plan = free.with(piece, at: place, in: plan)
      given.insert(piece)
    }
    let kind = PlanOption.Kind.filled(day.crew[member].technician.id, count: given.count)
    guard given.count > 1, let option = day.option(kind, day.spots(of: plan)),
      option.changes.count == given.count
    else { return nil }
    return option
  }
}
