public import DayPlan
public import Domain

/// A question, answered from the office, the ledger or the settings without changing anything.
public enum Query: Hashable, Sendable {
  case list(ListKind, filter: String?)
  /// The forms that everybody else in the same file has begun.
  case draftsOfOthers
  case show(WorkOrder.ID)
  case history(WorkOrder.ID)
  /// How a field of a record came to be what it is; nil for all fields.
  case why(RecordReference, field: String?)
  /// The orders that whoever acts has looked at.
  case recent
  case find(String)
  case ledger(since: Int)
  case audit(AuditQuestion)
  /// Everything as it was known then.
  case past(PastPlace)
  /// What a verb answers of what was known then, by its words.
  case then(PastPlace, words: [String])
  case day(Technician.ID, CivilDate)
  case gaps(CivilDate)
  /// The work of so many days against the time for it.
  case forecast(CivilDate, days: Int)
  /// Who could take an order, and why the others cannot.
  case fits(WorkOrder.ID)
  /// Why an order is where it is, or why nobody has it.
  case explain(WorkOrder.ID)
  /// What a change of the day's plan would come to, and what of it was chosen with the question.
  case plan(PlanQuestion, PlanPick)
  /// Who is late or away, and what urgent work nobody has.
  case trouble
  case customer(Customer.ID)
  case site(Site.ID)
  case equipment(Equipment.ID)
  case technician(Technician.ID)
  case contract(Contract.ID)
  case office
  /// The backlog against a day's hours.
  case morning(CivilDate)
  /// What was written to whom, about one order or in all.
  case messages(WorkOrder.ID?)
  /// One template by its name, or all of them.
  case templates(String?)
  case handover
  case counters
  case maps(String?)
  case config
  case health
  case may(Person.ID, verb: String, order: WorkOrder.ID?)
  case help(String?)
}

/// Which part of the ledger is audited, by when it was recorded, and what of it is shown.
public struct AuditQuestion: Hashable, Sendable {
  public let filter: String
  public let since: Timestamp
  /// Nil is now.
  public let until: Timestamp?

  public init(filter: String, since: Timestamp, until: Timestamp? = nil) {
    (self.filter, self.since, self.until) = (filter, since, until)
  }
}

/// A way out of a plan, by its number, and the orders whose change is to be left out.
public struct PlanPick: Hashable, Sendable {
  public let option: Int?
  public let dropped: [Int]
  /// Orders that go to somebody else than the option says.
  public let given: [Int: Technician.ID]

  public init(option: Int? = nil, dropped: [Int] = [], given: [Int: Technician.ID] = [:]) {
    (self.option, self.dropped, self.given) = (option, dropped, given)
  }
}

/// What `list` can list.
public enum ListKind: String, Hashable, Sendable, CaseIterable {
  case queue
  case workOrders = "work-orders"
  case technicians, timeline, alerts, customers, sites, equipment, people, contracts, drafts, rules, holds,
    consoles, conflicts
  case followUps = "follow-ups"
  case sendingRules = "sending-rules"
  case review
}
