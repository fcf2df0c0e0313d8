import Domain
import Terminal
import Verbs

/// Who could take an order, best first, and why the others cannot: Enter for the best, a digit for another.
struct AssignPopup: SendingPopup {
  /// What is typed beside the list.
  enum Entry: String, Hashable, Sendable {
    case time = "Time", length = "Length", note = "Note to technician"
  }

  let order: WorkOrder.ID
  /// Who had it when whoever chooses last looked.
  var holder: Technician.ID?
  /// Who is listed: as ranked, or at the hour that was typed.
  var candidates: Candidates?
  /// As they were listed first: rows stand still while somebody reads them and reaches for a digit.
  private var standing: [Technician.ID] = []
  /// Whether everybody who cannot is listed, too.
  var isAll = false
  /// Whether the costs of the marked row are shown.
  var showsCost = false
  var index = 0
  var typing: Entry?
  var time = TextField("", limit: 40, isOneLine: true)
  var length = TextField("", limit: 20, isOneLine: true)
  var note = TextField()
  /// Whose warning was shown and waits for a second Enter.
  var confirming: Technician.ID?
  var said: String?
  var isSending = false
  /// A choice made before the list was there: whoever types ahead does not wait for it.
  var early: String?

  init(_ order: WorkOrder.ID, _ model: Model) {
    self.order = order
    holder = model.office.order(order)?.technician
  }

  var contexts: [String] { typing == nil ? KeyContexts.assign : KeyContexts.form }
  var subject: WorkOrder.ID? { order }
  var name: String { "Assign" }

  /// A row of the list.
  enum Row: Hashable, Sendable {
    case fits(Candidate)
    case cannot(NoCandidate)

    var technician: Technician.ID {
      switch self {
      case .fits(let candidate): candidate.id
      case .cannot(let candidate): candidate.id
      }
    }
  }

  /// How many of those who cannot are listed unasked: two, and where nobody can, those with whom something could give
  /// way.
  var shownOthers: Int {
    guard let candidates, candidates.eligible.isEmpty else { return 2 }
    return max(2, min(6, candidates.others.count { $0.remedy != nil }))
  }

  /// Those who can, and of those who cannot the first few, or all when asked for; whoever was listed keeps his place.
  var rows: [Row] {
    guard let candidates else { return [] }
    let others = candidates.others.enumerated().filter { number, other in
      isAll || number < shownOthers || standing.contains(other.id)
    }
    let rows = candidates.eligible.map(Row.fits) + others.map { Row.cannot($0.element) }
    let (kept, new) = (
      rows.filter { standing.contains($0.technician) }, rows.filter { !standing.contains($0.technician) }
    )
    let places = Dictionary(uniqueKeysWithValues: zip(standing, standing.indices))
    return kept.sorted { places[$0.technician, default: 0] < places[$1.technician, default: 0] } + new
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return candidates == nil ? asked(model) : .stay
    case .changed: return isSending ? .stay : asked(model)
    case .suggested(let id, let found):
      guard id == order else { return .ignored }
      take(found)
      guard let choice = early else { return .stay }
      early = nil
      return act(choice, model)
    case .action(let action): return typing == nil ? act(action, model) : type(action, model)
    case .key(let key):
      guard typing != nil else { return .ignored }
      var isTyped = false
      edit { isTyped = $0.handle(key) }
      return isTyped ? .stay : .ignored
    case .paste(let text):
      guard typing != nil else { return .ignored }
      edit { $0.insert(text) }
      return .stay
    case .mouse(let mouse): return point(mouse, model)
    case .finished(let outcome): return finished(outcome, model)
    case .answered, .draftSaved: return .ignored
    }
  }

  /// Whoever is marked stays marked in a new list.
  private mutating func take(_ found: Candidates) {
    let marked = candidates == nil ? nil : rows.indices.contains(index) ? rows[index].technician : nil
    candidates = found
    standing += rows.map(\.technician).filter { !standing.contains($0) }
    index = marked.flatMap { id in rows.firstIndex { $0.technician == id } } ?? 0
  }

  /// Who could take it, worked out elsewhere: at the hour and for the length that are typed by now.
  private mutating func asked(_ model: Model) -> PopupAnswer {
    PopupAnswer(effects: [.suggest(order, at: typedHour(model), .popup(0))])
  }

  /// Nil where no hour is typed, or none that can be read, which is said.
  private mutating func typedHour(_ model: Model) -> TimeRange? {
    guard !time.isEmpty, let order = model.office.order(order),
      let first = candidates?.eligible.first?.id ?? candidates?.others.first?.id
    else { return nil }
    var arguments = Arguments([
      "order": [String(order.number)], "technician": [first.description], "time": [time.text.trimmed]
    ])
    if !length.isEmpty { arguments.set("length", to: [length.text.trimmed]) }
    do throws(NotSubmitted) {
      let wanted = try model.proposal(of: AssignVerb.name, arguments)
      for case .assignVisit(order.id, let rule) in wanted.commands {
        let usual = order.openVisit?.estimate ?? order.estimate
        return TimeRange(start: rule.start, length: rule.length ?? usual)
      }
    } catch {
      said = error.words
    }
    return nil
  }
}

extension AssignPopup {
  private mutating func edit(_ change: (inout TextField) -> Void) {
    switch typing {
    case .time: change(&time)
    case .length: change(&length)
    case .note: change(&note)
    case nil: break
    }
  }

  private mutating func type(_ action: String, _ model: Model) -> PopupAnswer {
    switch action {
    case "form.clear-field": edit { $0.clear() }
    case "form.delete-word": edit { $0.delete(.wordLeft) }
    case "form.enter", "form.next", "form.previous", "form.save", "form.keep-draft", "interrupt":
      let isNote = typing == .note
      (typing, confirming, said) = (nil, nil, nil)
      return isNote ? .stay : asked(model)
    default: return .ignored
    }
    return .stay
  }
}
