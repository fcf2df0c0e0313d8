import Domain
import Planner

/// A way that nobody knows counts as if it were the longest of those that are known: a guess goes before no measure.
extension RunningDay {
  /// Places in the order of what they cost, each with what is added to that, in driving: for a way that is only guessed,
  /// and for what customers thought of somebody's work.
  func ranked(
    _ places: [Suggestion.Place], for piece: Int
  ) -> [(place: Suggestion.Place, added: [PlanCost])] {
    let ways = places.map { way(to: $0, of: piece) }
    let longest = ways.filter { !$0.isGuess }.map(\.span).max() ?? .zero
    let ratings = ratingCosts(of: places.map { crew[$0.technician].technician }, for: piece)
    let weighed = places.indices.map { number in
      let way = ways[number]
      let caution = way.isGuess ? max(.zero, longest - way.span) : .zero
      let added = [PlanCost(.guess, caution), PlanCost(.rating, ratings[number])].filter { $0.worth > .zero }
      return (place: places[number], added: added, isGuess: way.isGuess)
    }
    func key(_ one: (place: Suggestion.Place, added: [PlanCost], isGuess: Bool)) -> (Int, Int, Int) {
      let added = one.added.map(\.worth).reduce(.zero, +)
      return (
        one.place.cost.total + Int(added.seconds) * rules.unitsASecond, one.isGuess ? 1 : 0,
        one.place.technician
      )
    }
    return weighed.sorted { key($0) < key($1) }.map { ($0.place, $0.added) }
  }

  /// What each weighs for every point below the best that the order's customer, or else all customers, gave him; whom
  /// nobody has rated counts as the mean of the others.
  private func ratingCosts(of technicians: [Technician], for piece: Int) -> [Span] {
    let customer = pieces[piece].order.flatMap { office.customer(of: $0)?.id }
    let stars = technicians.map { $0.rating(by: customer)?.stars }
    let known = stars.compactMap(\.self)
    guard !known.isEmpty else { return stars.map { _ in .zero } }
    let mean = known.reduce(0, +) / Double(known.count)
    return stars.map { one in
      let missing = Double(CustomerRating.range.upperBound) - (one ?? mean)
      return .seconds(Int64((missing * Double(rules.rating)).rounded()) / Int64(rules.unitsASecond))
    }
  }
}
