/// What can be said to every verb in the shell, before or after it.
public struct CommonOptions: Hashable, Sendable {
  public var database: String?
  public var person: String?
  public var isJSON = false
  public var isTSV = false
  public var isDryRun = false
  public var isPlain = false
  public var hasNoColour = false
  /// Accepts warnings.
  public var isYes = false
  public var isEach = false
  /// Has the office answer before it ends.
  public var isWaiting = false
  /// Leaves the office alone: what is done waits for it here.
  public var isOffline = false
  public var override: String?
  public var isHelp = false
  public var isVersion = false

  public init() {}

  /// The options' spellings with what each is for; a name in capitals after the option is its value.
  public static let spellings: [(option: String, value: String?, help: String)] = [
    ("--db", "FILE", "the console's database"), ("--as", "PERSON", "who acts"),
    ("--json", nil, "answers as JSON"), ("--tsv", nil, "lists with tabs and a header"),
    ("--dry-run", nil, "says what would happen and changes nothing"),
    ("--plain", nil, "no colours, no frames"),
    ("--no-color", nil, "no colours"), ("--yes", nil, "accepts warnings"),
    ("--each", nil, "each order for itself, a refused one stops no other"),
    ("--wait", nil, "asks the office before it ends: status 1 where it refuses, 3 where it is not reached"),
    ("--offline", nil, "does not ask the office: what is done waits here"),
    ("--override", "REASON", "passes a rule that blocks, where the role may"), ("--help", nil, "says how"),
    ("--version", nil, "says which version")
  ]

  /// Takes the common options out of the words, wherever they stand before `--`.
  public static func split(_ words: [String]) throws(UsageFault) -> (options: CommonOptions, rest: [String]) {
    let (options, rest) = try split(words.map { Word($0) })
    return (options, rest.map(\.text))
  }

  static func split(_ words: [Word]) throws(UsageFault) -> (options: CommonOptions, rest: [Word]) {
    var options = CommonOptions()
    var rest: [Word] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word.text == "--", !word.isQuoted { return (options, rest + words[(index - 1)...]) }
      if word.text == "-h", !word.isQuoted, rest.isEmpty {
        options.isHelp = true
        continue
      }
      let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard !word.isQuoted, let known = spellings.first(where: { $0.option == parts.first }) else {
        rest.append(word)
        continue
      }
      var value = parts.count == 2 ? parts[1] : nil
      if known.value == nil {
        guard value == nil else { throw UsageFault("\(known.option) takes no value.", word: word.text) }
      } else if value == nil {
        guard index < words.count else {
          throw UsageFault("\(known.option) needs a value.", word: known.option)
        }
        value = words[index].text
        index += 1
      }
      options.take(known.option, value)
    }
    return (options, rest)
  }

  private mutating func take(_ option: String, _ value: String?) {
    switch option {
    case "--db": database = value
    case "--as": person = value
    case "--json": isJSON = true
    case "--tsv": isTSV = true
    case "--dry-run": isDryRun = true
    case "--plain": isPlain = true
    case "--no-color": hasNoColour = true
    case "--yes": isYes = true
    case "--each": isEach = true
    case "--wait": isWaiting = true
    case "--offline": isOffline = true
    case "--override": override = value
    case "--help": isHelp = true
    case "--version": isVersion = true
    default: break
    }
  }

  /// The first of the options that only the shell can heed; on the line they would be taken and not done.
  public var ofShellAlone: String? {
    if isDryRun { return "--dry-run" }
    if database != nil { return "--db" }
    if person != nil { return "--as" }
    if isJSON { return "--json" }
    if isWaiting { return "--wait" }
    if isOffline { return "--offline" }
    return isTSV ? "--tsv" : nil
  }

  /// The proposal with what was said about it: the override, the yes, each for itself.
  public func applied(to proposal: Proposal) -> Proposal {
    var proposal = proposal
    proposal.override = override ?? proposal.override
    proposal.acceptsWarnings = proposal.acceptsWarnings || isYes
    proposal.acceptsClaims = proposal.acceptsClaims || isYes
    proposal.isEach = proposal.isEach || isEach
    return proposal
  }
}
