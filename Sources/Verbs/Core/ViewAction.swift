public import Domain

/// Something that happens on the screen alone.
public enum ViewAction: Hashable, Sendable {
  case open(WorkOrder.ID)
  case openHistory(WorkOrder.ID)
  case openCustomer(Customer.ID)
  case openSite(Site.ID)
  case openEquipment(Equipment.ID)
  case openTechnician(Technician.ID)
  case openPerson(Person.ID)
  /// How a field came to be what it is; nil for all fields of the record.
  case openWhy(RecordReference, field: String?)
  case openRecent
  case openFollowUps
  case openReview
  case openDay(Technician.ID, CivilDate)
  case focus(PaneName)
  case filter(String)
  case find(String)
  /// Shows what a push would come to, to be done or left.
  case push(PushPlan)
  /// A pane through a saved view; nil for the list of views.
  case view(String?)
  /// Opens the form of a verb with what was said so far.
  case form(verb: String, Arguments)
  case help(String?)
  /// Leaves the desk to whoever knows a PIN.
  case lock
  /// Shows somebody around.
  case tour
  case quit
}

/// The four panes.
public enum PaneName: String, Hashable, Sendable, CaseIterable {
  case queue, technicians, timeline, alerts
}
