public import DayPlan
public import Domain
public import Verbs

/// What a question to the file came to.
public enum Answer: Sendable {
  /// Orders that a search found, and the words searched for.
  case hits([SearchHit], words: String)
  /// The entries that touched an order, newest first.
  case history(WorkOrder.ID, [Entry])
  /// The entries that touched a record, oldest first.
  case entries(RecordReference, [Entry])
  /// An order of an earlier day, as it is now.
  case order(WorkOrder)
  /// Work that has ended for what a question was about, what ended last first.
  case ended([WorkOrder], about: Query)
  /// Forms that were begun and not finished, newest first.
  case drafts([FormDraft])
  /// The same of everybody else in the file.
  case draftsOfOthers([FormDraft])
  /// Who would take each of several orders.
  case plan(AssignmentPlan)
  /// What a question about the day's plan came to, by the number of the asking.
  case reckoned(PlanAnswer, number: Int)
  /// The number that an order being logged will have.
  case number(Int)
  /// The office as it was known at a time.
  case past(PastView)
  /// What a PIN that was typed came to.
  case pin(PINAnswer)
  /// Text on demand such as a day sheet, one line each.
  case lines([String], title: String)
}
