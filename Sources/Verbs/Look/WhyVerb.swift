public import Domain

/// `why RECORD [FIELD]`: how a field came to be what it is, from the record, and the rule behind it.
public struct WhyVerb: Verb {
  public static let name = "record.why"
  public static let words = ["why"]
  public static let help = "Say how a field came to be what it is: each change, and its rule"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .needed("record", .text, "an order's number, or a name such as site:\"Quay House\""),
    .optional("field", .text, "priority, status, window, tier, …; all of them unless said")
  ]

  enum Target: Hashable, Sendable {
    case order(OrderReference), record(RecordReference)
  }

  let target: Target
  let field: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("record")
    if OrderReference.looksRight(word) {
      target = .order(try arguments.order("record", in: context))
      field = try WhyVerb.field(arguments.text("field"), of: .order(WorkOrder.ID(high: 0, low: 0)))
    } else {
      let record = try context.record(word)
      target = .record(record)
      field = try WhyVerb.field(arguments.text("field"), of: record)
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let record: RecordReference
    switch target {
    case .order(let reference): record = .order(try context.order(reference).id)
    case .record(let known): record = known
    }
    return context.isScript ? .ask(.why(record, field: field)) : .show(.openWhy(record, field: field))
  }

  /// The field of a name or of an unambiguous beginning of it, the computed ones among them.
  private static func field(_ word: String?, of record: RecordReference) throws(UsageFault) -> String? {
    guard let word else { return nil }
    let all = record.askableFields
    if let exact = all.first(where: { $0.folded == word.folded }) { return exact }
    let beginning = all.filter { !word.folded.isEmpty && $0.folded.hasPrefix(word.folded) }
    if beginning.count == 1 { return beginning[0] }
    throw UsageFault(
      "\"\(word.clipped(24))\" is no field here. The fields are \(all.joined(separator: ", ")).", word: word,
      nearest: beginning.isEmpty ? Nearness.words(to: word, in: all) : beginning)
  }
}

extension RecordReference {
  /// What of an order is computed whenever it is looked at, and therefore has a rule and no changes.
  public static let computedFields = ["proposed", "score", "response", "fix", "arrival"]

  /// Every field that can be asked about.
  public var askableFields: [String] {
    switch self {
    case .order: fieldNames + Self.computedFields
    case .customer, .site, .equipment, .technician, .person: fieldNames
    }
  }
}

extension VerbContext {
  /// A customer, site, piece of equipment, technician or person by name; `site:NAME` says of which kind.
  func record(_ word: String) throws(UsageFault) -> RecordReference {
    if let colon = word.firstIndex(of: ":") {
      let name = String(word[word.index(after: colon)...])
      if let lookup = lookups[word[..<colon].lowercased()] { return try lookup(name) }
    }
    var found: [RecordReference] = []
    var nearest: [String] = []
    for (_, lookup) in lookups.sorted(by: { $0.key < $1.key }) {
      do { found.append(try lookup(word)) } catch {
        nearest += error.nearest
        continue
      }
    }
    // Whoever is a technician is a person too; what is kept of him is the technician's.
    found = found.filter { one in
      guard case .person(let id) = one, let technician = office.person(id)?.technician else { return true }
      return !found.contains(.technician(technician))
    }
    let exact = found.filter { office.name(of: $0)?.folded == word.folded }
    if exact.count == 1 { return exact[0] }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw UsageFault(
        "Nothing here is called \"\(word.clipped(32))\".", word: word, nearest: Array(nearest.prefix(5)))
    }
    let kinds = found.map(\.kind).joined(separator: " or ")
    throw UsageFault(
      "\"\(word.clipped(24))\" could be a \(kinds): \(found[0].kind):\(word.clipped(24)) says which.",
      word: word,
      nearest: found.map { "\($0.kind):\(word)" })
  }

  private var lookups: [String: (String) throws(UsageFault) -> RecordReference] {
    [
      "customer": { name throws(UsageFault) in .customer(try customer(name)) },
      "site": { name throws(UsageFault) in .site(try site(name)) },
      "equipment": { name throws(UsageFault) in .equipment(try equipment(name)) },
      "technician": { name throws(UsageFault) in .technician(try technician(name, inactiveToo: true)) },
      "person": { name throws(UsageFault) in .person(try person(name)) }
    ]
  }
}

extension Office {
  /// What people call a record; nil when the office does not have it.
  public func name(of record: RecordReference) -> String? {
    switch record {
    case .order(let id): order(id).map { String($0.number) }
    case .customer(let id): customer(id)?.name
    case .site(let id): site(id)?.name
    case .equipment(let id): equipment(id)?.name
    case .technician(let id): technician(id)?.name.words
    case .person(let id): person(id)?.name.words
    }
  }
}
