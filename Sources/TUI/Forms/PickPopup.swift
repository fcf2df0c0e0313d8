import Domain
import Terminal
import Verbs

/// A verb with one choice left: a digit makes it, a word of reason is asked where the rule wants one.
struct PickPopup: Popup {
  struct Pick: Sendable {
    let digit: Int
    let words: String
    let verb: String
    let arguments: Arguments
    /// Why it is asked for a reason; nil for a choice that needs none.
    var reasonFor: String?
    /// What the verb calls the words that are asked for, and what is put before them.
    var reasonName = "reason"
    var reasonBegins = ""
    var isCurrent = false
  }

  let name: String
  let subject: WorkOrder.ID?
  let picks: [Pick]
  let notes: @Sendable (Model, Int) -> [PageLine]
  /// Whether it is about what is marked.
  var actsOnMarks = false
  private var index: Int
  /// The first of the notes that is seen, where they need more room than there is.
  private var top = 0
  private var asking: Pick?
  private var reason = TextField()
  private var said: String?

  init(
    _ name: String, subject: WorkOrder.ID?, _ picks: [Pick],
    notes: @escaping @Sendable (Model, Int) -> [PageLine] = { _, _ in [] }
  ) {
    self.name = name
    self.subject = subject
    self.picks = picks
    self.notes = notes
    index = picks.firstIndex(where: \.isCurrent) ?? 0
  }

  var contexts: [String] { asking == nil ? KeyContexts.popup : KeyContexts.form }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let widest = picks.reduce(52) { max($0, displayWidth(of: $1.words) + 10) }
    let width = min(screen.width - 2, max(widest, 76))
    let height = picks.count + notes(model, width - 4).count + 2 + (asking == nil ? 0 : 2)
    return Size(width: width, height: min(screen.height - 2, height))
  }

  /// The notes, and how many of them have room.
  private func notes(_ model: Model, in size: Size) -> (all: [PageLine], room: Int) {
    (notes(model, size.width - 4), max(1, size.height - 2 - picks.count - (asking == nil ? 0 : 2)))
  }

  /// Scrolls the notes; false where nothing is left in that direction.
  private mutating func scroll(by lines: Int, _ model: Model) -> Bool {
    let (all, room) = notes(model, in: wantedSize(in: model.size, model))
    let before = top
    top = max(0, min(top + lines, all.count - room))
    return top != before
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action(let action): return asking == nil ? choose(action, model) : type(action, model)
    case .key(let key):
      guard asking != nil, reason.handle(key) else { return .ignored }
      return .stay
    case .paste(let text):
      guard asking != nil else { return .ignored }
      reason.insert(text)
      return .stay
    case .mouse(let mouse) where mouse.action == .wheelDown || mouse.action == .wheelUp:
      return scroll(by: mouse.action == .wheelDown ? 1 : -1, model) ? .stay : .ignored
    case .mouse(let mouse):
      guard asking == nil, mouse.action == .press(.left), picks.indices.contains(mouse.point.row - 1) else {
        return .ignored
      }
      return take(picks[mouse.point.row - 1], model)
    case .finished(.done): return .close
    case .finished(.refused(.broken(let broken), let proposal)) where model.mayPass(broken):
      return PopupAnswer(
        .open(RulePopup(broken, proposal)))
    case .finished(.refused(let refusal, let proposal)):
      said = Sentences.refusal(refusal, model, of: proposal)
      return .stay
    case .finished(.failed(let failure, _)):
      said = Sentences.failure(failure, model)
      return .stay
    case .shown, .changed, .answered, .suggested, .draftSaved: return .stay
    }
  }

  private mutating func choose(_ action: String, _ model: Model) -> PopupAnswer {
    switch action {
    case "move.down":
      if index + 1 < picks.count { index += 1 } else { _ = scroll(by: 1, model) }
    case "move.up": if !scroll(by: -1, model) { index = max(0, index - 1) }
    case "move.page-down": _ = scroll(by: 8, model)
    case "move.page-up": _ = scroll(by: -8, model)
    case "move.first": (index, top) = (0, 0)
    case "move.last": (index, top) = (picks.count - 1, 0)
    case "choose.highlighted": return picks.indices.contains(index) ? take(picks[index], model) : .stay
    default:
      guard let digit = Action(rawValue: action)?.digit else { return .ignored }
      guard let pick = picks.first(where: { $0.digit == digit }) else { return .stay }
      return take(pick, model)
    }
    return .stay
  }

  private mutating func type(_ action: String, _ model: Model) -> PopupAnswer {
    switch action {
    case "form.enter", "form.save":
      guard let pick = asking else { return .stay }
      let words = reason.text
      if words.trimmed.isEmpty {
        said = "The reason is missing."
        return .stay
      }
      var arguments = pick.arguments
      arguments.set(pick.reasonName, to: [pick.reasonBegins + words])
      return submit(pick, arguments, model)
    case "form.clear-field": reason.clear()
    case "form.delete-word": reason.delete(.wordLeft)
    case "form.keep-draft", "interrupt":
      asking = nil
      said = nil
    default: return .ignored
    }
    return .stay
  }

  private mutating func take(_ pick: Pick, _ model: Model) -> PopupAnswer {
    index = picks.firstIndex { $0.digit == pick.digit } ?? index
    guard pick.reasonFor == nil else {
      asking = pick
      return .stay
    }
    return submit(pick, pick.arguments, model)
  }

  private mutating func submit(_ pick: Pick, _ arguments: Arguments, _ model: Model) -> PopupAnswer {
    do {
      return try model.submission(of: pick.verb, arguments)
    } catch {
      said = error.words
      return .stay
    }
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let hints: [(action: String, words: String)] =
      asking == nil
      ? [("choose.highlighted", "choose"), ("back", "leave it")]
      : [("form.save", "set it"), ("form.keep-draft", "back")]
    let (all, room) = notes(model, in: canvas.size)
    let shown = all.dropFirst(top).prefix(room)
    let place = shown.count < all.count ? ["\(top + 1)–\(top + shown.count) of \(all.count) lines"] : []
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name] + place,
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints(hints + (place.isEmpty ? [] : [("move.page-down", "more")]), in: contexts)])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    for (row, pick) in picks.enumerated() {
      let isMarked = row == index
      canvas.put(
        "\(isMarked ? "▌" : " ")\(pick.digit)  \(pick.words)\(pick.isCurrent ? " ◂" : "")",
        at: inner.origin.moved(rows: row), style: (isMarked ? StyleRole.choiceSelected : .choice).style,
        width: inner.width,
        ellipsis: true)
    }
    var row = picks.count
    for line in shown {
      line.draw(on: &canvas, at: inner.origin.moved(columns: 1, rows: row), width: inner.width - 2)
      row += 1
    }
    if let asking {
      canvas.put("Reason", at: inner.origin.moved(columns: 1, rows: row), style: StyleRole.fieldLabel.style)
      reason.draw(
        on: &canvas, at: inner.origin.moved(columns: 9, rows: row), width: inner.width - 10,
        style: StyleRole.fieldFocus.style)
      row += 1
      canvas.put(
        said ?? asking.reasonFor ?? "", at: inner.origin.moved(columns: 9, rows: row),
        style: (said == nil ? StyleRole.fieldNote : .fieldError).style, width: inner.width - 10,
        ellipsis: true)
    } else if let said {
      canvas.put(
        said, at: Point(column: 2, row: canvas.height - 2), style: StyleRole.fieldError.style,
        width: inner.width - 2, ellipsis: true)
    }
  }
}

/// Why a verb did not come to a change, as words.
struct NotSubmitted: Error {
  let words: String
}

extension Model {
  /// A verb with its arguments as a change to be submitted for the popup that asks.
  func submission(
    of name: String, _ arguments: Arguments, older: WorkOrder? = nil
  ) throws(NotSubmitted) -> PopupAnswer {
    PopupAnswer(effects: [.submit(try proposal(of: name, arguments, older: older), .popup(0))])
  }

  func proposal(
    of name: String, _ arguments: Arguments, older: WorkOrder? = nil
  ) throws(NotSubmitted) -> Proposal {
    let context = verbContext(older: older)
    do {
      let act = try Verbs.verb(named: name, arguments, in: context).act(in: context)
      guard case .submit(var proposal) = act else { throw NotSubmitted(words: "\(name) changes nothing.") }
      proposal.arguments = arguments
      return proposal
    } catch let fault as UsageFault {
      throw NotSubmitted(words: fault.message)
    } catch let refusal as Refusal {
      throw NotSubmitted(words: Sentences.refusal(refusal, self, verb: name))
    } catch let known as NotSubmitted {
      throw known
    } catch {
      throw NotSubmitted(words: "\(name) changes nothing.")
    }
  }
}
