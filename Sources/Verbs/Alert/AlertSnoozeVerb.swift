public import Domain

/// `alert snooze ALERT 15m|30m|1h`, `45m`, `14:00` or `until 14:00`: it comes back then.
public struct AlertSnoozeVerb: Verb {
  public static let name = "alert.snooze"
  public static let words = ["alert", "snooze"]
  public static let help = "Put alerts off for a while, or until a time"
  public static let permission: Permission? = ChangeAlert.permission
  public static let parameters: [Parameter] = [
    .alert, .choice("term", Term.self), .after("until", "until", .instant)
  ]

  public enum Term: String, CaseIterable, Sendable {
    case quarter = "15m"
    case half = "30m"
    case hour = "1h"

    public var span: Span {
      switch self {
      case .quarter: .minutes(15)
      case .half: .minutes(30)
      case .hour: .hours(1)
      }
    }
  }

  let words: [String]
  let until: Timestamp

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var words = try arguments.alerts()
    let term: Term? = try arguments.choice("term")
    var until = try arguments.instant("until", in: context, dayMeans: TimeOfDay(clamping: 8 * 60))
    if until == nil, term == nil, words.count > 1, let end = try Self.end(words[words.count - 1], in: context)
    {
      until = end
      words.removeLast()
    }
    self.words = words
    guard let end = until ?? term.map({ context.now + $0.span }) else {
      throw UsageFault("alert snooze needs a term: 15m, 30m, 1h, or until and a time.", word: "term")
    }
    if end <= context.now {
      let word = arguments.text("until") ?? ""
      throw UsageFault(
        "\"\(word.clipped(24))\" is over: an alert is put off to a time to come.", word: word)
    }
    self.until = end
  }

  /// Another length or a clock time behind the alerts; nil for a word that is neither, such as one more alert.
  private static func end(_ word: String, in context: VerbContext) throws(UsageFault) -> Timestamp? {
    if Int(word) == nil, let span = Span(typed: word), span > .zero, span <= .days(1) {
      return context.now + span
    }
    guard TypedTime.looksLikeClock(word) else { return nil }
    return try Arguments(["until": [word]]).instant("until", in: context, dayMeans: TimeOfDay(clamping: 0))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let wording = Wording(office: context.office, now: context.now)
    return try Self.onAlerts(words, in: context, warning: { wording.runsOut($0, before: until) }) { alert in
      [alert.changed(.snoozed(until: until))]
    }
  }
}
