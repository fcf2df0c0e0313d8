extension Taxonomy {
  /// What work of a trade may be about, with the words that people say for it.
  public struct Category: Codable, Hashable, Sendable {
    public var name: String
    /// In lower case, such as `stuck` for an entrapment.
    public var words: [String]

    public init(_ name: String, _ words: [String] = []) { (self.name, self.words) = (name, words) }
  }

  /// The categories of a trade, of all trades where none is known.
  public func categories(of trade: Trade?) -> [Category] {
    entries.filter { trade == nil || $0.trade == trade }.flatMap(\.allCategories)
  }

  /// Whether anybody has said what work of a trade may be about: where nobody has, any word will do.
  public func hasCategories(of trade: Trade?) -> Bool {
    entries.contains { entry in
      (trade == nil || entry.trade == trade)
        && (entry.categories ?? Self.usualCategories[entry.trade.name]) != nil
    }
  }

  /// The category of a name, or of a word that stands for one alone; nil for none.
  public func category(_ word: String, of trade: Trade?) -> String? {
    let word = word.trimmed.lowercased()
    let known = categories(of: trade)
    if let one = known.first(where: { $0.name == word }) { return one.name }
    let meant = Set(known.filter { $0.words.contains(word) }.map(\.name))
    return meant.count == 1 ? meant.first : nil
  }

  static let usualCategories: [String: [Category]] = [
    "hvac": [
      Category("no cooling", ["warm", "no air", "too hot"]), Category("no heating", ["cold", "too cold"]),
      Category("noise", ["rattle", "loud"]), Category("smell", ["odour"]), Category("water leak", ["drip"]),
      Category("controls", ["thermostat", "bms"])
    ],
    "plumbing": [
      Category("leak", ["drip", "burst"]), Category("blockage", ["blocked", "drain"]),
      Category("no water"), Category("no hot water"), Category("toilet"), Category("flood", ["flooding"])
    ],
    "electrical": [
      Category("no power", ["outage", "dead"]), Category("breaker", ["fuse", "trips"]), Category("socket"),
      Category("sparks"), Category("shock")
    ],
    "refrigeration": [
      Category("too warm", ["warm"]), Category("icing", ["ice", "frost"]), Category("noise"),
      Category("leak", ["drip"]), Category("door seal", ["seal"])
    ],
    "doors": [
      Category("will not open", ["stuck", "jammed"]), Category("will not close", ["open"]),
      Category("lock", ["key"]), Category("closer"), Category("gate", ["shutter"])
    ],
    "lighting": [
      Category("lamp out", ["dark", "bulb"]), Category("flicker"), Category("emergency light"),
      Category("switch")
    ],
    "fire": [
      Category("false alarm", ["alarm"]), Category("panel fault", ["fault"]), Category("sprinkler"),
      Category("extinguisher"), Category("smoke")
    ],
    "lift": [
      Category("entrapment", ["trapped", "stuck", "inside"]), Category("out of order", ["dead"]),
      Category("door"), Category("levelling", ["level"]), Category("noise"), Category("telephone", ["phone"])
    ],
    "roofing": [Category("leak", ["drip"]), Category("gutter"), Category("storm damage", ["tile"])],
    "landscaping": [Category("tree", ["branch"]), Category("mowing", ["grass"]), Category("snow", ["ice"])],
    "pest": [Category("rodents", ["mice", "rats", "rodent"]), Category("insects", ["wasps", "ants"])],
    "cleaning": [Category("spill"), Category("graffiti"), Category("waste", ["trash"])],
    "it": [
      Category("no network", ["wifi", "internet"]), Category("computer", ["laptop"]), Category("server"),
      Category("account", ["password"])
    ],
    "print": [Category("paper jam", ["jam"]), Category("toner"), Category("offline", ["dead"])],
    "general": [Category("painting", ["paint"]), Category("furniture", ["shelf"]), Category("wall")]
  ]
}

extension Taxonomy.Entry {
  /// Its categories, and the words that make such work P1.
  fileprivate var allCategories: [Taxonomy.Category] {
    let named = categories ?? Taxonomy.usualCategories[trade.name] ?? []
    let said = Set(named.flatMap { [$0.name] + $0.words })
    return named + alwaysP1.filter { !said.contains($0) }.map { Taxonomy.Category($0) }
  }
}
