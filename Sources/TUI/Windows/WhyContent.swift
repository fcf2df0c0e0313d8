import Domain
import Terminal
import Verbs

/// How a field came to be what it is: the value, the rule behind it with its figures, every change on record. Without
/// a field it lists all that were ever set, each leading to its own story.
struct WhyContent: PageContent {
  let record: RecordReference
  let field: String?
  /// All that touched the record, oldest first; nil until it was read.
  private var entries: [Entry]?
  /// The order where the running day does not have it.
  private var older: WorkOrder?

  init(_ record: RecordReference, field: String?) {
    self.record = record
    self.field = field
  }

  var name: String { "Why" }

  func titles(_ model: Model) -> [String] {
    let name = office(model).name(of: record) ?? "looking for the record"
    return [[name, field.map { model.label(of: $0) } ?? "all fields"].joined(separator: " · ")]
  }

  func questions(_ model: Model) -> [Effect] {
    var asked: [Effect] = [.ask(.why(record, field: field), .popup(0))]
    if case .order(let id) = record, model.office.order(id) == nil {
      asked.append(.ask(.show(id), .popup(0)))
    }
    return asked
  }

  mutating func take(_ answer: Answer) {
    switch answer {
    case .entries(record, let entries): self.entries = entries
    case .order(let order) where record == .order(order.id): older = order
    case .hits, .history, .entries, .order, .ended, .drafts, .draftsOfOthers, .plan, .reckoned, .number, .pin,
      .past, .lines:
      break
    }
  }

  private func office(_ model: Model) -> Office {
    var office = model.office
    if let older { office.restore(older) }
    return office
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let wording = Wording(office: office(model), now: model.now)
    guard let entries else { return [PageLine("The record is being read.", .dim)] }
    let story = FieldStory(of: record, field: field, in: entries)
    return field.map { one($0, story, wording, model, width: width) } ?? all(story, wording, width: width)
  }

  private func one(
    _ field: String, _ story: FieldStory, _ wording: Wording, _ model: Model, width: Int
  ) -> [PageLine] {
    var lines: [PageLine] = []
    if let value = story.value(of: field, in: wording.office) {
      lines += PageLine.fact(
        "Now", wording.value(value.text, of: field, value.secrecy), width: width, .fieldValue)
    }
    for (index, rule) in story.rule(in: wording).enumerated() {
      lines += PageLine.fact(index == 0 ? "By rule" : "", rule, width: width)
    }
    let isComputed = RecordReference.computedFields.contains(field)
    guard !isComputed else {
      return lines + [PageLine("It is worked out whenever it is looked at; nothing of it is stored.", .dim)]
    }
    lines.append(.heading("On record  \(story.changes.count)"))
    if story.changes.isEmpty { lines.append(PageLine("Nobody has ever set it.", .dim)) }
    for change in story.changes {
      let late = change.isReversal ? .dim : StyleRole.plain
      lines += PageLine.text(
        "\(model.words(change.at).padded(to: 13))\(wording.who(change)), \(wording.consoles.name(change.console))",
        width: width, .heading)
      lines += PageLine.text(wording.change(change), width: width, indent: 13, late)
    }
    return lines
  }

  private func all(_ story: FieldStory, _ wording: Wording, width: Int) -> [PageLine] {
    let values = wording.office.fields(of: record) ?? []
    let lines = values.flatMap { value -> [PageLine] in
      let changes = story.changes.filter { $0.field == value.name }
      guard let last = changes.first else { return [] }
      let times = changes.count == 1 ? "once" : "\(changes.count) times"
      let words =
        "\(wording.value(value.text, of: value.name, value.secrecy)) · set \(times), \(wording.time(last.at)) by \(wording.who(last))"
      return PageLine.fact(
        value.name, words, width: width, target: .view(.openWhy(record, field: value.name)),
        field: FieldPlace(record, value.name))
    }
    return lines.isEmpty ? [PageLine("Nothing is on record for it.", .dim)] : lines
  }
}

extension Model {
  /// What a field is called at the top of its story.
  func label(of field: String) -> String {
    switch field {
    case "accessCode": "access code"
    case "timeZone": "time zone"
    case "nte": "not to exceed"
    case "response": "response clock"
    case "fix": "fix clock"
    case "agreedPriority": "priority of the clocks"
    case "proposed": "proposed priority"
    default: field
    }
  }
}
