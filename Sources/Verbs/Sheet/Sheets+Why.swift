public import Domain

/// How the fields of a record came to be what they are: the value now, the rule behind it, every change.
public struct FieldStory: Sendable {
  public let record: RecordReference
  /// Nil for all of them.
  public let field: String?
  /// The changes on record, newest first.
  public let changes: [RecordedChange]

  /// `entries` are all that touch the record, oldest first.
  public init(of record: RecordReference, field: String?, in entries: some Sequence<Entry>) {
    self.record = record
    self.field = field
    changes = FieldHistory.changes(of: record, field: field, in: entries).reversed()
  }

  /// What a field holds now; nil for one that is computed.
  public func value(of field: String, in office: Office) -> FieldValue? {
    office.fields(of: record)?.first { $0.name == field }
  }

  /// The rule behind the field, with its figures.
  public func rule(in wording: Wording) -> [String] {
    guard let field, case .order(let id) = record, let order = wording.office.order(id) else { return [] }
    return wording.rule(of: field, order)
  }
}

extension Sheets {
  /// The story of a field as text, or of all fields that were ever set.
  public static func why(_ story: FieldStory, in office: Office, at now: Timestamp) -> [String] {
    let wording = Wording(office: office, now: now)
    let name = office.name(of: story.record) ?? "?"
    var lines = ["\(name)\(story.field.map { " · \($0)" } ?? "")"]
    if let field = story.field, let value = story.value(of: field, in: office) {
      lines += line("now", wording.value(value.text, of: field, value.secrecy))
    }
    for (index, rule) in story.rule(in: wording).enumerated() {
      lines += line(index == 0 ? "rule" : "", rule)
    }
    for change in story.changes {
      let field = story.field == nil ? "\(change.field) " : ""
      lines += line(wording.time(change.at), "\(wording.who(change))  \(field)\(wording.change(change))")
    }
    if story.changes.isEmpty {
      lines.append(
        story.field.map { RecordReference.computedFields.contains($0) } ?? false
          ? "It is worked out whenever it is looked at; nothing of it is stored."
          : "Nothing is on record for it.")
    }
    return lines
  }
}

extension Objects {
  /// The story of a field, or of all; what lists hide is hidden here too.
  public static func why(_ story: FieldStory, in office: Office, at now: Timestamp) -> JSONValue {
    let wording = Wording(office: office, now: now)
    let shown = { (text: String?, secrecy: FieldValue.Secrecy, field: String) -> String? in
      text.map { secrecy == .open ? $0 : wording.value($0, of: field, secrecy) }
    }
    var object = JSONObject()
    object.add("kind", story.record.kind)
    object.add("record", office.name(of: story.record))
    object.add("field", story.field)
    if let field = story.field, let value = story.value(of: field, in: office) {
      object.add("value", shown(value.text, value.secrecy, field))
    }
    let rule = story.rule(in: wording)
    if !rule.isEmpty { object.add("rule", rule.map { JSONValue($0) }) }
    object.add(
      "changes",
      story.changes.map { change in
        var line = JSONObject()
        line.add("seq", change.seq)
        line.add("at", change.at.rfc3339)
        line.add("person", office.person(change.person)?.handle ?? change.person.description)
        line.add("rule", change.rule?.rawValue)
        line.add("console", String(change.console.description.prefix(8)))
        line.add("field", change.field)
        line.add("before", shown(change.before, change.secrecy, change.field))
        line.add("after", shown(change.after, change.secrecy, change.field))
        line.add("reason", change.reason)
        return line.value
      })
    return object.value
  }
}
