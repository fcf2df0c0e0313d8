import Domain
import Terminal
import Verbs

extension VerbForm {
  /// Reads the fields as the verb would from the line; what is wrong is said beside its field.
  mutating func send(_ next: Next, _ model: Model) -> PopupAnswer {
    guard !isSending else { return .stay }
    matches = []
    clearFaults()
    self.next = next
    if let field = texts.fields.focused { content.settle(field.name, &texts, model) }
    if let missed = texts.fields.takeMissed() {
      let fault = FormFields.noneOfThese(missed.word)
      return blame(missed.field, fault, "\(fault): choose one, or save again without it.")
    }
    if let answer = refuseGaps() { return answer }
    if let answer = refuseFault(model) { return answer }
    let arguments = content.arguments(texts, model)
    if changesNothing(arguments) {
      return PopupAnswer(result: ResultLine(.note, "Nothing is changed yet, so there is nothing to save."))
    }
    let context = model.verbContext(now: content.openedAt, older: content.older)
    do {
      let verb = try Verbs.verb(named: content.verb, arguments, in: context)
      return carryOut(try verb.act(in: context), arguments, model)
    } catch let fault as UsageFault {
      return show(fault)
    } catch let refusal as Refusal {
      return show(refusal, model)
    } catch {
      return .stay
    }
  }

  /// What no verb would refuse and yet is wrong is said beside its field.
  mutating func refuseFault(_ model: Model) -> PopupAnswer? {
    guard let fault = content.fault(texts, model) else { return nil }
    var answer = blame(fault.field, fault.words, fault.words)
    answer.effects += fault.effects
    return answer
  }

  private mutating func carryOut(_ act: Act, _ arguments: Arguments, _ model: Model) -> PopupAnswer {
    switch act {
    case .submit(let proposal):
      isSending = true
      var finished = content.finish(proposal, texts, model)
      finished.arguments = arguments
      if case .addTo(let id) = next, let call = content as? CallForm, let found = model.office.order(id) {
        finished = call.adding(finished, to: found, texts)
      }
      return PopupAnswer(effects: [.submit(finished, .popup(0))])
    case .chore(let chore):
      // The form and its draft stay until it is done: a file that cannot be read is a slip to be mended here.
      isSending = true
      return PopupAnswer(effects: [.chore(chore, .popup(0))])
    case .ask(let query): return PopupAnswer(.close, effects: [.ask(query, .keys)])
    case .show: return .close
    }
  }

  mutating func finished(_ outcome: Outcome, _ model: Model) -> PopupAnswer {
    isSending = false
    switch outcome {
    case .done:
      let effects: [Effect] = [.deleteDraft(content.draftKey)]
      if next == .assign, let order = content.loggedOrder(model, texts) {
        return PopupAnswer(.replace(AssignPopup(order, model)), effects: effects)
      }
      return PopupAnswer(.close, effects: effects)
    case .refused(.broken(let broken), let proposal) where model.mayPass(broken):
      return PopupAnswer(.open(RulePopup(broken, proposal)))
    case .refused(let refusal, _):
      if case .changedSince = refusal { renew(model) }
      return show(refusal, model)
    case .failed(let failure, _):
      said = "\(Sentences.failure(failure, model)) What is typed here is kept."
      return .stay
    }
  }
}

extension VerbForm {
  /// Every field that the verb needs and that is empty is marked, and the first of them gets the cursor.
  private mutating func refuseGaps() -> PopupAnswer? {
    let needed =
      (Verbs.verb(named: content.verb)?.parameters.filter(\.isRequired).map(\.name) ?? [])
      + content.needed(texts)
    let empty = texts.fields.fields.filter { needed.contains($0.name) && texts.value($0.name) == nil }
    guard let first = empty.first else { return nil }
    for field in empty { mark(field.name, "is missing") }
    let labels = empty.map(\.label)
    let list = (labels.dropLast().joined(separator: ", "), labels.last ?? "")
    return blame(
      first.name, "is missing",
      labels.count == 1 ? "\(list.1) is missing." : "\(list.0) and \(list.1) are missing.")
  }

  /// Whether the verb changes fields and none of them says anything new.
  private func changesNothing(_ arguments: Arguments) -> Bool {
    let needed = Verbs.verb(named: content.verb)?.parameters.filter(\.isRequired) ?? []
    return needed.contains { parameter in
      if case .fields = parameter.kind { !arguments.has(parameter.name) } else { false }
    }
  }

  private mutating func clearFaults() {
    said = nil
    for index in texts.fields.fields.indices { texts.fields.fields[index].fault = nil }
  }

  private mutating func show(_ fault: UsageFault) -> PopupAnswer {
    let word = fault.word ?? ""
    let fields = texts.fields.fields.filter { !$0.isShown }
    let field =
      fields.first { $0.name == word || "--\($0.name)" == word }
      ?? fields.first { !word.isEmpty && texts.word($0.name) == word }
      ?? fields.first { !word.isEmpty && (texts.word($0.name)?.contains(word) ?? false) }
    let isEmpty = field.map { texts.value($0.name) == nil } ?? false
    return blame(
      field?.name, isEmpty ? "is missing" : fault.message,
      isEmpty ? "\(field?.label ?? "") is missing." : fault.message)
  }

  private mutating func show(_ refusal: Refusal, _ model: Model) -> PopupAnswer {
    let order = content.subject.flatMap { model.office.order($0) } ?? content.older
    let group = (content as? any OrderFormContent)?.orders.map(\.number) ?? []
    let sentence = Sentences.refusal(
      refusal, model, verb: content.verb, orders: group.count > 1 ? group : order.map { [$0.number] } ?? [])
    switch refusal {
    case .missing(_, let names):
      for name in names { mark(name, "is missing") }
      return blame(names.first, names.count == 1 ? "is missing" : nil, sentence)
    case .fault(let fault): return blame(fault.field, "it is \(fault.expected)", sentence)
    case .notFound, .notAllowed, .changedSince, .broken, .overrideNeedsReason, .workEnded, .wrongState,
      .alreadyOnHold, .notOnHold, .taken, .inUse, .undoImpossible, .messageLeft, .needsNewerConsole,
      .handoverUnread, .personLeft, .planMovedOn:
      return blame(nil, nil, sentence)
    }
  }

  private mutating func mark(_ name: String, _ words: String) {
    guard var field = texts.fields[name] else { return }
    field.fault = words
    texts.fields[name] = field
  }

  /// Says what is wrong beside the field, puts the cursor there, and repeats it where all results stand.
  private mutating func blame(_ name: String?, _ words: String?, _ sentence: String? = nil) -> PopupAnswer {
    if !content.opensBox { box = nil }
    if let name, texts.fields[name] != nil {
      if let words { mark(name, words) }
      texts.fields.focus(on: name)
      if words == nil { said = sentence }
    } else {
      said = sentence ?? words
    }
    return PopupAnswer(result: (sentence ?? words).map { ResultLine(.refused, $0) })
  }
}

extension FormContent {
  /// The order that a form has logged, for the assignment that follows.
  func loggedOrder(_ model: Model, _ texts: FormTexts) -> WorkOrder.ID? { (self as? CallForm)?.order }
}

extension Model {
  /// What verbs may know, at another instant or with an order that the running day has let go of.
  func verbContext(now: Timestamp? = nil, older: WorkOrder? = nil) -> VerbContext {
    VerbContext(
      office: office, now: now ?? self.now, person: person, selection: selectedOrders, last: last,
      identifiers: identifiers, olderOrder: { reference in older.flatMap { reference.means($0) ? $0 : nil } },
      rules: rules)
  }
}
