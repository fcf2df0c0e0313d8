public import Domain

/// One line of what a move would come to: how grave it is, which rule it is about, and the words.
public struct PreviewLine: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case forbid, block, warn, after
    case kept = "ok"
  }

  public let kind: Kind
  /// The rule in one word; empty for what follows from the move.
  public let label: String
  public let text: String

  public init(kind: Kind, label: String, text: String) {
    self.kind = kind
    self.label = label
    self.text = text
  }

  /// `block  overlap  …`, for the shell.
  public var line: String {
    let head = Self.padded(kind.rawValue, 7) + (label.isEmpty ? "" : Self.padded(label, 9))
    return head + text
  }

  private static func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(1, width - word.count))
  }
}

extension Wording {
  /// `Brandt 11:15–12:15 (from Chen 11:00)`.
  public func spots(_ preview: MovePreview) -> String {
    let before = [preview.from.technician.map { technician($0) }, preview.from.start.map { time($0) }]
      .compactMap(\.self).joined(separator: " ")
    return "\(spot(preview.to)) (from \(before.isEmpty ? "nobody" : before))"
  }

  /// `Brandt 11:15–12:15`.
  public func spot(_ spot: MovePreview.Spot) -> String {
    let who = spot.technician.map { technician($0) } ?? "nobody"
    return spot.range.map { "\(who) \(range($0))" } ?? "\(who), no time"
  }

  /// What a move would break, what it keeps, and what follows from it: the gravest first.
  public func preview(_ preview: MovePreview) -> [PreviewLine] {
    let ways = waysOut(preview)
    var lines = preview.broken.enumerated().map { number, broken in
      let kind: PreviewLine.Kind =
        switch broken.severity {
        case .forbid: .forbid
        case .block: .block
        case .warn: .warn
        }
      let reason = reason(broken.evidence, technician(handle: broken.technician))
      let text = reason.prefix(1).uppercased() + reason.dropFirst() + "."
      return PreviewLine(
        kind: kind, label: Wording.short(broken.rule),
        text: number == 0 && !ways.isEmpty ? "\(text) \(ways)" : text)
    }
    if !preview.kept.isEmpty {
      let kept = preview.kept.map(Wording.short).joined(separator: ", ")
      lines.append(PreviewLine(kind: .kept, label: "", text: kept))
    }
    let effects = effects(preview)
    if !effects.isEmpty {
      lines.append(PreviewLine(kind: .after, label: "", text: effects.joined(separator: " · ")))
    }
    return lines
  }

  /// `Fits from 14:30, or Flores 11:15.`
  private func waysOut(_ preview: MovePreview) -> String {
    let ways = preview.waysOut.map { way in
      switch way {
      case .later(let instant): "fits from \(time(instant))"
      case .another(let id): "\(technician(id)) could\(preview.to.start.map { " at \(time($0))" } ?? "")"
      }
    }.joined(separator: ", or ")
    return ways.isEmpty ? "" : ways.prefix(1).uppercased() + ways.dropFirst() + "."
  }

  /// The loads before and after, the clocks, the promise.
  func effects(_ preview: MovePreview) -> [String] {
    loadsAndClocks(preview) + [told(preview), answered(preview)].compactMap(\.self) + vendor(preview)
  }

  /// What is to be known of another company that would get it.
  private func vendor(_ preview: MovePreview) -> [String] {
    guard preview.to.technician != preview.from.technician, let order = office.order(preview.order),
      let technician = office.technician(preview.to.technician), let range = preview.to.range
    else { return [] }
    return warnings(of: office.vendorTerms(of: technician, for: order, in: range))
  }

  /// What becomes of whoever knows of the visit, before anything is written: `Adams had accepted and is asked anew`.
  private func answered(_ preview: MovePreview) -> String? {
    guard let active = office.order(preview.order)?.openVisit?.activeAssignment, active.status.isTold else {
      return nil
    }
    let who = technician(active.technician)
    if preview.to.technician != active.technician { return "\(who) knows of it and loses it" }
    if preview.to.start == preview.from.start { return nil }
    switch active.status {
    case .dispatched: return "\(who) was told the other time and is told anew"
    case .seen: return "\(who) has seen it and is asked anew"
    case .accepted: return "\(who) had accepted and is asked anew"
    case .tentative, .scheduled, .travelling, .onSite, .done, .notDone, .declined: return nil
    }
  }

  /// Who is told of the new time, before anything is written: `1 message: Store 9, new time`.
  private func told(_ preview: MovePreview) -> String? {
    guard preview.to.start != preview.from.start, let order = office.order(preview.order),
      order.customerKnowsTime, let recipient = office.recipient(.customer, of: order)
    else { return nil }
    let who = self.recipient(recipient, of: order)
    return office.canBeTold(.customer, of: order)
      ? "1 message: \(who), new time" : "\(who) has no number: tell the new time by phone"
  }

  private func loadsAndClocks(_ preview: MovePreview) -> [String] {
    var effects = preview.loads.map { load in
      let day = load.day == office.shiftDate(at: now) ? "" : " \(day(load.day))"
      return "\(technician(load.technician))\(day) \(load.before)→\(load.after)%"
    }
    effects += preview.clocks.map { clock($0) }
    if let promise = preview.promise {
      effects.append(
        "promised \(range(promise.window)): \(promise.isKept ? "kept" : promise.wasKept ? "no longer kept" : "not kept")"
      )
    }
    return effects
  }

  private func clock(_ clock: MovePreview.ClockChange) -> String {
    let name = clock.kind == .response ? "response" : "fix"
    return clock.isMet
      ? "\(name) \(time(clock.dueAt)) still met"
      : "\(name) \(time(clock.dueAt)) missed by \(TimeWords.lateness(clock.reachedAt - clock.dueAt))"
  }

  /// One of several that move, with each clock that is missed then and a promise that is not kept:
  /// `20417  09:30 → 10:30 · response 10:06 missed by 0:24`.
  public func oneOfSeveral(_ move: MovePreview) -> String {
    let from = move.from.start.map { time($0) } ?? "no time"
    let to = move.to.start.map { time($0) } ?? "no time"
    return (["\(move.number)  \(from) → \(to)"] + lost(by: move)).joined(separator: " · ")
  }

  /// Each clock that a visit misses where it goes, and a promise that is not kept there.
  public func lost(by move: MovePreview) -> [String] {
    let promise = move.promise.flatMap { $0.isKept ? nil : "promised \(range($0.window)): not kept" }
    return move.clocks.filter { !$0.isMet }.map { clock($0) } + [promise].compactMap(\.self)
  }

  /// What a push would come to, a line each.
  public func push(_ plan: PushPlan) -> [String] {
    var lines = plan.moves.flatMap { move in
      [oneOfSeveral(move)]
        + preview(move).filter { $0.kind != .kept && $0.kind != .after }.map { "  \($0.line)" }
    }
    lines += plan.holding.map { held($0) } + told(plan)
    if plan.moves.isEmpty { lines.append(nothingToPush(plan)) }
    return lines
  }

  /// `20409 holds: its time 14:00 is promised.`
  public func held(_ held: PushPlan.Held) -> String {
    "\(held.number) holds: its time \(time(held.start)) is \(held.isPromised ? "promised" : "pinned")."
  }

  func nothingToPush(_ plan: PushPlan) -> String {
    "\(technician(plan.technician)) has nothing to push from \(time(plan.from)) on."
  }

  /// `11:15–12:15`, with the day when it is not today.
  public func range(_ range: TimeRange) -> String {
    "\(time(range.start))–\(office.zone.clock(at: range.end))"
  }

  /// `+30m`, `-1h30m`.
  public static func shift(_ span: Span) -> String {
    let minutes = span.seconds.magnitude / 60
    let words =
      minutes < 60
      ? "\(minutes)m" : minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes / 60)h\(minutes % 60)m"
    return (span < .zero ? "-" : "+") + words
  }

  /// A rule in one word.
  public static func short(_ rule: Rule) -> String {
    switch rule {
    case .overlap: "overlap"
    case .skill: "skill"
    case .notWorking: "shift"
    case .breaks: "break"
    case .held: "hold"
    case .past: "past"
    case .outsideWindow: "window"
    case .travel: "travel"
    case .overtime: "overtime"
    case .moneyLimit: "money"
    case .pinned: "pin"
    case .underWay: "on the way"
    case .claimed: "claim"
    case .refused: "wish"
    }
  }

  /// What a pin holds, in words.
  public static func pin(_ pin: Pin) -> String {
    switch pin {
    case .time: "time"
    case .technician: "technician"
    case .both: "time and technician"
    case .nothing: "none"
    }
  }
}
