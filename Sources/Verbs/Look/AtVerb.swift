public import Domain

/// `at TIME [VERB…]`: the office as it was known then, or what a verb answers of it; `at --entry N` as it was after
/// that entry.
public struct AtVerb: Verb {
  public static let name = "ledger.at"
  public static let words = ["at"]
  public static let help = "Show everything as it was known at a time; nothing can be changed there"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .optional("time", .shift, "09:15, -30m, yesterday 14:00, sat 14:00"),
    .optional("verb", .longText, "what to ask of then, such as list queue or show 20418; in the shell"),
    .option("entry", .number, "an entry of the ledger, by its number")
  ]

  let place: PastPlace
  let words: [String]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let time = arguments.text("time")
    words = arguments.all("verb")
    let entry = try arguments.number("entry")
    if let word = words.first, time == nil, entry == nil {
      throw UsageFault(
        "\"\(word.clipped(24))\" is no time. 09:15, -30m, yesterday 14:00 or \"20 Nov 14:00\" are.",
        word: word)
    }
    if let word = words.first, !context.isScript {
      throw UsageFault(
        "\"\(word.clipped(24))\" is one word too many here: everything is shown as it was.", word: word)
    }
    if let entry {
      if let time { throw UsageFault("Either a time or an entry is gone back to, not both.", word: time) }
      place = .entry(entry)
      return
    }
    guard let time else { throw UsageFault("at needs a time: \(Usage.brief(of: Self.self))", word: "time") }
    place = .at(try Self.instant(time, in: context))
  }

  /// An instant that has been, as ``TypedTime`` reads it for what looks back; a fault for one that is still to come.
  static func instant(
    _ word: String, in context: VerbContext, dayMeans: TimeOfDay? = nil
  ) throws(UsageFault) -> Timestamp {
    guard let instant = TypedTime.past(word, in: context, dayMeans: dayMeans) else {
      throw UsageFault(
        "\"\(word.clipped(24))\" is no time. 09:15, -30m or yesterday 14:00 are.", word: word)
    }
    guard instant <= context.now else {
      throw UsageFault("\"\(word.clipped(24))\" is still to come; what is known ends now.", word: word)
    }
    return instant
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .ask(words.isEmpty ? .past(place) : .then(place, words: words))
  }
}
