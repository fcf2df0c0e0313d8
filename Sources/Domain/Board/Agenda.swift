/// What must be looked at again and when, the next first: a binary heap.
///
/// An entry may be out of date by the time it comes up; whoever takes it checks whether it still holds.
struct Agenda<Thing: Sendable>: Sendable {
  private var entries: [(at: Timestamp, thing: Thing)] = []

  var next: Timestamp? { entries.first?.at }
  var count: Int { entries.count }

  mutating func insert(_ thing: Thing, at instant: Timestamp) {
    entries.append((instant, thing))
    var child = entries.count - 1
    while child > 0, entries[child].at < entries[(child - 1) / 2].at {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The next entry, if it is due by then.
  mutating func take(until now: Timestamp) -> (at: Timestamp, thing: Thing)? {
    guard let first = entries.first, first.at <= now else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      sink()
    }
    return first
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count {
        if entries[child].at < entries[least].at { least = child }
      }
      if least == parent { return }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
