import Domain
import Verbs

extension Model {
  /// Shows what was known at a moment in all panes; forms and choices are about now and stay there. What was given up
  /// before it came is not shown.
  mutating func show(_ view: PastView, _ origin: Origin) -> [Effect] {
    guard case .past(let number) = origin, number > pastSettled else { return [] }
    pastSettled = number
    guard popups.allSatisfy(\.popup.isReading) else {
      say(.refused, "The past is for looking: leave the form first, it is kept.")
      return []
    }
    let kept = past ?? Past(seq: 0, lastSeq: 0, office: office, board: board, now: now)
    past = Past(
      seq: view.entry?.seq ?? 0, lastSeq: view.lastSeq, office: kept.office, board: kept.board, now: kept.now)
    let before = windowTitle
    show(office: view.office, view.board, at: view.at)
    let entry = Wording(office: office, now: now).pastEntry(view.entry, of: view.lastSeq)
    let day = office.zone.date(at: view.at)
    let isToday = day == office.zone.date(at: kept.now)
    say(.note, isToday ? entry : "That is \(TimeWords.day(day)). \(entry)")
    return tellPopups(.changed) + titleEffects(unless: before)
  }

  /// Gives every question about a moment its number, which comes back with the answer.
  mutating func numberPastAsked(_ effects: [Effect]) -> [Effect] {
    effects.map { effect in
      guard case .ask(.past(let place), _) = effect else { return effect }
      pastAsked += 1
      return .ask(.past(place), .past(pastAsked))
    }
  }

  /// Lets go of every moment that was asked for and has not come; false when none was.
  @discardableResult
  mutating func stopAwaitingPast() -> Bool {
    defer { pastSettled = pastAsked }
    return pastAsked > pastSettled
  }

  /// Lets go of a moment that cannot be shown.
  mutating func stopAwaitingPast(_ origin: Origin) {
    if case .past(let number) = origin { pastSettled = max(pastSettled, number) }
  }

  /// Back to now, also from what has not come yet.
  mutating func leavePast() -> [Effect] {
    stopAwaitingPast()
    guard let past else { return [] }
    let before = windowTitle
    self.past = nil
    show(office: past.office, past.board, at: past.now)
    say(.note, "Now.")
    return tellPopups(.changed) + titleEffects(unless: before)
  }

  /// One entry back or forward; forward from the last one is now.
  mutating func stepInPast(by step: Int) -> [Effect] {
    guard step > 0 else { return [.ask(.past(.before(past?.seq)), .keys)] }
    guard let past else {
      say(.note, "This is now: nothing is known of later.")
      return []
    }
    return past.seq >= past.lastSeq ? leavePast() : [.ask(.past(.entry(past.seq + 1)), .keys)]
  }

  /// Says why nothing is done while the past is shown.
  mutating func refuseInPast() -> [Effect] {
    say(.refused, wording.pastRefusal)
    return []
  }

  /// Line 1 while the past is shown; nil while it is not.
  var pastBanner: String? {
    guard let past else { return nil }
    let shown = TimeWords.instant(now, now: past.now, past.office.zone)
    let back = past.office.zone.clock(at: past.now)
    let steps = [Action.pastEarlier, .pastLater].compactMap { key(for: $0.rawValue, in: KeyContexts.queue) }
    let hints = [
      steps.isEmpty ? nil : "\(steps.joined(separator: " ")) one entry",
      key(for: AtVerb.name, in: KeyContexts.queue).map { "\($0) another time" },
      key(for: Action.back.rawValue, in: KeyContexts.queue).map { "\($0) back to \(back)" }
    ].compactMap(\.self)
    return "AS KNOWN AT \(shown) · nothing can be changed here · " + hints.joined(separator: "   ")
  }

  private mutating func show(office: Office, _ board: Board, at now: Timestamp) {
    let day = self.office.today(at: self.now)
    self.office = office
    self.board = board
    self.now = now
    dayMayHaveTurned(from: day)
    boardChanged()
    versions.all &+= 1
  }
}

extension Effect {
  /// A question asked in the past is about what was known then.
  func asked(asOf past: Past?) -> Effect {
    guard let past, case .ask(let query, let origin) = self else { return self }
    if case .past = query { return self }
    return .askPast(query, entry: past.seq, origin)
  }
}
