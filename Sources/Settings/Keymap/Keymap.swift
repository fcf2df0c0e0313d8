/// Which keys run which actions, by context; a key is only a name for a verb or a movement.
public struct Keymap: Equatable, Sendable {
  /// What a keymap says about keys that were pressed.
  public enum Found: Equatable, Sendable {
    case action(String)
    /// More keys may follow: what is left to press, and what it would run.
    case prefix([Continuation])
    case none
  }

  /// What may follow a prefix key.
  public struct Continuation: Equatable, Sendable {
    public var keys: [KeyName]
    public var action: String

    public init(keys: [KeyName], action: String) {
      self.keys = keys
      self.action = action
    }
  }

  /// The word that takes a key away from what a lower layer gave it.
  public static let nothing = "none"

  /// In the order of their files, lower layers first.
  public let bindings: [Binding]
  /// False for a map that stands alone (`base = "none"`): layering it drops everything below.
  public let hasBase: Bool
  private let byContext: [String: [[KeyName]: Int]]

  public init(_ bindings: [Binding] = [], hasBase: Bool = true) {
    self.bindings = bindings
    self.hasBase = hasBase
    var index: [String: [[KeyName]: Int]] = [:]
    for (position, binding) in bindings.enumerated() {
      index[binding.context, default: [:]][binding.keys] = position
    }
    byContext = index
  }

  /// What the keys mean where these contexts are active, innermost first.
  ///
  /// The higher layer wins before the inner context does, so that a person's own key beats every default.
  public func action(for keys: [KeyName], in contexts: [String]) -> Found {
    guard !keys.isEmpty else { return .none }
    let rank = Rank(bindings, contexts)
    var exact: Int?
    var longer: [Int] = []
    for context in contexts {
      guard let bound = byContext[context] else { continue }
      if let position = bound[keys], exact.map({ rank.of(position) < rank.of($0) }) ?? true {
        exact = position
      }
      for (sequence, position) in bound where sequence.count > keys.count && sequence.starts(with: keys) {
        longer.append(position)
      }
    }
    let best = longer.filter { bindings[$0].action != nil }.min { rank.of($0) < rank.of($1) }
    if let exact, best.map({ rank.of(exact) < rank.of($0) }) ?? true {
      return bindings[exact].action.map(Found.action) ?? .none
    }
    let follow = continuations(longer, after: keys.count, rank)
    return follow.isEmpty ? .none : .prefix(follow)
  }

  /// Keys that reach the action where these contexts are active, the one to show first.
  public func keys(for action: String, in contexts: [String]) -> [[KeyName]] {
    let rank = Rank(bindings, contexts)
    var seen: Set<[KeyName]> = []
    return bindings.indices
      .filter { bindings[$0].action == action && contexts.contains(bindings[$0].context) }
      .sorted { rank.of($0) < rank.of($1) }
      .map { bindings[$0].keys }
      .filter { seen.insert($0).inserted && self.action(for: $0, in: contexts) == .action(action) }
  }
}

extension Keymap {
  /// Orders bindings by who wins: higher layer, then inner context, then the earlier line.
  private struct Rank {
    let bindings: [Binding]
    let places: [String: Int]

    init(_ bindings: [Binding], _ contexts: [String]) {
      self.bindings = bindings
      places = Dictionary(contexts.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    func of(_ position: Int) -> (Int, Int, Int) {
      (-bindings[position].layer, places[bindings[position].context] ?? Int.max, position)
    }
  }

  /// The same keys in two contexts follow the rule of single keys; the rest keep the order of the file.
  private func continuations(_ longer: [Int], after count: Int, _ rank: Rank) -> [Continuation] {
    var best: [[KeyName]: Int] = [:]
    for position in longer {
      let keys = bindings[position].keys
      if best[keys].map({ rank.of(position) < rank.of($0) }) ?? true { best[keys] = position }
    }
    return best.values.sorted().compactMap { position in
      let binding = bindings[position]
      return binding.action.map { Continuation(keys: Array(binding.keys.dropFirst(count)), action: $0) }
    }
  }
}
