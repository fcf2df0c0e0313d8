import Domain
import Planner

/// A way that nobody knows counts as if it were the longest of those that are known: a guess goes before no measure.
extension RunningDay {
  /// Places in the order of what they cost, each with what is added to one whose way is only guessed, in driving.
  func ranked(_ places: [Suggestion.Place], for piece: Int) -> [(place: Suggestion.Place, caution: Span)] {
    let ways = places.map { way(to: $0, of: piece) }
    let longest = ways.filter { !$0.isGuess }.map(\.span).max() ?? .zero
    let weighed = zip(places, ways).map { place, way in
      (place: place, caution: way.isGuess ? max(.zero, longest - way.span) : .zero, isGuess: way.isGuess)
    }
    func key(_ one: (place: Suggestion.Place, caution: Span, isGuess: Bool)) -> (Int, Int, Int) {
      (
        one.place.cost.total + Int(one.caution.seconds) * rules.unitsASecond, one.isGuess ? 1 : 0,
        one.place.technician
      )
    }
    return weighed.sorted { key($0) < key($1) }.map { ($0.place, $0.caution) }
  }
}
