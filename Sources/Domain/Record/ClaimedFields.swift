/// A record that a claim gives whole, decided field by field: only what the claimant changed is taken over.
///
/// So two people who change different settings of the same record both have their way, and an undo leaves the
/// neighbour's as it is.
struct ClaimedFields<Whole> {
  /// The record as it becomes; begins as it is now.
  private(set) var result: Whole
  let from: Whole
  let to: Whole
  let subject: Subject

  init(_ now: Whole, from: Whole, to: Whole, of subject: Subject) {
    result = now
    self.from = from
    self.to = to
    self.subject = subject
  }

  /// Refused when the field is neither as the claimant saw it nor as he wants it.
  mutating func take<Value: Equatable>(_ field: WritableKeyPath<Whole, Value>, _ name: String) throws(Refusal)
  {
    let (old, new) = (from[keyPath: field], to[keyPath: field])
    if old == new || result[keyPath: field] == new { return }
    if result[keyPath: field] != old { throw changed(name, result[keyPath: field]) }
    result[keyPath: field] = new
  }

  /// The same for each entry of a table by itself.
  mutating func takeEach<Key: Hashable & RawRepresentable<String>, Value: Equatable>(
    _ field: WritableKeyPath<Whole, [Key: Value]>, _ name: String
  ) throws(Refusal) {
    let (old, new) = (from[keyPath: field], to[keyPath: field])
    for key in Set(old.keys).union(new.keys).sorted(by: { $0.rawValue < $1.rawValue }) {
      let now = result[keyPath: field][key]
      if old[key] == new[key] || now == new[key] { continue }
      if now != old[key] { throw changed("\(name).\(key.rawValue)", now) }
      result[keyPath: field][key] = new[key]
    }
  }

  private func changed<Value>(_ name: String, _ now: Value) -> Refusal {
    let words: String? =
      switch now {
      case let now as String: now
      case let now as Int: String(now)
      case let now as Span: "\(now.wholeMinutes)m"
      case let now as Money: now.text
      case let now as Severity: now.rawValue
      case let now as TimeOfDay: now.text
      default: "something else"
      }
    return .changedSince(subject, field: name, now: words)
  }
}
