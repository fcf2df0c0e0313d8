public import Terminal

/// What a cell means; a theme says what that looks like. The raw value is the role of the canvas, 0 being plain.
public enum StyleRole: UInt8, CaseIterable, Hashable, Sendable {
  case plain, dim, heading, border, borderFocus, title, selection, header, headerAlert, hintKey, hintText
  case resultDone, resultRefused, resultWarning
  case slaOK, slaAtRisk, slaBreached, slaPaused, slaMet
  case priority1, priority2, priority3, priority4
  case available, travelling, onSite, onBreak, off, unavailable, late
  case visitTentative, visitScheduled, visitDispatched, visitAccepted, visitOnSite, visitHeld, visitDone
  case visitConflict
  case timelineTravel, timelineOverrun, timelineOff, timelineBreak, timelineNow, timelineAxis
  case fieldLabel, fieldValue, fieldFocus, fieldError, fieldNote
  case popup, popupTitle, choice, choiceSelected, match, flag, claim
  case alertHigh, alertMedium, alertLow, linkLive, linkLocal, substitute

  /// A canvas style of this role without overlays.
  public var style: Style { Style(role: rawValue) }
}
