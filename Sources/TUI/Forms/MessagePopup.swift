import Domain
import Terminal
import Verbs

/// Who is to be told what about an order: digits choose a text, it is shown as it will be read, Enter sends it.
struct MessagePopup: Popup {
  private let order: WorkOrder
  private let texts: [MessageTemplate]
  /// What each text would be sent as.
  private let messages: [SendMessage]
  /// Why a text cannot be sent as the order stands; nil where it can.
  private let troubles: [String?]
  private var index = 0
  private var said: String?
  private(set) var isWaiting = false

  /// Begins with the first text for somebody of `party`.
  init(_ order: WorkOrder, _ model: Model, to party: MessageParty? = nil) {
    self.order = order
    texts = model.office.templateNames.compactMap {
      model.office.template($0, for: order) ?? model.office.template($0)
    }
    let context = model.verbContext()
    let messages = texts.map { context.message(to: $0.party, .template($0.name), of: order) }
    self.messages = messages
    troubles = messages.map { Self.trouble($0, order, model) }
    index = party.flatMap { party in texts.firstIndex { $0.party == party } } ?? 0
  }

  private static func trouble(_ message: SendMessage, _ order: WorkOrder, _ model: Model) -> String? {
    let proposal = Proposal(
      verb: MessageVerb.name, commands: [.sendMessage(order.id, message)], orders: [order.number])
    do throws(Refusal) {
      _ = try model.imagined(proposal)
      return nil
    } catch {
      return Wording.notYet(error) ?? Sentences.refusal(error, model, of: proposal)
    }
  }

  var contexts: [String] { KeyContexts.popup }
  var name: String { "Message about \(order.number)" }
  var subject: WorkOrder.ID? { order.id }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, 92)
    return Size(width: width, height: min(screen.height - 2, texts.count + 1 + previewRows + 3))
  }

  private var previewRows: Int { 5 }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action(let action): return act(action, model)
    case .mouse(let mouse):
      guard mouse.action == .press(.left), (0...texts.count).contains(mouse.point.row - 1) else {
        return .ignored
      }
      index = mouse.point.row - 1
      return .stay
    case .finished(.done): return .close
    case .finished(.refused(.broken(let broken), let proposal)) where model.mayPass(broken):
      isWaiting = false
      return PopupAnswer(
        .open(RulePopup(broken, proposal)))
    case .finished(.refused(let refusal, let proposal)):
      isWaiting = false
      said = Sentences.refusal(refusal, model, of: proposal)
      return .stay
    case .finished(.failed(let failure, _)):
      isWaiting = false
      said = Sentences.failure(failure, model)
      return .stay
    case .key, .paste: return .ignored
    case .shown, .changed, .answered, .suggested, .draftSaved: return .stay
    }
  }

  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    if RowCursor.move(&index, by: action, among: texts.count + 1) {
      said = nil
      return .stay
    }
    switch action {
    case "choose.highlighted":
      guard texts.indices.contains(index) else { return ownWords(model) }
      guard !isWaiting else { return .stay }
      isWaiting = true
      return PopupAnswer(effects: [.submit(proposal(index), .popup(0))])
    default:
      guard let digit = Action(rawValue: action)?.digit else { return .ignored }
      if digit == 0 { return ownWords(model) }
      guard digit <= texts.count else { return .stay }
      choose(digit - 1)
    }
    return .stay
  }

  private mutating func choose(_ row: Int) {
    index = max(0, min(texts.count, row))
    said = nil
  }

  private func ownWords(_ model: Model) -> PopupAnswer {
    PopupAnswer(.replace(VerbForm(WordsForm.message(order), model)))
  }

  private func proposal(_ index: Int) -> Proposal {
    Proposal(
      verb: MessageVerb.name, commands: [.sendMessage(order.id, messages[index])], orders: [order.number])
  }
}

extension MessagePopup {
  func draw(on canvas: inout Canvas, _ model: Model) {
    let hints: [(action: String, words: String)] = [
      ("choose.highlighted", texts.indices.contains(index) ? "send it" : "write it"), ("back", "leave it")
    ]
    canvas.box(
      canvas.bounds, style: StyleRole.border.style,
      titles: [[name, model.siteName(of: order)].compactMap(\.self).joined(separator: " · ")],
      titleStyle: StyleRole.popupTitle.style, footer: [model.hints(hints, in: contexts)])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    let rows = max(1, min(texts.count + 1, inner.height - 3))
    let first = max(0, index - rows + 1)
    for row in 0..<rows where first + row <= texts.count {
      let number = first + row
      let isMarked = number == index
      canvas.put(
        "\(isMarked ? "▌" : " ")\(label(number, model))", at: inner.origin.moved(rows: row),
        style: style(number, isMarked: isMarked).style, width: inner.width, ellipsis: true)
    }
    var row = rows
    for line in preview(model, width: inner.width - 2).prefix(max(0, inner.height - rows)) {
      line.draw(on: &canvas, at: inner.origin.moved(columns: 1, rows: row), width: inner.width - 2)
      row += 1
    }
  }

  private func style(_ number: Int, isMarked: Bool) -> StyleRole {
    if isMarked { return .choiceSelected }
    return troubles.indices.contains(number) && troubles[number] != nil ? .dim : .choice
  }

  /// What a text is for and to whom it goes, or why it cannot go now.
  private func label(_ number: Int, _ model: Model) -> String {
    guard texts.indices.contains(number) else { return "0  in your own words" }
    let text = texts[number]
    let whom = model.office.recipient(text.party, of: order).map { model.wording.recipient($0, of: order) }
    let head = "\(number < 9 ? String(number + 1) : " ")  \(text.name.padded(to: 12))"
    let purpose = Wording.purpose(ofTemplate: text.name).map { "\($0) · " } ?? ""
    guard let whom else {
      return "\(head)\(purpose)\(text.party == .technician ? "nobody has it" : "nobody to write to")"
    }
    return "\(head)\(purpose)\(troubles[number].map { "not now: \($0)" } ?? "to \(whom)")"
  }

  /// The text as it will be read, or why there is none.
  private func preview(_ model: Model, width: Int) -> [PageLine] {
    if let said { return PageLine.text(said, width: width, .fieldError) }
    guard texts.indices.contains(index) else {
      return PageLine.text("A form asks for the words.", width: width, .fieldNote)
    }
    let proposal = proposal(index)
    do {
      let decision = try model.imagined(proposal)
      return model.wording.previews(decision.events).flatMap { PageLine.text($0, width: width, .fieldValue) }
    } catch {
      return PageLine.text(Sentences.refusal(error, model, of: proposal), width: width, .fieldError)
    }
  }
}

extension Model {
  /// What a proposal would come to on the office as it is shown.
  func imagined(_ proposal: Proposal) throws(Refusal) -> Decision {
    let context = verbContext()
    let stamp = Stamp(by: person, at: now, console: ConsoleID(high: 0, low: 0))
    return try office.decide(
      Submission(
        id: context.newID(), stamp: stamp, commands: proposal.commands, override: proposal.override,
        acceptsWarnings: true))
  }
}

extension Model {
  /// Every message that a proposal would write, whole.
  func previews(of proposal: Proposal) throws(NotSubmitted) -> [String] {
    do {
      return wording.previews(try imagined(proposal).events)
    } catch {
      throw NotSubmitted(words: Sentences.refusal(error, self, of: proposal))
    }
  }
}
