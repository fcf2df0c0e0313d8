import Domain
import Settings
import Terminal
import Verbs

/// A form that fills in a verb: typing, type-ahead, drafts at every change, faults beside the fields, sending.
struct VerbForm: Popup {
  /// What follows once it is saved.
  enum Next: Hashable, Sendable {
    case nothing, assign
    /// The call is about work that is on record already.
    case addTo(WorkOrder.ID)
  }

  var content: any FormContent
  var texts: FormTexts
  let begunAt: Timestamp
  /// What stood in the fields when it opened; only what differs goes into the draft.
  private(set) var initial: [FormDraft.Field]
  /// The large box over the form while the focused field is written in it.
  var box: TextArea?
  /// What the focused field may mean, while it is being typed.
  var matches: [FormMatch] = []
  var matchIndex = 0
  /// Whether what was folded has been opened, and stays so.
  var isUnfolded = false
  /// The field in whose words the cursor was moved: letters go in there, whoever filled it in.
  var edited: String?
  /// Rows by which the form is scrolled to what stands under its fields.
  var scroll = 0
  /// Whether the draft is on disk as it stands.
  var isDraftSaved = false
  var hasBegun = false
  var isSending = false
  var next = Next.nothing
  /// Other drafts of the same form, newest first.
  var others: [FormDraft] = []
  /// What the last saving came to, when it was refused.
  var said: String?

  var isReview: Bool { content.verb == ReworkVerb.name }

  init(
    _ content: any FormContent, _ model: Model, _ arguments: Arguments = Arguments(), draft: FormDraft? = nil
  ) {
    self.content = content
    begunAt = draft?.begunAt ?? content.openedAt ?? model.now
    var texts = FormTexts(FormFields(content.fields(model)))
    initial = texts.draftFields
    for field in texts.fields.fields where !field.isShown {
      if let text = arguments.text(field.name) { texts.set(field.name, to: text) }
    }
    self.texts = texts
    if let draft { restore(draft) }
    content.refresh(&self.texts, model)
    if content.opensBox, let field = self.texts.fields.focused {
      box = TextArea(self.texts.value(field.name) ?? "")
    }
  }

  var name: String { content.name }
  var subject: WorkOrder.ID? { content.subject }
  var isWaiting: Bool { isSending }
  /// A form about several orders is about what is marked.
  var actsOnMarks: Bool { !((content as? any OrderFormContent)?.others.isEmpty ?? true) }

  /// While something is picked from a list its keys are those of the command line: arrows walk, Tab and Enter take.
  var contexts: [String] {
    if box != nil { return ["always"] }
    return matches.isEmpty && !isQuick ? KeyContexts.form : KeyContexts.line
  }

  /// Enter saves here; Tab and the arrows still go from field to field.
  var isQuick: Bool { content.quickField != nil && content.quickField == texts.fields.focused?.name }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return begin(model)
    case .changed:
      content.refresh(&texts, model)
      return PopupAnswer(effects: content.watches(texts))
    case .draftSaved:
      isDraftSaved = true
      return .stay
    case .answered(.drafts(let drafts)): return take(drafts, model)
    case .answered(let answer):
      let kept = content.kept
      content.take(answer)
      content.refresh(&texts, model)
      // A number that was promised stays with what was typed before it came.
      return content.kept == kept || isUntouched ? .stay : saved(model)
    case .finished(let outcome): return finished(outcome, model)
    case .action(let action): return act(action, model)
    case .key(let key): return press(key, model)
    case .paste(let text): return paste(text, model)
    case .mouse(let mouse): return click(mouse, model)
    case .suggested: return .ignored
    }
  }

  /// Takes over what somebody else has changed since it opened: what was typed stays and, now that it is seen what it
  /// replaces, the next saving does it.
  mutating func renew(_ model: Model) {
    guard let renewed = content.renewed(model) else { return }
    let fresh = VerbForm(renewed, model)
    // A field that was left as it stood is left to whoever changed it.
    let left = Set(initial).intersection(texts.draftFields).map(\.name)
    for name in left { texts.set(name, to: fresh.texts.value(name) ?? "") }
    content = renewed
    initial = fresh.initial
    content.refresh(&texts, model)
  }

  private mutating func begin(_ model: Model) -> PopupAnswer {
    guard !hasBegun else { return .stay }
    hasBegun = true
    return PopupAnswer(effects: content.questions + [.ask(.list(.drafts, filter: nil), .popup(0))])
  }
}
