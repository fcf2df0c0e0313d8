import Domain
import Terminal
import Verbs

/// Asks before an undo or a redo goes on to what its person did elsewhere (another window, the shell, before this
/// console was opened), before something that nothing takes back, or takes back a part of a group alone. Nothing is
/// changed before; the first answer leaves it so.
struct ElsewherePopup: Popup {
  let action: Entry
  /// When it was undone there, where it is to be done again.
  let undoneAt: Timestamp?
  /// What was done since and stays; nil where the action was done elsewhere.
  let over: Entry?
  /// Why that stays, where it could have been undone once.
  let reason: Refusal?
  /// The part of a group that can be undone, by the number of its entry; nil where all of it can, or none.
  let part: (goes: [Int], stays: [Refusal], entry: Int)?
  /// What takes it back, or does it again, by its number, whatever has been done since; nil where nothing but the part
  /// is left.
  let proposal: Proposal?

  private init(
    _ action: Entry, entry: Int?, undoneAt: Timestamp? = nil, over: Entry? = nil,
    because reason: Refusal? = nil, part: (goes: [Int], stays: [Refusal], entry: Int)? = nil
  ) {
    self.part = part
    self.action = action
    self.over = over
    self.reason = reason
    self.undoneAt = undoneAt
    proposal = entry.map {
      Proposal(verb: undoneAt == nil ? UndoVerb.name : RedoVerb.name, takingBack: .entry($0))
    }
  }

  /// What is asked about an obstacle; nil where nothing is left to be taken back.
  init?(_ obstacle: UndoObstacle) {
    switch obstacle {
    case .elsewhere(let action, let entry, let undoneAt):
      self.init(action, entry: entry, undoneAt: undoneAt)
    case .stepsOver(let over, let reason, let action, let entry):
      self.init(action, entry: entry, over: over, because: reason, part: Self.part(of: reason))
    case .partly(let action, _, _, _):
      self.init(action, entry: nil, part: Self.part(of: .undoImpossible(obstacle)))
    case .nothingToUndo, .nothingToRedo, .nothing, .noEntry, .fact, .alreadyUndone: return nil
    }
  }

  private static func part(of reason: Refusal?) -> (goes: [Int], stays: [Refusal], entry: Int)? {
    guard case .undoImpossible(.partly(_, let goes, let stays, let entry)) = reason else { return nil }
    return (goes, stays, entry)
  }

  /// What can be chosen instead of leaving it, in the order of the digits from 2.
  private var ways: [(words: String, proposal: Proposal)] {
    let partly = part.map { part in
      ("undo what can be", Proposal(verb: UndoVerb.name, takingBack: .part(part.entry)))
    }
    let whole = proposal.map { proposal in
      (undoneAt != nil ? "do it again" : part == nil ? "undo that" : "undo what is before it", proposal)
    }
    return [partly, whole].compactMap(\.self)
  }

  var contexts: [String] { KeyContexts.popup }
  var name: String {
    part != nil
      ? "Only a part of it can be undone"
      : over == nil
        ? "Nothing of this console is left to \(undoneAt == nil ? "undo" : "redo")"
        : "What you did last cannot be undone"
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(92, screen.width - 4)
    return Size(width: width, height: min(screen.height - 2, lines(model, width: width - 4).count + 4))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action("choose.1"), .action("choose.highlighted"): return .close
    case .action("choose.2"): return PopupAnswer(.submit(ways[0].proposal))
    case .action("choose.3") where ways.count > 1: return PopupAnswer(.submit(ways[1].proposal))
    case .action, .key, .paste, .mouse, .shown, .changed, .finished, .answered, .suggested, .draftSaved:
      return .ignored
    }
  }

  private func lines(_ model: Model, width: Int) -> [String] {
    // By the word that people know it by, and not by the key that does it here.
    let wording = Wording(office: model.office, now: model.now)
    let name = wording.action(action)
    if let part, over == nil {
      return wrapped(wording.partly(action, goes: part.goes, stays: part.stays), width: width)
    }
    if let over {
      let what = reason == nil ? "What you did before" : "The last that can still be undone"
      let before = "\(what) is \(name), at \(model.words(action.at))."
      let slip = reason == nil && over.commands.contains(where: \.isStep) ? " \(model.wording.slip)" : ""
      return wrapped("\(wording.staying(over, because: reason)).\(slip) \(before)", width: width)
    }
    let words =
      "What you \(undoneAt == nil ? "did" : "undid") last elsewhere, at another window or before this one was "
      + "opened: \(name), at \(model.words(undoneAt ?? action.at))."
    return wrapped(words, width: width)
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [
        model.hints(
          [("choose.1", "leave it")] + ways.enumerated().map { ("choose.\($0 + 2)", $1.words) },
          in: contexts)
      ])
    let lines = lines(model, width: canvas.width - 4)
    for (row, line) in lines.prefix(max(0, canvas.height - 4)).enumerated() {
      canvas.put(line, at: Point(column: 2, row: row + 1), style: StyleRole.resultWarning.style)
    }
    canvas.put(
      "Nothing is changed yet.", at: Point(column: 2, row: canvas.height - 2), style: StyleRole.dim.style)
  }
}

extension Command {
  /// Whether somebody reports by it how far he has come.
  fileprivate var isStep: Bool {
    switch self {
    case .acceptVisit, .declineVisit, .startTravel, .arriveOnSite, .completeVisit, .reportNotDone,
      .takeBackStep:
      true
    default: false
    }
  }
}
