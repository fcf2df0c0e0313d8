extension Keymap {
  /// Lays maps over each other, lowest first: built-in, preset, site, user. What a higher one binds wins.
  ///
  /// A map with `base = "none"` drops everything below it.
  public static func layering(_ maps: [Keymap]) -> Keymap {
    let start = maps.lastIndex { !$0.hasBase } ?? 0
    var bindings: [Binding] = []
    for (layer, map) in maps.enumerated() where layer >= start {
      bindings.removeAll { lower in
        map.bindings.contains { $0.context == lower.context && $0.keys.clashes(with: lower.keys) }
      }
      for var binding in map.bindings {
        binding.layer = layer
        bindings.append(binding)
      }
    }
    return Keymap(bindings, hasBase: start == 0 && (maps.first?.hasBase ?? true))
  }
}
