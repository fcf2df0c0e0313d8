import Domain
import Terminal
import Verbs

/// What is hidden until asked for: it is read only once the record says that it was shown.
struct SecretPopup: Popup {
  let title: String
  let words: String
  let proposal: Proposal
  private var isRecorded = false

  init(title: String, words: String, proposal: Proposal) {
    self.title = title
    self.words = words
    self.proposal = proposal
  }

  var mayBePutAside: Bool { false }
  var contexts: [String] { KeyContexts.secret }
  var name: String { title }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, 64)
    return Size(width: width, height: wrapped(words, width: max(1, width - 4)).count + 4)
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return PopupAnswer(effects: isRecorded ? [] : [.submit(proposal, .popup(0))])
    case .finished(.done):
      isRecorded = true
      // The words of the verb hold the code itself, which must not stay on the result line.
      return PopupAnswer(result: ResultLine(.done, "\(title): shown; that it was shown is on record."))
    case .finished: return .close
    case .action("choose.highlighted"): return .close
    case .action("copy.number") where isRecorded:
      return PopupAnswer(effects: [.copy(words)], result: ResultLine(.done, "\(title): copied."))
    case .action, .key, .paste, .mouse, .changed, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [title], titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints([("copy.number", "copy"), ("back", "hide it again")], in: contexts)])
    let shown = isRecorded ? words : "being put on record…"
    let lines = wrapped(shown, width: max(1, canvas.width - 4))
    for (row, line) in lines.enumerated() {
      canvas.put(
        line, at: Point(column: 2, row: row + 1), style: StyleRole.fieldValue.style,
        width: max(0, canvas.width - 4))
    }
    if isRecorded {
      canvas.put(
        "Shown to \(model.personName) at \(model.words(model.now)), on record.",
        at: Point(column: 2, row: lines.count + 1), style: StyleRole.dim.style,
        width: max(0, canvas.width - 4),
        ellipsis: true)
    }
  }
}
