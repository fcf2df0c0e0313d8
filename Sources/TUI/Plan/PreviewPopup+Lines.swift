import DayPlan
import Domain
import Verbs

/// Which lines of a plan are carried out, and who gets them.
extension PreviewPopup {
  mutating func strikeUnfound() {
    guard let option, !unfound.isEmpty, !(answer?.isFirst ?? true) || wish != nil else { return }
    var missing: [Int] = []
    for number in unfound {
      guard let change = option.changes.first(where: { $0.number == number }) else {
        missing.append(number)
        continue
      }
      dropped.insert(change.id)
    }
    unfound = []
    if !missing.isEmpty {
      said =
        "This way does not change \(missing.map(String.init).joined(separator: ", ")): nothing is struck out of it."
    }
  }

  /// Another way is looked at as it was planned.
  mutating func choose(_ number: Int, of options: [PlanOption]) {
    (chosen, index) = (number, 0)
    (edited, given) = (nil, [])
    wish = .kind(options[number].kind)
  }

  /// Gives the marked line to the next who could take it, the cheapest first, and after the last to the first again.
  mutating func giveToNext(_ model: Model) {
    guard let option, option.changes.indices.contains(index) else {
      said = "Nothing is given to anybody here."
      return
    }
    let change = option.changes[index]
    if dropped.contains(change.id) || fallen[change.id] == .needless {
      said = "\(change.number) is struck out: take it in again first."
      return
    }
    let others = out.subtracting([change.id])
    let takers = option.takers(of: change.id, dropping: others)
    let now = change.to.technician.flatMap { takers.firstIndex(of: $0) }
    let next = now.map { ($0 + 1) % takers.count } ?? 0
    guard takers.indices.contains(next), takers[next] != change.to.technician,
      let other = option.giving(change.id, to: takers[next], dropping: others)
    else {
      said = "Nobody else could take \(change.number) beside the rest of this plan."
      return
    }
    edited = other
    wish = .kind(other.kind)
    given.removeAll { $0.id == change.id }
    given.append((change.id, takers[next]))
    index = other.changes.firstIndex { $0.id == change.id } ?? 0
    weigh(model)
  }

  /// What was given by hand goes to the same people in a new answer, where they can still take it.
  mutating func giveAgain() {
    for (number, technician) in ungiven {
      if let change = planned?.changes.first(where: { $0.number == number }) {
        given.append((change.id, technician))
        ungiven[number] = nil
      }
    }
    var lost: [Int] = []
    for (id, technician) in given {
      guard let option, let change = option.changes.first(where: { $0.id == id }) else { continue }
      if change.to.technician == technician { continue }
      if let other = option.giving(id, to: technician, dropping: dropped) {
        edited = other
      } else {
        lost.append(change.number)
        given.removeAll { $0.id == id }
      }
    }
    if !lost.isEmpty {
      said =
        "\(lost.map(String.init).joined(separator: ", ")) can no longer go to whom you gave it: look again."
    }
  }

  /// All that is not carried out.
  var out: Set<WorkOrder.ID> { dropped.union(fallen.keys) }

  mutating func weigh(_ model: Model) {
    fallen = option?.fallen(with: dropped, keeping: insisted.union(given.map(\.0))) ?? [:]
    figures = option.map { ($0.before, $0.after(dropping: out)) }
    affected = option.map { model.wording.affected($0, dropping: out) } ?? ""
    kept = option?.judged(dropping: out) ?? []
    missed = Dictionary(kept.map { ($0.id, model.wording.missed(by: $0)) }) { first, _ in first }
    broken = Dictionary(kept.map { ($0.id, $0.broken) }) { first, _ in first }
  }

  /// What a change that would be carried out breaks beside the others that would.
  func broken(_ change: PlanChange) -> [BrokenRule] { broken[change.id] ?? [] }
}
