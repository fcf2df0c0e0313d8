extension Keymap {
  /// Writes the map as a keymap file that stands alone, sections and lines in their order.
  ///
  /// A line that a higher layer hides wherever its context is active would win again once all is one file, so
  /// it is left out; `stacks` are the contexts that are active together, innermost first.
  public func dump(in stacks: [[String]] = []) -> String {
    let shown = bindings.filter { isReachable($0, in: stacks) }
    var contexts: [String] = []
    for binding in shown where !contexts.contains(binding.context) { contexts.append(binding.context) }
    var text = "base = \"none\"\n"
    for context in contexts {
      text += "\n[\(context)]\n"
      let section = shown.filter { $0.context == context }.map { (Self.quoted($0.keys.spelling), $0.action) }
      let width = section.map(\.0.count).max() ?? 0
      for (key, action) in section {
        text += key + String(repeating: " ", count: width - key.count)
        text += " = \"\(action ?? Self.nothing)\"\n"
      }
    }
    return text
  }

  private func isReachable(_ binding: Binding, in stacks: [[String]]) -> Bool {
    let around = stacks.filter { $0.contains(binding.context) }
    guard let name = binding.action, !around.isEmpty else { return true }
    return around.contains { action(for: binding.keys, in: $0) == .action(name) }
  }

  /// A key is quoted unless TOML takes it bare.
  private static func quoted(_ key: String) -> String {
    let bare = key.unicodeScalars.allSatisfy {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: false
      }
    }
    if bare { return key }
    let escaped = key.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
