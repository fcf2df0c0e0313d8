import Domain
import Verbs

/// A form of one sentence and little more: why a visit was declined, what was not done, why an order goes on.
struct WordsForm: OrderFormContent {
  let order: WorkOrder
  var others: [WorkOrder] = []
  let verb: String
  /// What is done, such as `Decline`.
  let title: String
  let asked: [FormField]
  /// What follows from it, said under the fields.
  var consequence: @Sendable (WorkOrder, Model) -> String? = { _, _ in nil }
  var opensBox = false
  var name: String { "\(title) \(objectWords)" }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    titles([model.siteName(of: order), order.summary], model)
  }

  func fields(_ model: Model) -> [FormField] { asked }

  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    name == "original" ? model.orderMatches(text, except: order.id) : []
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    guard others.isEmpty else { return model.lines(of: orders.map(\.id), width: width) }
    return preview(texts, model, width: width)
      + PageLine.fact("Then", consequence(current(model), model), width: width, .fieldNote)
  }

  /// The message as it will be read, with its fields filled in; what stands against it instead.
  private func preview(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    guard verb == MessageVerb.name, texts.value("text") != nil else { return [] }
    do throws(NotSubmitted) {
      let proposal = try model.proposal(of: verb, arguments(texts, model), older: older)
      let words = try model.previews(of: proposal)
      return words.flatMap { PageLine.text($0, width: width, .fieldValue) }
    } catch {
      return PageLine.text(error.words, width: width, .fieldError)
    }
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments { plainArguments(texts, asked.map(\.name)) }
}

extension WordsForm {
  /// The visit ended without the work done: why, and what comes next.
  static func notDone(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: NotDoneVerb.name, title: "Not done",
      asked: [
        FormField("reason", label: "Why"), FormField("next", label: "Next step"),
        FormField("no-access", label: "No access", note: "what shows it: rang twice, photo of the door"),
        FormField("charge", label: "Charge", note: "yes: the way back is charged")
      ],
      consequence: { order, model in
        model.technicianName(order.technician).map { "\($0)'s visit ends, the order stays open" }
      })
  }

  /// What the customer is promised; with a visit it says how the plan stands to it.
  static func window(_ order: WorkOrder, _ model: Model) -> WordsForm {
    WordsForm(
      order: order, verb: WindowVerb.name, title: "Promise for",
      asked: [
        FormField(
          "window", label: "Window", note: "9-11, 10:00, am, tomorrow pm, after hours, flexible, none")
      ],
      consequence: { order, model in model.wording.promise(order) ?? "nothing is promised yet" })
  }

  static func decline(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: DeclineVerb.name, title: "Decline", asked: [FormField("reason", label: "Why")],
      consequence: { order, model in
        model.technicianName(order.technician).map { "taken from \($0), back in the queue" }
      })
  }

  static func duplicate(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: DuplicateVerb.name, title: "Duplicate",
      asked: [FormField("original", label: "Of order", note: "its number, or a word of it")],
      consequence: { order, _ in "\(order.number) ends; the other one goes on" })
  }

  static func reopen(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: ReopenVerb.name, title: "Reopen", asked: [FormField("reason", label: "Why")],
      consequence: { order, model in
        order.ending.map { "its end of \(model.words($0.at)) is taken back, a new visit opens" }
      })
  }

  static func rework(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: ReworkVerb.name, title: "Send back",
      asked: [FormField("reason", label: "Why", note: "what is not right")],
      consequence: { _, _ in "a new visit opens, the order waits in the queue and its clocks run on" })
  }

  /// Closing done work needs no word; where no visit was done it needs how it was resolved.
  static func close(_ order: WorkOrder) -> WordsForm {
    let isDone = order.doneAt != nil
    return WordsForm(
      order: order, verb: CloseVerb.name, title: "Close",
      asked: [
        FormField(
          "resolution", label: "Resolved",
          note: isDone ? "may stay empty: a visit was done" : "how, as no visit was done")
      ],
      consequence: { order, model in
        model.office.clocks(of: order, at: model.now).map { model.clockWords($0) }.joined(separator: " · ")
      })
  }

  /// Somebody has called again: what he says, where he says anything, and who he is.
  static func chase(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: ChaseVerb.name, title: "Another call",
      asked: [
        FormField("text", label: "Says", note: "may stay empty"), FormField("caller", label: "Caller"),
        FormField("phone", label: "From", note: "his number"),
        FormField(
          "source", label: "Came by", kind: .choice(Source.ofCalls.map(\.rawValue)), note: "phone unless said"
        )
      ],
      consequence: { order, _ in "it counts as call \(order.requests.count + 1) about the order" })
  }

  /// A note of as many lines as it takes.
  static func note(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: NoteVerb.name, title: "Note on", asked: [FormField("text", label: "Note")],
      opensBox: true)
  }

  /// Words of one's own to the customer, or to whom the second field names.
  static func message(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: MessageVerb.name, title: "Message about",
      asked: [
        FormField("text", label: "Words", note: "{site}, {time} and such are filled in"),
        FormField("to", label: "To", note: "customer unless said; technician, or a person")
      ],
      consequence: { _, model in
        "it waits \(model.office.limits.messageWait.seconds) s, so that an undo catches it"
      })
  }

  static func attach(_ order: WorkOrder) -> WordsForm {
    WordsForm(
      order: order, verb: AttachVerb.name, title: "Attach to",
      asked: [FormField("file", label: "File", note: "its path")])
  }
}
