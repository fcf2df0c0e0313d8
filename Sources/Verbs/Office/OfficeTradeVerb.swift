public import Domain

/// `office trade NAME [FIELD=VALUE…]`: adds a trade or changes what it usually needs and comes from.
public struct OfficeTradeVerb: Verb {
  public static let name = "office.trade"
  public static let words = ["office", "trade"]
  public static let help = "Add a trade, or change its level, estimate, words and causes"
  public static let permission: Permission? = ChangeOffice.permission
  public static let parameters: [Parameter] = [
    .needed("trade", .text), Parameter("field", .fields(names), isRepeated: true, help: "hints=pipe,leak"),
    .flag("remove", "takes the trade off the list")
  ]

  static let names = ["level", "estimate", "hints", "alwaysP1", "categories", "causes"]

  let command: ChangeOffice
  /// The trade that leaves the list.
  private let removed: Trade?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let trade = Trade(try arguments.needed("trade"))
    var trades = context.office.trades
    let index = trades.entries.firstIndex { $0.trade == trade }
    var entry =
      index.map { trades.entries[$0] } ?? Taxonomy.Entry(trade.name, estimate: .minutes(60), hints: [])
    for (name, value) in try Editing.pairs(arguments.all("field")) {
      try OfficeTradeVerb.set(name, value, on: &entry)
    }
    removed = arguments.has("remove") && index != nil ? trade : nil
    if arguments.has("remove") {
      if let index { trades.entries.remove(at: index) }
    } else if let index {
      trades.entries[index] = entry
    } else {
      trades.entries.append(entry)
    }
    command = ChangeOffice(of: context.office, trades: trades)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let left = removed.flatMap { Self.left(of: $0, in: context.office) }
    return Self.proposal([.changeOffice(command)], warnings: [left].compactMap(\.self))
  }

  /// What keeps a trade that leaves the list: `3 open orders and 2 technicians keep lift: nobody …`; nil for nothing.
  private static func left(of trade: Trade, in office: Office) -> String? {
    let orders = office.orders.unordered.count { $0.trade == trade && !$0.isEnded }
    let holders = office.technicians.unordered.count { one in
      one.isActive && one.skills.contains { $0.trade == trade }
    }
    let parts = [
      orders == 0 ? nil : orders == 1 ? "1 open order" : "\(orders) open orders",
      holders == 0 ? nil : holders == 1 ? "1 technician" : "\(holders) technicians"
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return
      "\(parts.joined(separator: " and ")) keep \(trade.name.clipped(16)), which no new call finds any more."
  }

  /// `entrapment/stuck/trapped, noise`: each with the words that people say for it.
  private static func categories(_ text: String) -> [Taxonomy.Category] {
    text.lowercased().split(separator: ",").compactMap { part in
      let words = part.split(separator: "/").map { String($0).trimmed }.filter { !$0.isEmpty }
      return words.first.map { Taxonomy.Category($0, Array(words.dropFirst())) }
    }
  }

  private static func set(_ name: String, _ value: String?, on entry: inout Taxonomy.Entry) throws(UsageFault)
  {
    let words = (value ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    switch name.folded {
    case "level":
      guard let level = Int(value ?? ""), (1...9).contains(level) else {
        throw UsageFault("\"\(value ?? "")\" is no level. It is a number from 1 to 9.", word: value)
      }
      entry.level = level
    case "estimate":
      guard let span = Span(typed: value ?? ""), span > .zero, span <= .days(30) else {
        throw UsageFault.isNo("length", value ?? "", but: Examples.lengths)
      }
      entry.estimate = span
    case "hints": entry.hints = words
    case "alwaysp1": entry.alwaysP1 = words
    case "categories": entry.categories = value.map(categories)
    case "causes":
      let causes = (value ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
      entry.causes = causes.isEmpty ? nil : causes
    default:
      throw UsageFault(
        "\"\(name.clipped(24))\" is no field of a trade.", word: name,
        nearest: Nearness.words(to: name, in: names))
    }
  }
}
