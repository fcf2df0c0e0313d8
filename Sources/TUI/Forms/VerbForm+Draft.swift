import Domain
import Terminal

extension Model {
  /// Closes a form in which words were erased at the office: they are to stand nowhere any more.
  mutating func throwAway(_ key: FormDraft.Key) {
    let number = popups.last { ($0.popup as? VerbForm)?.content.draftKey == key }?.number
    guard let number else { return }
    popups.removeAll { $0.number == number }
    say(.refused, "The form is thrown away: words in it were erased for good at the office.")
  }
}

extension VerbForm {
  /// Only what differs from what stood there, so that a draft taken up later takes nothing else back.
  var draft: FormDraft {
    let changed = texts.draftFields.filter { !initial.contains($0) }
    let place = texts.fields.focused.map { [FormDraft.Field(name: Self.focusMark, text: $0.name)] } ?? []
    return FormDraft(key: content.draftKey, fields: changed + content.kept + place, begunAt: begunAt)
  }

  /// Under which name a draft keeps where the cursor was.
  private static let focusMark = "#focus"

  /// Takes over what a draft holds, and puts the cursor where it was left.
  mutating func restore(_ draft: FormDraft) {
    texts.restore(draft)
    if let place = draft[Self.focusMark] { texts.fields.focus(on: place) }
    isDraftSaved = true
  }

  /// After a change: what is beside the fields is looked at again and the draft goes to disk.
  mutating func saved(_ model: Model) -> PopupAnswer {
    said = nil
    scroll = 0
    content.refresh(&texts, model)
    isDraftSaved = false
    return PopupAnswer(effects: content.asks(texts) + [.saveDraft(draft)])
  }

  /// Esc: nothing is lost, a form that says something stays as a draft.
  func leave(_ model: Model) -> PopupAnswer {
    guard !isUntouched else { return PopupAnswer(.close, effects: [.deleteDraft(content.draftKey)]) }
    return PopupAnswer(
      .close, effects: [.saveDraft(draft)],
      result: ResultLine(.note, "\(name) is kept as a draft; \(wayBack(model))."))
  }

  /// What goes on with the draft: a new call is another one, from which the key of the next open call leads here.
  private func wayBack(_ model: Model) -> String {
    guard content.verb == CallForm.verbName else { return "opening it again goes on with it" }
    let ways = [
      model.key(for: CallForm.verbName, in: KeyContexts.queue),
      model.key(for: "form.next-call", in: KeyContexts.form)
    ].compactMap(\.self)
    return ways.count == 2
      ? "\(ways[0]), then \(ways[1]) goes on with it" : ":list drafts goes on with it"
  }

  /// Nothing has been said that was not there when it opened.
  var isUntouched: Bool { texts.draftFields == initial }

  /// Takes up a draft of this very form, and remembers the others.
  mutating func take(_ drafts: [FormDraft], _ model: Model) -> PopupAnswer {
    let same = drafts.filter { $0.key.form == content.verb }
    others = same.filter { $0.key != content.draftKey }.sorted { Self.rang($0, before: $1) }
    guard content.restoresDraft, isUntouched, let own = same.first(where: { $0.key == content.draftKey })
    else { return hasBegun ? keptAnswer(model) : .stay }
    restore(own)
    if box != nil, let field = texts.fields.focused { box = TextArea(texts.value(field.name) ?? "") }
    content.refresh(&texts, model)
    return PopupAnswer(result: ResultLine(.note, "\(name) goes on from its draft."))
  }

  /// Calls by the ring, and of one moment by which began first.
  private static func rang(_ first: FormDraft, before second: FormDraft) -> Bool {
    (first.begunAt, first.key.subject) < (second.begunAt, second.key.subject)
  }

  /// A new call says how many others wait to be finished, and how to get at them.
  private func keptAnswer(_ model: Model) -> PopupAnswer {
    guard content.verb == CallForm.verbName, !others.isEmpty,
      let key = model.key(for: "form.next-call", in: KeyContexts.form)
    else { return .stay }
    let calls = others.count == 1 ? "One call is kept as a draft" : "\(others.count) calls are kept as drafts"
    return PopupAnswer(result: ResultLine(.note, "\(calls): \(key) goes to the one that waits longest."))
  }

  /// Adds the call to what is open at its site already; one that says nothing new only counts there.
  mutating func addToFound(_ model: Model) -> PopupAnswer {
    guard let call = content as? CallForm else { return .ignored }
    let work = call.preview(texts, model)
    let open = call.openOrders(at: work.site, work, model)
    guard let found = call.found(among: open, for: work) else {
      let mark = model.key(for: "form.next-found", in: KeyContexts.form) ?? "Another key"
      let words =
        open.isEmpty
        ? "Nothing is open at this site to add the call to."
        : "Nothing that is open here is like this call: \(mark) marks the one that is meant."
      return PopupAnswer(result: ResultLine(.note, words))
    }
    guard call.onlyAsks(texts, model), !isSending else {
      // Whatever the call is about would wait as long as the other order does.
      guard work.priority != .p1 || found.priority == .p1 else {
        let words =
          "Not added: this call is P1 and \(found.number) is \(found.priority.text). Log it on its own, or raise the other one first."
        return PopupAnswer(result: ResultLine(.warning, words))
      }
      return send(.addTo(found.id), model)
    }
    if let answer = refuseFault(model) { return answer }
    isSending = true
    next = .nothing
    return PopupAnswer(effects: [.submit(call.chasing(found, texts, model), .popup(0))])
  }

  /// Keeps this one and goes on to the kept call that rang next after it, from the last one to the one that waits
  /// longest: another press goes round.
  func nextCall(_ model: Model) -> PopupAnswer {
    guard content.verb == CallForm.verbName else { return .ignored }
    guard let oldest = others.first else {
      return PopupAnswer(result: ResultLine(.note, "No other call is kept as a draft."))
    }
    let next = others.first { Self.rang(draft, before: $0) } ?? oldest
    let words =
      next.key == oldest.key
      ? "Of the calls kept as drafts, this one waited longest." : "The next call that is kept as a draft."
    return PopupAnswer(
      .replace(VerbForm(CallForm(next, model), model, draft: next)),
      effects: [isUntouched ? .deleteDraft(content.draftKey) : .saveDraft(draft)],
      result: ResultLine(.note, words))
  }

  /// Keeps this one as a draft and takes the next: a kept one when this one is still empty, else a new one.
  mutating func park(_ model: Model) -> PopupAnswer {
    guard content.verb == CallForm.verbName else { return .ignored }
    if isUntouched {
      guard let oldest = others.first else { return .stay }
      return PopupAnswer(
        .replace(VerbForm(CallForm(oldest, model), model, draft: oldest)),
        effects: [.deleteDraft(content.draftKey)],
        result: ResultLine(.note, "This call was kept as a draft."))
    }
    return PopupAnswer(
      .replace(VerbForm(CallForm(model), model)), effects: [.saveDraft(draft)],
      result: ResultLine(.note, "The call is kept as a draft."))
  }
}
