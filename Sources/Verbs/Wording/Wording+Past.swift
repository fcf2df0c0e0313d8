public import Domain

extension Wording {
  /// The entry that a state of the past ends with: when, who, what.
  public func pastEntry(_ entry: Entry?, of lastSeq: Int) -> String {
    guard let entry else { return "Nothing was on record yet · entry 0 of \(lastSeq)" }
    let seconds = office.zone.civil(at: entry.recordedAt).secondOfDay % 60
    let person =
      entry.automation.map { "rule \($0.rule.rawValue)" } ?? office.person(entry.person)?.name.words
      ?? "somebody"
    let when = "\(time(entry.recordedAt)):\(seconds < 10 ? "0" : "")\(seconds)"
    return "\(when)  \(person)  \(action(entry)) · entry \(entry.seq) of \(lastSeq)"
  }

  /// Why nothing is done in the past.
  public var pastRefusal: String {
    "As known at \(time(now)): nothing can be changed there."
  }
}
