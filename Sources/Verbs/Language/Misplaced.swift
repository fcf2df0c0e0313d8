/// A word that stands where a name goes on and was surely meant as something else.
enum Misplaced {
  case time, phone

  init?(_ word: String) {
    if TypedTime.looksLikeClock(word) {
      self = .time
    } else if Self.looksLikePhone(word) {
      self = .phone
    } else {
      return nil
    }
  }

  func fault(_ word: String, callersFollow: Bool) -> UsageFault {
    let quoted = "\"\(word.clipped(24))\""
    switch self {
    case .phone where callersFollow:
      return UsageFault(
        "\(quoted) looks like a phone number: from \(word.clipped(24)) says who called.", word: word)
    case .time, .phone:
      return UsageFault("\(quoted) is no part of a name: quotes around all of it make it one.", word: word)
    }
  }

  /// `P9`: the letter and nothing but figures.
  static func looksLikePriority(_ word: String) -> Bool {
    guard let first = word.first, first == "P" || first == "p", (2...3).contains(word.count) else {
      return false
    }
    return word.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// At least six figures, and nothing else but what people part them with.
  static func looksLikePhone(_ word: String) -> Bool {
    let figures = word.utf8.filter { (48...57).contains($0) }.count
    return figures >= 6 && word.allSatisfy { $0.isNumber || "+-()./".contains($0) }
  }
}
