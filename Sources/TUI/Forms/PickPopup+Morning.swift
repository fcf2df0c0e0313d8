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
    let days = left.isEmpty ? [] : model.office.openDays(after: day, atMost: 3, at: model.now)
    let what = numbers.count == 1 ? numbers[0] : "the \(numbers.count) that do not fit"
    let picks = days.enumerated().map { index, later in
      Pick(
        digit: index + 1,
        words: "put \(what) off to \(TimeWords.day(later.day)), \(Wording.hours(later.free)) free by now",
        verb: PostponeVerb.name, arguments: Arguments(["order": numbers, "day": [later.day.iso]]))
    }
    // What would be put off first: nobody puts off what he has not seen.
    let summary = model.wording.morning(capacity)
    let lines =
      left.isEmpty
      ? [summary, "All of it fits; travel is not counted."]
      : [summary, Self.customers(of: left)]
        + Sheets.putOff(capacity, to: days.first?.day, in: model.office, at: model.now)
    let notes = (lines + Sheets.trades(capacity)).map { PageLine($0, .fieldNote) }
    return PickPopup("Morning, as it stands at \(model.wording.time(model.now))", subject: nil, picks) {
      _, _ in
      notes
    }
  }

  /// Which customers counted on the day, all of whom are told.
  private static func customers(of left: [WorkOrder]) -> String {
    let known = left.count { $0.customerKnowsTime }
    if left.count == 1 { return "Its customer knows \(known == 0 ? "no time yet" : "a time") and is told." }
    return "\(known) of their customers know\(known == 1 ? "s" : "") a time; all are told."
  }
}
