/// What a template may name in braces, such as `{site}`.
public enum MergeField: String, Hashable, Sendable, CaseIterable {
  case office, order, problem, customer, contact, site, address, technician, time, day, expected, plan, was
  case reason, next, review, code

  /// What stands for it in a preview of the template itself.
  public var meaning: String {
    switch self {
    case .office: "the office's name"
    case .order: "the order's number"
    case .problem: "what is to be done"
    case .customer: "the customer's name"
    case .contact: "whom the customer named"
    case .site: "the site's name"
    case .address: "the site's address"
    case .technician: "who comes"
    case .time: "when the visit starts: 14:30"
    case .day: "its day: Wed 25 Nov"
    case .expected: "when he comes as things stand, what he is on counted: Wed 25 November at 14:45"
    case .plan: "a whole sentence on who comes when, or that the office will call"
    case .was: "the time that was told before, or when it was told"
    case .reason: "why it waits, in the customer's words"
    case .next: "the next step of a hold"
    case .review: "when the office looks at it again"
    case .code: "a whole sentence with a fresh code that the customer signs with when the work is done"
    }
  }
}

/// A text with merge fields, as its pieces.
public struct MergeText: Sendable {
  public enum Piece: Hashable, Sendable {
    case words(String)
    case field(MergeField)
    /// A name in braces that is none of ours.
    case unknown(String)
  }

  public let pieces: [Piece]

  /// Reads letters between braces as a field; any other brace is itself.
  public init(_ text: String) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      let name = inside.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      guard !name.isEmpty, name.endIndex < inside.endIndex, inside[name.endIndex] == "}" else {
        pieces.append(.words(String(rest[...open])))
        rest = inside
        continue
      }
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      let field = MergeField(rawValue: name.lowercased())
      pieces.append(field.map { .field($0) } ?? .unknown(String(name)))
      rest = inside[inside.index(after: name.endIndex)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    self.pieces = pieces
  }

  /// The words alone, `…` in the place of each field.
  public var withoutFields: String {
    pieces.map { if case .words(let words) = $0 { words } else { "…" } }.joined()
  }

  /// The names in braces that mean nothing.
  public var unknown: [String] {
    pieces.compactMap { if case .unknown(let name) = $0 { name } else { nil } }
  }

  public var fields: Set<MergeField> {
    Set(pieces.compactMap { if case .field(let field) = $0 { field } else { nil } })
  }

  /// Refuses a name that nothing is known by.
  func check() throws(Refusal) {
    guard let name = unknown.first else { return }
    throw .fault(
      FieldFault(
        field: "merge field", word: "{\(name)}",
        expected: MergeField.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")))
  }
}
