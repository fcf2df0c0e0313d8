public import Domain
public import Terminal
public import Verbs

/// Everything that can reach the console: a key, a change by anybody, the minute, the answer to an effect.
public enum Message: Sendable {
  case input(Input)
  /// A whole line, at a face without a screen.
  case typed(line: String)
  case resized(Size)
  /// The office after a commit, by this process or another one, with the board made from it.
  case officeChanged(Office, Board)
  /// A minute has gone by; the board is the one of the new instant.
  case tick(Timestamp, Board)
  /// What became of a submission.
  case finished(Outcome, Origin)
  /// Who could take an order, best first, and who cannot and why.
  case suggested(WorkOrder.ID, Candidates, Origin)
  /// What a question came to.
  case answered(Answer, Origin)
  /// The order of an earlier day that a line names, nil for none, and the line, which is run with it.
  case recalled(WorkOrder?, line: String)
  case draftSaved(FormDraft.Key)
  /// Words in a form were erased at the office, and its draft with them.
  case draftErased(FormDraft.Key)
  /// An undo came too late for the messages about these orders: they have gone out and want correcting.
  case toldAlready([Int])
  /// The command lines of earlier days, oldest first.
  case history([String])
  /// The views saved at this console, at its start and when they have changed.
  case views([SavedView])
  /// The orders that whoever acts has looked at, the last one first; at the start and when somebody else acts.
  case recent([WorkOrder.ID])
  /// Who is at the consoles on this file, this one among them.
  case sessions([DeskSession])
  /// What the consoles of the office are called, before a record that names them.
  case consoles(ConsoleNames)
  case link(Link)
  /// What another process writes cannot be read, or nil: it can be again.
  case reading(Failure?)
  /// A page of the wall has stood for as long as it is to.
  case turn
  /// What is to be said beside the time: that it is not the real one, and how fast it runs.
  case clock(note: String?)
  /// Somebody else acts from now on, at the same console.
  case acting(Person.ID)
  /// Nobody has touched the desk for long, or the program begins; then it can still be left.
  case lock(mayLeave: Bool)
  /// A technician's line was cut and is back: the order and the form that he was at.
  case resume(PocketPlace)
  /// Says once that there is a tour.
  case offerTour
  /// Something outside the rules broke while an effect that came from there was carried out.
  case failed(Failure, Origin = .keys)
}

/// Where an effect came from, so that its answer finds back.
public enum Origin: Hashable, Sendable {
  case keys
  case line
  /// What goes on record beside something that is said already, such as a wrong code that was refused: only that it
  /// could not be written is said.
  case aside
  /// The popup with this number of `Model.popups`' running count.
  case popup(Int)
  /// The asking for an earlier moment with this number of `Model.pastAsked`.
  case past(Int)
}

/// Which key brings back what was before.
public enum WayBack: Hashable, Sendable {
  case undo, redo

  /// The name of its verb, as keymaps know it.
  var action: String {
    switch self {
    case .undo: UndoVerb.name
    case .redo: RedoVerb.name
    }
  }
}

/// What became of a submission.
public enum Outcome: Hashable, Sendable {
  /// Durable; the sentence says what changed and who is told. Same: everything was so already. Facts have no
  /// way back.
  case done(String, isWarned: Bool = false, way: WayBack? = nil)
  /// A rule said no, or warned and asks for a yes; the proposal can be made again with a reason.
  case refused(Refusal, Proposal)
  /// It could not be written: nothing happened.
  case failed(Failure, Proposal)
}
