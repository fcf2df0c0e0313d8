/// The trades an office knows, with what each usually needs.
public struct Taxonomy: Codable, Hashable, Sendable {
  /// A trade with its defaults: the skill level and the time a usual call takes.
  public struct Entry: Codable, Hashable, Sendable {
    public var trade: Trade
    public var level: Int
    public var estimate: Span
    /// Words in a description that point to it, in lower case.
    public var hints: [String]
    /// Words that make an order P1 whatever else is known, such as `entrapment`.
    public var alwaysP1: [String]
    /// What such work may be about; nil is what is usual for a trade of that name.
    public var categories: [Category]?
    /// What such work usually comes from, in the order in which reports offer it; nil for `Taxonomy.usualCauses`.
    public var causes: [String]?

    public init(
      _ trade: String, level: Int = 1, estimate: Span, hints: [String], alwaysP1: [String] = [],
      causes: [String]? = nil
    ) {
      self.trade = Trade(trade)
      self.level = level
      self.estimate = estimate
      self.hints = hints
      self.alwaysP1 = alwaysP1
      self.causes = causes
    }
  }

  public var entries: [Entry]
  /// By its name how a trade is written that the list lacked when a file said it in capitals, such as `DOT`.
  private var spellings: [String: String]?

  public init(entries: [Entry]) { self.entries = entries }

  public subscript(trade: Trade?) -> Entry? { entries.first { $0.trade == trade } }

  /// A trade as it is written.
  public func spelled(_ trade: Trade) -> String { spellings?[trade.name] ?? trade.name }

  /// The same list with how a trade that it lacks is written; nil where it has said so before.
  func learning(_ spelling: String) -> Taxonomy? {
    let trade = Trade(spelling)
    guard spelling.trimmed != trade.name, spellings?[trade.name] == nil, self[trade] == nil else {
      return nil
    }
    var taxonomy = self
    taxonomy.spellings = (spellings ?? [:]).merging([trade.name: spelling.trimmed]) { known, _ in known }
    return taxonomy
  }

  /// The trade of a name, or of a word that points to one alone: `elevator` is lift.
  public func named(_ word: String) -> Trade? {
    let name = Trade(word).name
    if let entry = entries.first(where: { $0.trade.name == name }) { return entry.trade }
    let hinted = entries.filter { $0.hints.contains(name) }
    return hinted.count == 1 ? hinted[0].trade : nil
  }

  /// The trade whose hints a text holds most of, the first in the table winning a tie; nil without any hint.
  public func match(_ text: String) -> Trade? {
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let scored = entries.map { entry in (entry.trade, entry.hints.filter { words.contains($0) }.count) }
    guard let best = scored.map(\.1).max(), best > 0 else { return nil }
    return scored.first { $0.1 == best }?.0
  }

  /// The causes that a report about work of a trade offers, at most nine, so that each has its digit.
  public func causes(of trade: Trade?) -> [String] { self[trade]?.causes ?? Taxonomy.usualCauses }

  /// The cause that somebody means: of a single digit the one that stands there, else what was said, which may be a
  /// code of the office's own; nil for a digit at which none stands.
  public func cause(_ typed: String, of trade: Trade?) -> String? {
    guard Taxonomy.isDigit(typed), let number = Int(typed) else { return typed }
    let causes = causes(of: trade)
    return number > 0 && number <= causes.count ? causes[number - 1] : nil
  }

  static func isDigit(_ word: String) -> Bool {
    word.utf8.count == 1 && word.utf8.allSatisfy { (48...57).contains($0) }
  }

  public static let usualCauses = FaultCause.allCases.map(\.rawValue)

  /// So many causes can be chosen by one digit.
  static let mostCauses = 9

  public static let usual = Taxonomy(entries: [
    Entry(
      "hvac", estimate: .minutes(90), hints: ["hvac", "air", "ahu", "heating", "boiler", "chiller", "cold"]),
    Entry(
      "plumbing", estimate: .minutes(90), hints: ["pipe", "burst", "leak", "tap", "toilet", "drain", "water"],
      alwaysP1: ["flood", "flooding"]),
    Entry(
      "electrical", estimate: .minutes(75),
      hints: ["power", "socket", "fuse", "breaker", "electric", "sparks"],
      alwaysP1: ["sparks", "shock"]),
    Entry(
      "refrigeration", estimate: .minutes(105),
      hints: ["fridge", "freezer", "walkin", "cooler", "refrigeration"]),
    Entry("doors", estimate: .minutes(60), hints: ["door", "lock", "closer", "gate", "key", "shutter"]),
    Entry("lighting", estimate: .minutes(60), hints: ["light", "lights", "lamp", "lamps", "bulb"]),
    Entry(
      "fire", level: 2, estimate: .minutes(90),
      hints: ["fire", "smoke", "alarm", "sprinkler", "extinguisher"],
      alwaysP1: ["smoke"]),
    Entry(
      "lift", level: 2, estimate: .minutes(90), hints: ["lift", "elevator", "escalator"],
      alwaysP1: ["entrapment", "trapped", "stuck", "inside"]),
    Entry("roofing", estimate: .minutes(120), hints: ["roof", "gutter", "tile", "skylight"]),
    Entry("landscaping", estimate: .minutes(120), hints: ["tree", "grass", "snow", "hedge", "garden"]),
    Entry("pest", estimate: .minutes(60), hints: ["pest", "mice", "rats", "wasps", "rodent"]),
    Entry("cleaning", estimate: .minutes(60), hints: ["clean", "cleaning", "spill", "graffiti", "trash"]),
    Entry("it", estimate: .minutes(60), hints: ["network", "server", "wifi", "computer", "laptop", "router"]),
    Entry("print", estimate: .minutes(45), hints: ["printer", "print", "jam", "toner", "copier"]),
    Entry("general", estimate: .minutes(60), hints: ["paint", "wall", "shelf", "furniture"])
  ])
}
