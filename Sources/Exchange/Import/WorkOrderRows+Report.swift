import Domain

extension WorkOrderRows {
  static let reportFields = ["did", "cause", "resolution", "parts", "workMinutes", "travelMinutes", "cost"]

  /// What a row says came of the work; nil where its map asks for nothing of the kind, or nothing is there.
  func report(of row: DelimitedRow) throws(RowRefusal) -> CompletionReport? {
    guard map.reads(anyOf: Self.reportFields) else { return nil }
    let parts = (map.text("parts", of: row) ?? "").split(separator: ";").map { String($0).trimmed }
    let report = CompletionReport(
      did: map.text("did", of: row) ?? "", cause: map.word("cause", of: row),
      work: try minutes("workMinutes", of: row), travel: try minutes("travelMinutes", of: row),
      parts: parts.filter { !$0.isEmpty }, cost: try cost(of: row),
      resolution: map.word("resolution", of: row))
    return report == CompletionReport(did: "") ? nil : report
  }

  private func minutes(_ field: String, of row: DelimitedRow) throws(RowRefusal) -> Span? {
    guard let word = map.word(field, of: row) else { return nil }
    guard let minutes = Int64(word), minutes >= 0, minutes <= Self.mostMinutes else {
      throw .badNumber(field: field, text: word)
    }
    return .minutes(minutes)
  }

  /// A year: what is longer is no time that anybody worked.
  private static let mostMinutes: Int64 = 525_600

  private func cost(of row: DelimitedRow) throws(RowRefusal) -> Money? {
    guard let word = map.word("cost", of: row) else { return nil }
    guard let cost = Money(word) else { throw .badNumber(field: "cost", text: word) }
    return cost
  }
}
