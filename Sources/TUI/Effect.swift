public import Domain
public import Verbs

/// What the console wants done outside; only the executable carries effects out.
public enum Effect: Sendable {
  /// Decide and write these commands; answered by `Message.finished`.
  case submit(Proposal, Origin)
  /// Find or read something; answered by `Message.answered`.
  case ask(Query, Origin)
  /// The same about what was known after an entry of the ledger.
  case askPast(Query, entry: Int, Origin)
  /// Look for an order of an earlier day, which a line names; answered by `Message.recalled`.
  case recall(OrderReference, line: String)
  /// Work out who could take the order, each at his own best hour or all at one; answered by `Message.suggested`.
  case suggest(WorkOrder.ID, at: TimeRange?, Origin)
  /// Work out who would take each of several orders; answered by `Answer.plan`.
  case plan([WorkOrder.ID], Origin)
  /// Work out a change of the day's plan off the drawing thread; answered by `Answer.reckoned`, once or twice.
  case reckon(Reckoning, Origin)
  /// Give up what is being worked out.
  case stopReckoning
  /// Take the next free number for a form that opens, durably; answered by `Answer.number`.
  case takeNumber(Origin)
  /// Keep these views for this console; answered by `Message.views`.
  case saveViews([SavedView])
  /// Keep what whoever acts has looked at.
  case saveRecent([WorkOrder.ID])
  case saveDraft(FormDraft)
  case deleteDraft(FormDraft.Key)
  /// Keep a command line for the history of this file.
  case saveLine(String)
  /// Put text into the terminal's clipboard.
  case copy(String)
  /// Hand the terminal back until the shell says otherwise.
  case suspend
  /// Paint every cell again.
  case redraw
  /// Let go of the mouse, or take it again, so that people can select text.
  case captureMouse(Bool)
  /// What the terminal's title says.
  case title(String)
  /// Long work such as an import or a backup; a popup hears by `Message.finished` what became of it.
  case chore(Chore, Origin)
  /// Let somebody act from now on, if this is his PIN; answered by `Message.acting` or `Answer.pin`.
  case signIn(Person.ID, pin: String)
  /// Set a PIN, or take it away with nil, for whoever acts and knows his own; answered by `Message.finished` or
  /// `Answer.pin`.
  case setPIN(Person.ID, new: String?, own: String?, Origin)
  case quit
}
