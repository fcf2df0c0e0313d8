import Domain

/// `BLT-22 x 2`, `Cable x 1.5 m` as a report says it: a part, and how many or how much of it.
struct PartWords {
  let name: String
  let amount: String

  /// Nil for a mere name.
  init?(_ said: String) {
    let words = said.split(separator: " ")
    guard let times = words.lastIndex(where: { $0.lowercased() == "x" }), times > 0,
      let number = words.dropFirst(times + 1).first,
      number.drop(while: { $0 == "-" }).first?.isNumber ?? false
    else { return nil }
    name = words.prefix(times).joined(separator: " ")
    amount = words.dropFirst(times + 1).joined(separator: " ")
  }

  /// Refuses parts of which none was used, or less.
  static func check(_ parts: [String]) throws(UsageFault) {
    for amount in parts.compactMap({ PartWords($0)?.amount }) where !UsePart.isQuantity(amount) {
      throw UsageFault("\"\(amount.clipped(12))\" is no count. 2 or 1.5 m are.", word: "part")
    }
  }
}
