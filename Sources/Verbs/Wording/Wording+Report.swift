public import Domain

extension Wording {
  /// What came of a visit, or of imported work where it came from, each fact under its label.
  public func facts(of report: CompletionReport) -> [(label: String, words: String)] {
    let times = [
      report.travel.map { "travel \(TimeWords.length($0))" },
      report.work.map { "work \(TimeWords.length($0))" },
      report.cost.map { "cost \($0.text) \(office.profile.currency)" }
    ]
    let facts: [(String, String?)] = [
      ("did", report.did), ("cause", report.cause), ("resolved", report.resolution),
      ("parts", report.parts.joined(separator: ", ")),
      ("time", times.compactMap(\.self).joined(separator: " · ")),
      Wording.signature(of: report), ("rated", report.rating.map { "\($0) of 5" })
    ]
    return facts.compactMap { label, words in words.flatMap { $0.isEmpty ? nil : (label, $0) } }
  }

  /// The same as history says it: what was done, with what, and who signed; times and cost stand with the visit.
  func done(_ report: CompletionReport) -> String {
    let (label, signature) = Wording.signature(of: report)
    let facts = [
      report.did.isEmpty ? nil : report.did,
      report.parts.isEmpty ? nil : "parts \(report.parts.joined(separator: ", "))",
      signature.map { "\(label): \($0)" }
    ].compactMap(\.self)
    return facts.isEmpty ? "done" : "done: \(facts.joined(separator: " · "))"
  }

  /// Who signed and how that is known, or why nobody did.
  private static func signature(of report: CompletionReport) -> (String, String?) {
    switch report.signature {
    case .by(let name): ("signed by", name.words + proof(report.proof))
    case .refused(let reason): ("unsigned", reason)
    case nil: ("signed by", nil)
    }
  }

  /// The reason with which a rule was passed that stood against what was done.
  public static func inSpite(of override: String) -> String { "in spite of a rule: \(override)" }
}
