import Domain
import Terminal
import Verbs

extension PickPopup {
  /// The morning's decision: the backlog against the day's hours, and by one digit what does not fit goes to a later
  /// day, as one step with its messages.
  static func morning(_ day: CivilDate, _ model: Model) -> PickPopup {
    let left = model.office.capacity(on: day, at: model.now).left.compactMap { model.office.order($0) }
    let numbers = left.map { String($0.number) }
    let days = left.isEmpty ? [] : [1, 2, 3].map { day.adding(days: $0) }
    let picks = days.enumerated().map { index, later in
      Pick(
        digit: index + 1, words: "put the \(left.count) that do not fit off to \(TimeWords.day(later))",
        verb: "work-order.postpone", arguments: Arguments(["order": numbers, "day": [later.iso]]))
    }
    let lines = Sheets.morning(on: day, in: model.office, at: model.now).dropLast(left.isEmpty ? 0 : 1)
    let told = left.count { $0.customerKnowsTime }
    return PickPopup("Morning, as it stands at \(model.wording.time(model.now))", subject: nil, picks) {
      model, _ in
      let room = max(4, model.size.height - picks.count - 10)
      let shown = lines.count > room ? lines.prefix(room - 1) : lines[...]
      let more = lines.count - shown.count
      return shown.map { PageLine($0, .fieldNote) }
        + (more > 0 ? [PageLine("  and \(more) more; \"callout morning\" lists them all", .dim)] : [])
        + (left.isEmpty
          ? [] : [PageLine("\(told) of their customers know a time; all are told.", .fieldNote)])
    }
  }
}
