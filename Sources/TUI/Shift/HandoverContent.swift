import Domain
import Terminal
import Verbs

/// The handover: what the next dispatcher must know, read part by part and then taken over.
struct HandoverContent: PageContent {
  /// Up to which row it has been on the screen, and the row at which each part ends.
  private var seenTo = 0
  private var ends: [Int: Int] = [:]
  private var wanted: Int?
  /// What is said in one line and shown one by one, by the action that did it.
  private var unfolded: Set<String> = []

  var name: String { "Handover" }
  var contexts: [String] { KeyContexts.handover }
  var hints: [(action: String, words: String)] {
    [
      (HandoverAddVerb.name, "add a line"), (HandoverReadVerb.name, "read"),
      (HandoverTakeVerb.name, "take over")
    ]
  }

  func titles(_ model: Model) -> [String] {
    let handover = model.office.handover
    let holder = handover.taken.map { model.name(of: $0.by) }
    return [
      "Handover\(holder.map { " from \($0)" } ?? "")", "made from the record at \(model.words(model.now))"
    ]
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let sheet = HandoverSheet(model.office, model.board, at: model.now)
    let unread = model.office.handover.unread(by: model.person)
    var lines: [PageLine] = []
    for (number, section) in HandoverSection.allCases.enumerated() {
      let mark = unread.contains(section) ? " " : "✓"
      let label = "\(mark)\(number + 1) \(Wording.title(of: section))"
      let items = sheet.lines(section)
      if items.isEmpty { lines += PageLine.fact(label, Wording.nothing(in: section), width: width, .dim) }
      for (index, item) in items.enumerated() {
        lines += self.lines(item, index == 0 ? label : "", model, width: width)
      }
      if let last = lines.indices.last { lines[last].endOfPart = number }
    }
    lines.append(.heading(model.wording.handoverSince(sheet)))
    lines += PageLine.text(Wording.handoverFigures, width: width, .dim)
    lines += PageLine.fact("Done", "\(sheet.done) of \(sheet.planned) planned", width: width)
    for counter in sheet.met {
      lines += PageLine.fact(Wording.title(of: counter.name), Wording.value(of: counter), width: width)
    }
    for sentence in model.wording.handoverState { lines += PageLine.text(sentence, width: width, .dim) }
    return lines
  }

  private func lines(
    _ line: HandoverSheet.Line, _ label: String, _ model: Model, width: Int
  ) -> [PageLine] {
    let words = model.wording.handover(line)
    switch line {
    case .one(let item): return PageLine.fact(label, words, width: width, target: item.target)
    case .several(let kind, let items):
      let fold = "unfold.\(kind)"
      let head = PageLine.fact(label, words, width: width, target: .action(fold))
      guard unfolded.contains(fold) else { return head }
      return head
        + items.flatMap { item in
          PageLine.fact("", "  " + model.wording.handover(item), width: width, target: item.target)
        }
    }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    if action.hasPrefix("unfold.") {
      if unfolded.remove(action) == nil { unfolded.insert(action) }
      return .stay
    }
    guard model.past == nil else { return nil }
    switch action {
    case HandoverAddVerb.name: return PopupAnswer(.open(VerbForm(HandoverForm(), model)))
    case HandoverReadVerb.name:
      guard let next = model.office.handover.unread(by: model.person).first else {
        return PopupAnswer(result: ResultLine(.note, "All of it is read: taking over is next."))
      }
      if let end = HandoverSection.allCases.firstIndex(of: next).flatMap({ ends[$0] }), seenTo <= end {
        wanted = end
        return PopupAnswer(result: ResultLine(.note, unseen(next, model)))
      }
      return submit(.read([next]), HandoverReadVerb.name)
    case HandoverTakeVerb.name:
      return PopupAnswer(effects: [.submit(HandoverTakeVerb.taking(in: model.verbContext()), .keys)])
    default: return nil
    }
  }

  /// Nobody has read what was not before him.
  private func unseen(_ section: HandoverSection, _ model: Model) -> String {
    let key = model.key(for: HandoverReadVerb.name, in: contexts) ?? "handover read"
    return "\(Wording.title(of: section)) was not all on the screen: it is now, as far as it fits. "
      + "\(key) again says that you have read it."
  }

  mutating func see(_ lines: [PageLine], _ rows: Range<Int>) {
    ends = [:]
    for (row, line) in lines.enumerated() { if let part = line.endOfPart { ends[part] = row } }
    if rows.lowerBound <= seenTo { seenTo = max(seenTo, rows.upperBound) }
  }

  mutating func takeWanted() -> Int? {
    defer { wanted = nil }
    return wanted
  }

  private func submit(_ change: ChangeHandover.Change, _ verb: String) -> PopupAnswer {
    let proposal = Proposal(verb: verb, commands: [.changeHandover(ChangeHandover(change))])
    return PopupAnswer(effects: [.submit(proposal, .keys)])
  }
}

extension HandoverSheet.Item {
  /// What Enter on it opens.
  fileprivate var target: PageLine.Target? {
    switch self {
    case .lateArrival(let order, _, _), .missedClock(let order, _, _), .waitingForParts(let order, _, _, _),
      .unassigned(_, _, _, let order, _):
      .view(.open(order))
    case .complaint(let customer, _, _): .view(.openCustomer(customer))
    case .alert(let alert): alert.orderID.map { .view(.open($0)) }
    case .absent, .unavailable, .silent, .line: nil
    }
  }
}

/// A line by hand for whoever comes next.
struct HandoverForm: FormContent {
  let verb = HandoverAddVerb.name
  var subject: WorkOrder.ID? { nil }
  let draftSubject = ""
  let name = "Line for the handover"
  let quickField: String? = "words"

  func titles(_ texts: FormTexts, _ model: Model) -> [String] { [name] }
  func fields(_ model: Model) -> [FormField] { [FormField("words", label: "Line")] }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    Arguments(["words": texts.word("words").map { [$0] } ?? []])
  }
}
