import Domain
import Terminal
import Verbs

extension PickPopup {
  /// The morning's decision: the backlog against the day's hours, and by one digit what does not fit goes to a later
  /// day, as one step with its messages.
  static func morning(_ day: CivilDate, _ model: Model) -> PickPopup {
    let capacity = model.office.capacity(on: day, at: model.now)
    let left = capacity.left.compactMap { model.office.order($0) }
    let numbers = left.map { String($0.number) }
    let days = left.isEmpty ? [] : [1, 2, 3].map { day.adding(days: $0) }
    let picks = days.enumerated().map { index, later in
      Pick(
        digit: index + 1, words: "put the \(left.count) that do not fit off to \(TimeWords.day(later))",
        verb: Postpone.name, arguments: Arguments(["order": numbers, "day": [later.iso]]))
    }
    // What would be put off first: nobody puts off what he has not seen.
    let told = left.count { $0.customerKnowsTime }
    let summary = model.wording.morning(capacity)
    let lines =
      left.isEmpty
      ? [summary, "All of it fits; travel is not counted."]
      : [summary, "\(told) of their customers know a time; all are told."]
        + Sheets.putOff(capacity, in: model.office, at: model.now)
    let notes = (lines + Sheets.trades(capacity)).map { PageLine($0, .fieldNote) }
    return PickPopup("Morning, as it stands at \(model.wording.time(model.now))", subject: nil, picks) {
      _, _ in
      notes
    }
  }
}
