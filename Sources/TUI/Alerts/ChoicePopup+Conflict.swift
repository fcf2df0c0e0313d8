import Domain
import Verbs

extension ChoicePopup {
  private static let (settling, opening) = ("settling", "opening")

  /// What becomes of what the office refused, or has waiting: each choice names the conflict, wherever the cursor is by then. Enter opens
  /// the order that it is about.
  static func settle(_ conflict: Conflict, _ model: Model) -> ChoicePopup {
    let answers = ConflictAnswer.allCases.filter { $0 == .keep || conflict.canBeRedone(on: model.office) }
    return ChoicePopup(
      model.wording.answer(to: conflict),
      answers.map { answer in
        Choice(
          words: model.wording.choice(answer, of: conflict),
          action: "\(settling) \(conflict.id) \(answer.rawValue)")
      },
      opens: conflict.orders.lazy.compactMap { model.office.order($0) }.first.map {
        Choice(words: "open \($0.number)", action: "\(opening) \($0.id)")
      })
  }

  /// The order that such a popup opens; nil for any other choice.
  static func opened(by choice: String) -> WorkOrder.ID? {
    let words = choice.split(separator: " ")
    return words.count == 2 && words[0] == opening ? WorkOrder.ID(words[1]) : nil
  }

  /// The conflict and the answer that such a choice means; nil for what is none.
  static func settled(by choice: String) -> Arguments? {
    let words = choice.split(separator: " ").map(String.init)
    guard words.count == 3, words[0] == settling else { return nil }
    return Arguments(["conflict": [words[1]], "answer": [words[2]]])
  }
}

extension Model {
  /// The conflict that the one selected alert stands for; nil for any other.
  var conflictInPane: Conflict? {
    guard alertsInPane.count == 1, let id = alertsInPane.first?.id.conflict else { return nil }
    return office.conflict(id)
  }

  /// Settles a conflict by a choice of its popup; nil for a choice of another.
  mutating func take(settling choice: String) -> [Effect]? {
    guard let arguments = ChoicePopup.settled(by: choice) else { return nil }
    do throws(UsageFault) {
      return perform(try SettleVerb(from: arguments, in: verbContext), from: .keys)
    } catch {
      say(.refused, error.message)
      return []
    }
  }

  /// Says to whoever acts that the office has refused what he had done.
  mutating func sayRefused(since before: Office) {
    if office.conflicts == before.conflicts { return }
    let mine = office.openConflicts.last { conflict in
      conflict.person == person && conflict.lost.count > before.conflict(conflict.id)?.lost.count ?? 0
    }
    // A technician has it above his work until it is settled.
    if let mine, pocket == nil { say(.refused, wording.refusedByOffice(mine)) }
  }
}
