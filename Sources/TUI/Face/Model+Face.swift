import Domain
import Terminal
import Verbs

extension Model {
  /// What an action does on a face that has no panes.
  mutating func faceAction(_ action: Action, by key: Key?, wasLeaving: Bool) -> [Effect] {
    switch face {
    case .console: []
    case .wall: wallAction(action, by: key, wasLeaving: wasLeaving)
    case .pocket:
      opening(action.rawValue) { $0.pocketAction(action, by: key, wasLeaving: wasLeaving) }
    case .calls: callsAction(action, by: key, wasLeaving: wasLeaving)
    }
  }

  /// Brings what a face has worked out up to the office.
  mutating func refreshFace() {
    switch face {
    case .console: break
    case .wall: refreshWall()
    case .pocket: refreshPocket()
    case .calls: refreshCalls()
    }
    versions.header &+= 1
  }

  /// The order that a face's keys act on.
  var orderOnFace: WorkOrder.ID? {
    switch face {
    case .console: nil
    case .wall(let wall): wall.cursor
    case .pocket(let pocket): pocket.cursor
    case .calls(let calls): calls.order
    }
  }

  /// What a face reports by itself once it has shown something.
  mutating func faceEffects() -> [Effect] {
    switch face {
    case .console, .wall, .calls: []
    case .pocket: reportSeen()
    }
  }

  /// A verb of a face's keys; nil where it is the console's way.
  mutating func faceVerb(_ name: String) -> [Effect]? {
    guard popups.isEmpty else { return nil }
    return switch face {
    case .console: nil
    case .wall:
      switch name {
      case OpenVerb.name: openWallLine()
      case ReviewVerb.name: show(.openReview)
      case AuditVerb.name:
        open(TextPopup(asking: AuditQuestion(filter: "", since: office.dayOpenedAt)))
      default: refuseChange()
      }
    case .pocket: opening(name) { $0.pocketVerb(name) }
    case .calls: callsVerb(name)
    }
  }

  /// Says why nothing is changed from here, or that the past is shown.
  mutating func refuseChange() -> [Effect] {
    if past != nil { return refuseInPast() }
    say(
      .refused,
      "Nothing is changed from here: the board shows, and R reviews what is done; callout opens the console.")
    return []
  }

  /// Whether a wall takes it: the answer to work that awaits review, and what takes the last one back. Only answers are
  /// given here, and the last of what was done here is meant: what was done elsewhere is refused.
  func mayReview(_ proposal: Proposal) -> Bool {
    guard past == nil else { return false }
    return switch proposal.takingBack {
    case nil: proposal.isReview
    case .last, .undone: true
    case .entry, .part, .order: false
    }
  }

  /// Whether what is shown may be changed.
  var mayChange: Bool { past == nil && face.mayChange }

  /// A step back where nothing is left to close: `q` asks once and the next one leaves, Esc stays.
  mutating func leaveFace(by key: Key?, wasLeaving: Bool) -> [Effect] {
    if wasLeaving, key != .escape { return [.quit] }
    guard !wasLeaving, key != .escape else {
      result = nil
      return []
    }
    isLeaving = true
    say(.note, Sentences.leaving(self))
    return []
  }
}

extension Canvas {
  /// A whole face on an empty canvas.
  mutating func drawFace(_ model: Model) {
    switch model.face {
    case .console: break
    case .wall(let wall): WallPainter(model, wall).draw(on: &self)
    case .pocket(let pocket): PocketPainter(model, pocket).draw(on: &self)
    case .calls(let calls): CallDeskPainter(model, calls).draw(on: &self)
    }
  }
}
