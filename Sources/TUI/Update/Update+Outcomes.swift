import Domain
import Terminal
import Verbs

extension Model {
  /// Tells people what became of a submission, and the popup that it came from.
  mutating func finished(_ outcome: Outcome, _ origin: Origin) -> [Effect] {
    let time = office.zone.clock(at: now)
    let handedIn = submitted.removeValue(forKey: origin)
    switch outcome {
    case .done where origin == .aside: return takeTypedAhead(after: outcome)
    case .done(let sentence, let isWarned, let way):
      pruneMarks(afterAction: true)
      repeated = handedIn ?? repeated
      if let doing = pocket?.doing { pocket?.did = doing }
      say(isWarned ? .warning : .done, "\(time) \(sentence)")
      let said = result
      let logged = logged(from: origin)
      let effects = tell(origin, .finished(outcome))
      // Which key takes it back is known only when the popup that it came from is closed, or stays.
      let isSelected = select(logged: logged)
      let hint = (isSelected ? "" : leading(to: logged)) + (way == nil ? stepHint : hint(way))
      if result == said { result?.sentence += hint }
      return effects + takeTypedAhead(after: outcome)
    case .refused(let refusal, let proposal):
      alerts.leaving = nil
      say(.refused, Sentences.refusal(refusal, self, of: proposal))
      if let parting = parting(of: proposal, after: refusal) {
        // What was refused is in the box, so that nothing but the choice is left to be made.
        let effects = tell(origin, .finished(outcome))
        return effects + takeTypedAhead(after: outcome) + open(PartingPopup(parting))
      }
      if mayChange, case .undoImpossible(let obstacle) = refusal, let popup = ElsewherePopup(obstacle) {
        let effects = tell(origin, .finished(outcome))
        return effects + takeTypedAhead(after: outcome) + open(popup)
      }
      if case .popup = origin {
        let effects = tell(origin, .finished(outcome))
        return effects + takeTypedAhead(after: outcome)
      }
      if case .broken(let broken) = refusal, mayPass(broken) {
        return open(RulePopup(broken, proposal))
      }
    case .failed(let failure, _): say(.refused, Sentences.failure(failure, self))
    }
    let effects = tell(origin, .finished(outcome))
    return effects + takeTypedAhead(after: outcome)
  }

  /// The order that the form which asked has put on record.
  private func logged(from origin: Origin) -> WorkOrder.ID? {
    guard case .popup(let number) = origin,
      let form = popups.first(where: { $0.number == number })?.popup as? VerbForm
    else { return nil }
    return form.content.loggedOrder(self, form.texts)
  }

  /// Makes what was just logged one key away, wherever it stands in the queue: `· - goes to it`.
  private mutating func leading(to logged: WorkOrder.ID?) -> String {
    guard let logged, popups.isEmpty, office.order(logged)?.isEnded == false else { return "" }
    if calls != nil {
      mark(call: logged)
      return key(for: OpenVerb.name, in: KeyContexts.calls).map { " · \($0) opens it" } ?? ""
    }
    last = logged
    return keymap.shownKey(for: Action.lastOrder.rawValue, in: paneContexts).map { " · \($0) goes to it" }
      ?? ""
  }

  /// Goes on with the call that was just logged, which the next key is about; not from a list of other things, and not
  /// while something stands over the panes.
  private mutating func select(logged: WorkOrder.ID?) -> Bool {
    guard let logged, case .console = face, popups.isEmpty, focus == .queue else { return false }
    return select(order: logged)
  }

  /// `· u undoes it`, by the live keymap; nothing where it cannot be undone or no key does it.
  private func hint(_ way: WayBack?) -> String {
    let contexts = popups.last?.popup.contexts ?? paneContexts
    guard let way, let key = keymap.shownKey(for: way.action, in: contexts) ?? byLine(way.action, contexts)
    else {
      return ""
    }
    switch way {
    case .undo: return " · \(key) undoes it"
    case .redo: return " · \(key) redoes it"
    }
  }

  /// A verb by the line, such as `:undo`, where no key of a popup does it.
  private func byLine(_ verb: String, _ contexts: [String]) -> String? {
    guard face.hasLine else { return nil }
    return keymap.shownKey(for: Action.openLine.rawValue, in: contexts).map {
      lineWords(Wording.word(of: verb), key: $0)
    }
  }

  /// Whether the person's role may pass a rule that blocks.
  var mayOverride: Bool { office.person(person)?.role.may(.cancelWork) ?? false }

  /// Whether a yes or a reason of this person gets past a broken rule.
  func mayPass(_ broken: BrokenRule) -> Bool {
    switch broken.severity {
    case .warn: true
    case .block: mayOverride
    case .forbid: false
    }
  }

  /// What was found out: for the popup that asked, else shown as text.
  mutating func answered(_ answer: Answer, _ origin: Origin) -> [Effect] {
    if case .popup = origin { return tell(origin, .answered(answer)) }
    switch answer {
    case .lines(let lines, let title):
      return open(TextPopup(title, lines: face.isConsole ? lines : lines.map { Masked.numbers(in: $0) }))
    case .drafts(let drafts) where calls != nil: takeCalls(drafts)
    case .drafts(let drafts): if !drafts.isEmpty { say(.note, kept(drafts)) }
    case .past(let view): return show(view, origin)
    case .pin(let answer): take(answer)
    case .hits, .history, .entries, .order, .ended, .draftsOfOthers, .number, .plan, .reckoned: break
    }
    return []
  }

  /// What a console says at its start of the forms that nobody finished: they are there, also after a crash.
  private func kept(_ drafts: [FormDraft]) -> String {
    let names = drafts.prefix(3).map(draftName).joined(separator: ", ")
    let more = drafts.count > 3 ? " and \(drafts.count - 3) more" : ""
    guard face.hasLine else { return "Kept unfinished: \(names)\(more). The key of each goes on with it." }
    let line = key(for: Action.openLine.rawValue, in: KeyContexts.queue) ?? ":"
    return "Kept unfinished: \(names)\(more). \(lineWords("list drafts", key: line)) goes on with them."
  }

  /// `:list drafts`; a key that is a word stands apart, such as `F9 list drafts`.
  private func lineWords(_ words: String, key: String) -> String {
    key.count == 1 ? key + words : "\(key) \(words)"
  }

  /// The counts that matter, for the title of the terminal's window.
  public var windowTitle: String {
    var title = office.profile.name
    // The figures tell of everybody's work.
    if case .pocket = face { return "\(title) · \(personName)" }
    if board.counts.p1Open > 0 { title += " · P1 \(board.counts.p1Open)" }
    if board.counts.breached > 0 { title += " · breached \(board.counts.breached)" }
    return title
  }

  func titleEffects(unless before: String) -> [Effect] {
    windowTitle == before ? [] : [.title(windowTitle)]
  }
}
