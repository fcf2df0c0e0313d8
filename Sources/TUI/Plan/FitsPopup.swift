import Domain
import Terminal
import Verbs

/// Where an order would fit into everybody's day, drawn on the timeline, the best first: the assign popup's list
/// with its choices and warnings, as a picture. Nothing is written until Enter, and Esc leaves nothing.
struct FitsPopup: Popup {
  private(set) var list: AssignPopup
  /// The timeline as it is seen from here: its day follows whoever is marked.
  private(set) var timeline: TimelineState

  init(_ order: WorkOrder.ID, _ model: Model) {
    var list = AssignPopup(order, model)
    list.isAll = true
    self.init(list, model)
  }

  /// The same list as a picture.
  init(_ list: AssignPopup, _ model: Model) {
    self.list = list
    timeline = model.timeline.overPane
    follow(model)
  }

  var contexts: [String] { list.contexts }
  var subject: WorkOrder.ID? { list.order }
  var name: String { "Who fits" }
  var isWaiting: Bool { list.isWaiting }

  func wantedSize(in screen: Size, _ model: Model) -> Size { screen }

  /// Over the timeline and what is below it; alone on a small screen.
  func frame(in model: Model) -> Rect? { model.frameOverTimeline }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action(FitsVerb.name) where list.typing == nil:
      return PopupAnswer(.replace(list))
    case .mouse(let mouse): return point(mouse, model)
    case .changed: timeline.otherLanes = nil
    case .shown, .action, .key, .paste, .finished, .answered, .suggested, .draftSaved: break
    }
    let answer = list.handle(event, model)
    follow(model)
    return answer
  }

  private mutating func point(_ mouse: Mouse, _ model: Model) -> PopupAnswer {
    switch mouse.action {
    case .wheelDown: return step("move.down", model)
    case .wheelUp: return step("move.up", model)
    case .press(.left):
      let lines = lines(model, height: laneHeight(model))
      guard lines.indices.contains(mouse.point.row - 2), case .row(let row) = lines[mouse.point.row - 2]
      else { return .ignored }
      list.index = row
      follow(model)
      return .stay
    case .press, .drag, .release, .move: return .ignored
    }
  }

  private mutating func step(_ action: String, _ model: Model) -> PopupAnswer {
    let answer = list.handle(.action(action), model)
    follow(model)
    return answer
  }
}

extension FitsPopup {
  /// Whoever is marked, where he could take it.
  var marked: Candidate? {
    guard list.rows.indices.contains(list.index), case .fits(let candidate) = list.rows[list.index] else {
      return nil
    }
    return candidate
  }

  /// Turns to the day on which the marked one would come, and scrolls just so far that it is seen.
  private mutating func follow(_ model: Model) {
    let width = model.frameOverTimeline.width - 2
    if let marked {
      timeline.follow(marked.arrival, marked.range.length, model, width: width)
    } else if timeline.day != model.office.today(at: model.now), timeline.otherLanes == nil {
      timeline.otherLanes = model.office.lanes(on: timeline.day, at: model.now)
    }
  }
}
