import Domain
import Terminal
import Verbs

extension LineEditor {
  mutating func forgetCandidates() {
    candidates = []
    picked = nil
  }
}

extension Model {
  mutating func typeIntoLine(_ key: Key) {
    guard var editor = line else { return }
    if editor.field.isEmpty, key == .backspace {
      line = nil
      return
    }
    _ = editor.field.handle(key)
    editor.forgetCandidates()
    editor.age = 0
    line = editor
  }

  mutating func lineAction(_ action: LineAction) -> [Effect] {
    switch action {
    case .run: return runLine()
    case .complete: complete()
    case .earlier: walkHistory(by: 1)
    case .later: walkHistory(by: -1)
    case .clearField:
      line?.field.delete(.start)
      line?.forgetCandidates()
    case .deleteWord:
      line?.field.delete(.wordLeft)
      line?.forgetCandidates()
    case .back:
      if line?.candidates.isEmpty ?? true { line = nil } else { line?.forgetCandidates() }
    }
    return []
  }

  /// Tab puts the first candidate in, and the next ones after it, round and round.
  private mutating func complete() {
    guard var editor = line else { return }
    if editor.candidates.isEmpty {
      let text = editor.field.text
      editor.candidates = Verbs.completions(of: text, at: editor.field.cursor, in: verbContext)
      editor.stem = text
      editor.picked = nil
      guard !editor.candidates.isEmpty else { return }
    }
    let next = editor.picked.map { ($0 + 1) % editor.candidates.count } ?? 0
    let candidate = editor.candidates[next]
    let isOnly = editor.candidates.count == 1
    let start = String(editor.stem.prefix(candidate.range.lowerBound)) + candidate.text + (isOnly ? " " : "")
    editor.field.replace(with: start + String(editor.stem.dropFirst(candidate.range.upperBound)))
    editor.field.moveCursor(to: start.count)
    editor.picked = next
    if isOnly { editor.forgetCandidates() }
    line = editor
  }

  private mutating func walkHistory(by step: Int) {
    guard var editor = line else { return }
    if editor.age == 0 { editor.typed = editor.field.text }
    let age = max(0, min(lineHistory.count, editor.age + step))
    guard age != editor.age else { return }
    editor.age = age
    editor.field.replace(with: age == 0 ? editor.typed : lineHistory[lineHistory.count - age])
    editor.forgetCandidates()
    line = editor
  }

  /// Runs what was typed; what is not understood stays in the line, to be put right.
  private mutating func runLine() -> [Effect] {
    guard let text = line?.field.text.trimmed else { return [] }
    guard !text.isEmpty else {
      line = nil
      return []
    }
    if ["w", "wq"].contains(text) { return writeAsInVim(isLeaving: text != "w") }
    do throws(UsageFault) {
      let invocation = try Verbs.parse(line: text, in: verbContext)
      if let option = invocation.options.ofShellAlone {
        say(.refused, "\(option) is the shell's: callout \(text)")
        return []
      }
      line = nil
      (awaiting, recalled) = (nil, [])
      let kept = keepLine(text)
      return kept + perform(invocation, asked: text)
    } catch {
      if let asked = askRest(of: text) { return asked }
      say(.refused, error.message)
      return []
    }
  }

  /// The form that asks for what a line leaves out, about what it names or else what is selected; nil without one.
  private mutating func askRest(of text: String) -> [Effect]? {
    guard let asked = Verbs.unfinished(line: text) else { return nil }
    if let sentence = Verbs.verb(named: asked.verb).flatMap({ notOffered($0) }) {
      say(.refused, sentence)
      return []
    }
    var said = asked.arguments
    if !said.has("order") { said.set("order", to: selectedOrders.map(\.description)) }
    guard let form = opening(asked.verb, said) else { return nil }
    line = nil
    return keepLine(text) + open(form)
  }

  /// `:w` hands in the form that lies under the line, for hands that know vim, and closes the windows that were opened
  /// over it; nothing else waits to be written. `:wq` leaves where no form is open, and of one it closes that.
  private mutating func writeAsInVim(isLeaving: Bool) -> [Effect] {
    line = nil
    let form = popups.lastIndex { !$0.popup.isReading || $0.popup.contexts.contains("form") }
    guard let form else {
      if isLeaving { return show(.quit) }
      say(.note, "Nothing waits to be written: what is typed is kept as it is typed.")
      return []
    }
    popups.removeSubrange((form + 1)...)
    let (effects, isHandled) = hand(.action(Action.formSave.rawValue), to: popups[form].number)
    if !isHandled, result == nil { say(.note, "Nothing waits to be written here: a choice is asked for.") }
    return effects
  }

  /// A bare number goes to the order where it is shown, else opens it; every other verb does what it says.
  private mutating func perform(
    _ invocation: Invocation, asked text: String, looksUp: Bool = true
  ) -> [Effect] {
    do throws(Refusal) {
      let act = try invocation.act(in: verbContext)
      if case .show(.open(let order)) = act, text.allSatisfy(\.isNumber), popups.isEmpty, select(order: order)
      {
        return []
      }
      return perform(act, from: .line)
    } catch {
      if looksUp, let older = olderOrder(in: text, error) {
        awaiting = (text, invocation)
        return [.recall(older, line: text)]
      }
      say(.refused, Sentences.refusal(error, self, verb: invocation.name))
      return []
    }
  }

  /// Goes on with a line once the order of an earlier day that it names has come; with what was meant when it was said,
  /// and not once the desk is locked.
  mutating func recalled(_ order: WorkOrder?, line text: String) -> [Effect] {
    guard let waiting = awaiting, waiting.line == text else { return [] }
    awaiting = nil
    guard gate == nil else { return [] }
    if let order { recalled.append(order) }
    defer { if awaiting == nil { recalled = [] } }
    return perform(waiting.invocation, asked: text, looksUp: order != nil)
  }

  /// The order that a line was refused for as the running day does not have it; nil where it is none, or known by now.
  private func olderOrder(in text: String, _ refusal: Refusal) -> OrderReference? {
    guard past == nil, case .notFound(.order(let number)) = refusal else { return nil }
    if number > 0 { return isKnown(.number(number)) ? nil : .number(number) }
    let ids = text.split(separator: " ").compactMap { word in
      word == "-" ? current ?? last : WorkOrder.ID(String(word))
    }
    return ids.map { .id($0) }.first { !isKnown($0) }
  }

  private func isKnown(_ reference: OrderReference) -> Bool {
    if recalled.contains(where: reference.means) { return true }
    if case .id(let id) = reference { return office.order(id) != nil }
    return false
  }

  private mutating func keepLine(_ text: String) -> [Effect] {
    guard lineHistory.last != text else { return [] }
    lineHistory.append(text)
    if lineHistory.count > 500 { lineHistory.removeFirst() }
    return [.saveLine(text)]
  }
}
