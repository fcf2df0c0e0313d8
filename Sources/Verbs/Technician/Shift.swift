public import Domain

/// `shift TECHNICIAN "Mon-Fri 07:00-15:30"|DAY HH:MM-HH:MM|DAY off|DAY week|on-call DAY`: when he works.
public struct Shift: Verb {
  public static let name = "technician.set-shift"
  public static let words = ["shift"]
  public static let help = "Set the working week, or the hours of one day"
  public static let permission: Permission? = SetShift.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician),
    .needed("hours", .longText, "\"Mon-Fri 07:00-15:30\", mon 09:00-12:00, mon off, mon week, on-call mon")
  ]

  let technician: Technician.ID
  let command: Command

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    let text = try arguments.needed("hours")
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    command = try Shift.command(technician, text, words, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { Self.proposal([command]) }

  private static func command(
    _ technician: Technician.ID, _ text: String, _ words: [String], in context: VerbContext
  )
    throws(UsageFault) -> Command
  {
    if words.count == 2, words[0].lowercased() == "on-call" {
      guard let day = TypedTime.day(words[1], in: context) else {
        throw UsageFault(
          "\"\(words[1].clipped(24))\" is no day. today, mon or 2026-11-26 are.", word: words[1])
      }
      let zone = context.office.zone
      let turn = OnCallTurn(
        technician: technician, trade: nil, from: zone.startOfDay(day),
        to: zone.startOfDay(day.adding(days: 1)))
      return .setOnCall(SetOnCall(turn))
    }
    guard let first = words.first, let day = TypedTime.day(first, in: context) else {
      return .editTechnician(
        technician,
        EditTechnician(
          hours: try Arguments.hours(text),
          replacingHours: context.office.technician(technician)?.hours ?? .never))
    }
    return .setShift(technician, SetShift(day: day, intervals: try intervals(Array(words.dropFirst()), text)))
  }

  /// Nil for the working week again.
  private static func intervals(_ words: [String], _ text: String) throws(UsageFault) -> [OpenInterval]? {
    let fault = UsageFault(
      "\"\(text.clipped(32))\" is no shift. mon 09:00-12:00, mon off or mon week are.", word: text)
    if words.count == 1, ["off", "closed"].contains(words[0].lowercased()) { return [] }
    if words.count == 1, words[0].lowercased() == "week" { return nil }
    var intervals: [OpenInterval] = []
    for word in words {
      guard let interval = OpenInterval(word) else { throw fault }
      intervals.append(interval)
    }
    if intervals.isEmpty { throw fault }
    return intervals.sorted()
  }
}
