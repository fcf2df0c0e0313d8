import Domain
import Terminal
import Verbs

/// A visit being moved over the timeline: a ghost shows where it would be and what that would break. Nothing is
/// written until it is dropped.
struct MovePopup: SendingPopup {
  enum Entry: String, Hashable, Sendable {
    case time = "Time", length = "Length"
  }

  var ghost: MoveGhost
  /// The timeline as it is seen from here: its day and place move along with the ghost.
  var timeline: TimelineState
  var schedule: ScheduleIndex
  var preview: MovePreview?
  var plan: PushPlan?
  /// The first lane that is seen.
  var top = 0
  var typing: Entry?
  var field = TextField("", limit: 40, isOneLine: true)
  /// Where the ghost was before something was typed.
  var untyped: MovePreview.Spot?
  /// Whether what is typed is all there is to it, so that Enter drops it at once: the ghost has shown it meanwhile.
  var dropsTyped = false
  var said: String?
  /// What somebody else has made of the visit since it was grabbed.
  var meanwhile: String?
  var isSending = false
  var grab: VisitGrab?

  /// Nil for an order without a visit that could be moved.
  init?(_ order: WorkOrder, _ model: Model) {
    guard let ghost = MoveGhost(order, now: model.now, stays: Sentences.underWay(order, model))
    else { return nil }
    self.ghost = ghost
    timeline = model.timeline.overPane
    schedule = model.office.scheduleIndex(at: model.now)
    // What is grabbed in the timeline stays under the hand.
    if model.focus == .timeline, let row = target(model) {
      top = max(0, row - (model.timeline.cursor.index - model.timeline.cursor.top))
    }
    look(model)
  }

  var contexts: [String] { typing == nil ? KeyContexts.move : KeyContexts.form }
  var subject: WorkOrder.ID? { ghost.order }
  var name: String { "Move \(ghost.number)" }

  func wantedSize(in screen: Size, _ model: Model) -> Size { screen }

  /// Over the timeline and what is below it; alone on a small screen.
  func frame(in model: Model) -> Rect? { model.frameOverTimeline }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action(let action): return typing == nil ? act(action, model) : type(action, model)
    case .key(let key):
      guard typing != nil, field.handle(key) else { return .ignored }
      glance(model)
    case .paste(let text):
      guard typing != nil else { return .ignored }
      field.insert(text)
      glance(model)
    case .mouse(let mouse): return point(mouse, model)
    case .changed:
      schedule = model.office.scheduleIndex(at: model.now)
      if !isSending { noteMeanwhile(model) }
      timeline.otherLanes = nil
      look(model)
    case .finished(let outcome): return finished(outcome, model)
    case .shown, .answered, .suggested, .draftSaved: return .ignored
    }
    return .stay
  }
}

extension Model {
  /// The timeline and what is below it; all but the header and the last lines on a small screen.
  var frameOverTimeline: Rect {
    let layout = layout
    let top = layout.kind == .panes ? layout.boxes[.timeline]?.row ?? 1 : 1
    return Rect(column: 0, row: top, width: size.width, height: max(2, size.height - 2 - top))
  }
}

extension MovePopup {
  /// Works out anew what the ghost would come to, and brings it into sight.
  mutating func look(_ model: Model) {
    guard let order = model.office.order(ghost.order) else { return }
    let role = model.office.person(model.person)?.role
    plan = nil
    var index = schedule
    if ghost.isPushing, let technician = ghost.to.technician, let from = ghost.pushesFrom, ghost.push != .zero
    {
      let placed = schedule.placing(order, at: ghost.to, in: model.office)
      plan = model.office.pushPlan(
        of: technician, by: ghost.push, from: from, for: role, around: ghost.order, in: placed)
      index =
        plan?.moves.reduce(schedule) { pushed, move in
          model.office.order(move.order).map { pushed.placing($0, at: move.to, in: model.office) } ?? pushed
        } ?? schedule
    }
    preview = model.office.preview(order, to: ghost.to, for: role, in: index)
    follow(model)
  }

  /// The heaviest of what the ghost and what it pushes would break.
  var worst: BrokenRule? {
    let all = (preview?.broken ?? []) + (plan?.moves.flatMap(\.broken) ?? [])
    return all.first { $0.severity == .forbid } ?? all.first { $0.severity == .block } ?? all.first
  }

  /// What another console has done to the visit meanwhile; a drop would be refused, and says so beforehand. What
  /// somebody has begun is put back to where it is.
  private mutating func noteMeanwhile(_ model: Model) {
    guard let order = model.office.order(ghost.order), !order.isEnded, let visit = order.openVisit else {
      meanwhile = "\(ghost.number) has no visit to move any more."
      return
    }
    if ghost.stays == nil, let stays = Sentences.underWay(order, model),
      let settled = MoveGhost(order, now: model.now, stays: stays)
    {
      (ghost, typing, said) = (settled, nil, stays)
    }
    let now = MovePreview.Spot(technician: order.technician, start: visit.start, length: visit.estimate)
    meanwhile =
      now == ghost.from
      ? nil : "\(ghost.number) is with \(model.wording.spot(now)) by now: leave it and grab it again."
  }
}
