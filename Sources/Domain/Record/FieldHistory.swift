/// One recorded change of one field: who, when, and what it was before and after.
public struct RecordedChange: Hashable, Sendable {
  public let field: String
  public let before: String?
  public let after: String?
  public let secrecy: FieldValue.Secrecy
  /// The entry of the ledger that it is in.
  public let seq: Int
  public let at: Timestamp
  public let person: Person.ID
  public let console: ConsoleID
  /// The rule that acted, where nobody did.
  public let rule: AutomaticRule?
  /// Whether the entry takes an earlier one back.
  public let isReversal: Bool
  /// Why, as it was said: for a priority, or for passing a rule that blocks.
  public let reason: String?
}

/// Tells how the fields of a record came to be what they are, from the ledger's entries alone.
///
/// The record is folded entry by entry and looked at before and after each, so that whatever sets a field is seen,
/// and the last change of a field always ends with what it holds.
public enum FieldHistory {
  /// Every change of a record's fields, or of one of them. `entries` are all that touch it, oldest first.
  public static func changes(
    of record: RecordReference, field: String? = nil, in entries: some Sequence<Entry>
  ) -> [RecordedChange] {
    var fold = Office.unfounded
    var before: [FieldValue] = []
    var changes: [RecordedChange] = []
    for entry in entries {
      var reason = entry.override
      for event in entry.events where event.record == record {
        fold.apply(event, entry.stamp)
        reason = event.reason ?? reason
      }
      let after = fold.fields(of: record) ?? []
      for (index, value) in after.enumerated() where field == nil || field == value.name {
        let old = before.indices.contains(index) ? before[index].text : nil
        if old == value.text { continue }
        changes.append(
          RecordedChange(
            field: value.name, before: old, after: value.text, secrecy: value.secrecy, seq: entry.seq,
            at: entry.at, person: entry.person, console: entry.console, rule: entry.automation?.rule,
            isReversal: entry.reversal != nil, reason: reason))
      }
      before = after
    }
    return changes
  }
}

extension Event {
  /// The reason that somebody gave with it.
  fileprivate var reason: String? {
    guard case .workOrder(_, .priorityChanged(_, _, let reason)) = self else { return nil }
    return reason
  }
}
