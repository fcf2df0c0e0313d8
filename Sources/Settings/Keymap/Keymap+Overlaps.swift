extension Keymap {
  /// Two actions on one key where both contexts are active at once.
  public struct Overlap: Equatable, Sendable {
    public var first: Binding
    public var second: Binding
  }

  /// Actions of one layer that fight for a key; a higher layer over a lower one is a wish, not a fight.
  ///
  /// `stacks` are the contexts that are active together, such as `["order", "queue", "global"]`.
  public func overlaps(in stacks: [[String]]) -> [Overlap] {
    var found: [Overlap] = []
    for (position, first) in bindings.enumerated() where first.action != nil {
      for second in bindings[(position + 1)...] where second.action != nil {
        guard first.layer == second.layer, first.keys.clashes(with: second.keys) else { continue }
        if first.keys == second.keys, first.action == second.action { continue }
        let together = stacks.contains { $0.contains(first.context) && $0.contains(second.context) }
        if together { found.append(Overlap(first: first, second: second)) }
      }
    }
    return found
  }
}
