import Domain
import Settings
import Terminal

extension Model {
  /// What an action does when nothing lies over the panes.
  mutating func paneAction(_ action: Action, by key: Key?, wasLeaving: Bool) -> [Effect] {
    switch action {
    case .moveUp: move(.by(-1))
    case .moveDown: move(.by(1))
    case .moveLeft: moveSideways(by: -1)
    case .moveRight: moveSideways(by: 1)
    case .moveFirst: move(.to(0))
    case .moveLast: move(.to(.max))
    case .pageUp: move(.pages(-1))
    case .pageDown: move(.pages(1))
    case .previousPage: turn(by: -1)
    case .nextPage: turn(by: 1)
    case .paneQueue: focus(on: .queue)
    case .paneTechnicians: focus(on: .technicians)
    case .paneTimeline: focus(on: .timeline)
    case .paneAlerts: focus(on: .alerts)
    case .paneNext: focus(on: focus.moved(by: 1))
    case .panePrevious: focus(on: focus.moved(by: -1))
    case .zoom:
      isZoomed.toggle()
      fitCursors()
    case .grow: grow(by: 1)
    case .shrink: grow(by: -1)
    case .filter: isFiltering = true
    case .sort: return openSort()
    case .sortGrouped: return take(choice: action.rawValue) ?? []
    case .markToggle: toggleMark()
    case .markRange: toggleMarkRange()
    case .markExtendUp: extendMarks(by: -1)
    case .markExtendDown: extendMarks(by: 1)
    case .markAll: markAll()
    case .markClear: clearMarks()
    case .back, .interrupt: return back(by: key, wasLeaving: wasLeaving)
    case .openMenu: return open(ChoicePopup.menu(self))
    case .explain: return explain()
    case .repeatLast: return repeatLast()
    case .worstAlert: toWorstAlert()
    case .lastOrder: return toLastOrder()
    case .copyNumber: return copyNumber()
    case .hourLeft: scrollTimeline(byHours: -1)
    case .hourRight: scrollTimeline(byHours: 1)
    case .scale: changeScale()
    case .timelineNow: timelineToNow()
    case .visitEarlier, .visitLater, .visitLength: return grabVisit(action)
    case .pastEarlier: return stepInPast(by: -1)
    case .pastLater: return stepInPast(by: 1)
    case .redraw, .suspend, .toggleMouse, .openLine, .openHelp: break
    case .askWhen, .askMove, .askUrgent, .viewSave, .viewRename, .viewDelete, .columnToggle, .columnEarlier,
      .columnLater:
      break
    case .chooseHighlighted, .choose1, .choose2, .choose3, .choose4, .choose5, .choose6, .choose7, .choose8,
      .choose9, .choose0, .visitHourEarlier, .visitHourLater, .visitDayEarlier, .visitDayLater, .visitUp,
      .visitDown, .visitLonger, .visitShorter, .visitTime, .visitPush, .visitDrop, .assignTime, .assignLength,
      .assignNote, .assignMore, .formNext, .formEnter, .formPrevious,
      .formSave, .formSaveAndAssign, .formAddToFound, .formNextFound, .formPark, .formNextCall, .clearField,
      .deleteWord,
      .bigText, .keepDraft, .runLine,
      .completeLine, .earlierLine, .laterLine, .keepFilter, .clearFilter, .runHelp, .lockOpen,
      .lockWho, .tourNext, .wallStop, .techBreak, .techShift, .techLate,
      .techReturn, .techPart, .techTime:
      break
    }
    return []
  }

  /// One step back; at the top `q` asks once and the next `q` leaves, Esc stays.
  private mutating func back(by key: Key?, wasLeaving: Bool) -> [Effect] {
    if tour != nil {
      endTour()
      return []
    }
    if wasLeaving {
      guard key != .escape else {
        result = nil
        return []
      }
      return [.quit]
    }
    let wasAwaiting = stopAwaitingPast()
    if past != nil { return leavePast() }
    if wasAwaiting { return [] }
    if marks.range?.isHeld ?? false {
      marks.range = nil
    } else if !filter(of: focus).isEmpty {
      changeFilter(of: focus) { $0.clear() }
    } else if isZoomed {
      isZoomed = false
      fitCursors()
    } else if key != .escape {
      isLeaving = true
      say(.note, Sentences.leaving(self))
    } else {
      result = nil
    }
    return []
  }

  mutating func focus(on pane: Pane) {
    if pane != focus { marks.isAll = false }
    focus = pane
    fitCursors()
  }

  private mutating func grow(by step: Int) {
    growth[focus] = max(-20, min(20, (growth[focus] ?? 0) + step))
    fitCursors()
  }

  mutating func resize(_ size: Size) {
    self.size = size
    fitCursors()
    if case .wall = face { clampWallPart() }
  }

  var layout: ScreenLayout { ScreenLayout(size, focus: focus, isZoomed: isZoomed, growth: growth) }

  /// Tells every list how many rows it has on the screen; one that is not there stays as it was.
  mutating func fitCursors() {
    let layout = layout
    if let body = layout.body(of: .queue) { queue.cursor.fit(height: body.height) }
    if let body = layout.body(of: .technicians) { technicians.cursor.fit(height: body.height) }
    if let body = layout.body(of: .timeline) { timeline.cursor.fit(height: body.height) }
    if let body = layout.body(of: .alerts) { alerts.cursor.fit(height: body.height) }
    showAlertsFromTop()
  }
}
