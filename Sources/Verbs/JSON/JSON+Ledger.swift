public import Domain

extension Objects {
  /// One entry of the ledger; the payloads stay in the file, their names are here. What a rule did is the rule's, and
  /// not of whoever was at the console; `target` is the entry that it takes back or does again.
  public static func entry(_ entry: Entry, target: Int? = nil, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("seq", entry.seq)
    object.add("hash", entry.hash.description)
    object.add("previous", entry.previous.description)
    object.add("at", entry.at.rfc3339)
    object.add("told", entry.told?.rfc3339)
    object.add("recordedAt", entry.recordedAt.rfc3339)
    let person = office.person(entry.person)?.handle ?? entry.person.description
    object.add("person", entry.rule.map { "rule \($0)" } ?? person)
    object.add("console", entry.console.description)
    object.add("commandId", entry.submission.description)
    let refused = entry.events.lazy.compactMap(\.refusedCommands).first
    object.add("command", (entry.commands.first ?? refused?.first).map { Wording.word(of: $0.verb) })
    object.add("commands", entry.commands.count)
    object.add("events", entry.events.map { JSONValue($0.name) })
    object.add("override", entry.override)
    object.add("rule", entry.rule)
    switch entry.reversal {
    case .undoes(let undone): object.add("undoes", undone.description)
    case .redoes(let redone): object.add("redoes", redone.description)
    case nil: break
    }
    object.add(entry.reversal?.isRedo ?? false ? "redoesEntry" : "undoesEntry", target)
    return object.value
  }
}
