public import Domain

extension Wording {
  /// A rule that said no, or that warned: who, what stands against it, what would be possible.
  public func broken(_ broken: BrokenRule, verb: String? = nil) -> Sentence {
    let fact = stands(broken, verb: verb)
    let shows = "\(call(AssignVerb.name)) shows who can"
    switch (broken.severity, broken.rule) {
    case (.warn, _): return Sentence(fact, remedy: asksInBox ? nil : "--yes does it all the same.")
    case (.block, .claimed):
      return Sentence(fact, remedy: asksInBox ? nil : "--override passes it with a reason.")
    case (_, .skill) where broken.technician.isEmpty:
      let skill =
        if case .skill(let needed, _, _) = broken.evidence { "\(needed.trade.name):\(needed.level)" } else {
          ""
        }
      return Sentence(fact, remedy: "\(call(TechnicianEditVerb.name)) HANDLE --skill \(skill) says who has.")
    case (.block, _):
      return Sentence(fact, remedy: asksInBox ? shows + "." : shows + "; --override passes it with a reason.")
    case (.forbid, .claimed): return Sentence(fact, remedy: "No reason passes that in your role; ask for it.")
    case (.forbid, _): return Sentence(fact, remedy: "No reason passes that in your role; \(shows).")
    }
  }

  /// What stands against it, whole: what a box says above its choices.
  public func stands(_ broken: BrokenRule, verb: String? = nil) -> String {
    let reason = reason(broken.evidence, technician(handle: broken.technician))
    switch broken.severity {
    case .warn: return "\(broken.order): \(reason)."
    case .block, .forbid:
      let undone = Wording.participle(verb == nil ? AssignVerb.name : verb)
      return "\(broken.order) not \(undone): \(reason)."
    }
  }

  /// A rule that was passed, by a yes or with a reason, or that an undo brings back: a fact that asks for nothing.
  public func passed(_ broken: BrokenRule) -> String {
    "\(broken.order): \(reason(broken.evidence, technician(handle: broken.technician)))."
  }

  /// The short reason beside a technician who cannot, such as `off until 14:00`.
  public func reason(_ evidence: BrokenRule.Evidence, _ who: String) -> String {
    switch evidence {
    case .overlap(let order, let range, let freeFrom):
      return "\(who) has \(order) at \(time(range.start)), free from \(time(freeFrom))"
    case .skill(let needed, let held, let expiredOn):
      let need = Wording.skill(needed)
      if let expiredOn { return "\(who)'s \(need) ended \(day(expiredOn))" }
      return held.map { "it needs \(need), \(who) has \(Wording.roman($0))" }
        ?? "it needs \(need), which \(who.isEmpty ? "nobody here has" : "\(who) lacks")"
    case .notWorking(let absent, let until):
      let back = until.map { " until \(time($0))" } ?? ""
      return "\(who) is \(Wording.absent(absent))\(back)"
    case .overBreak(let pause):
      return "\(who) has a break \(range(pause)), which it would run over"
    case .held(let reason, let reviewAt):
      return "it is held for \(reason.rawValue) until a look at \(time(reviewAt)), and stays held"
    case .past(let start):
      return "\(planned(start)) is over"
    case .window(let window, let arrival):
      return "\(who) would be there \(time(arrival)), asked for \(time(window.start))–\(time(window.end))"
    case .travel(let needed, let from, let available):
      let start = from == 0 ? "home" : String(from)
      return
        "\(who) needs \(TimeWords.length(needed)) from \(start), there are \(TimeWords.length(available))"
    case .overtime(let until, let shiftEnds):
      return "\(who) would work until \(time(until)), the shift ends \(time(shiftEnds))"
    case .moneyLimit(let limit, let spent):
      return "\(spent.text) would be spent, the limit is \(limit.text)"
    case .pinned(let start, let holder):
      let pins = [
        start.map { "its time is pinned to \(time($0))" },
        holder.map { "it is pinned to \(technician(handle: $0))" }
      ]
      return pins.compactMap(\.self).joined(separator: ", ")
    case .underWay(let handle, let since):
      return
        "\(technician(handle: handle)) is on his way to it since \(time(since)); \(asksAnewLater)"
    case .onSite(let handle, let since):
      return "\(technician(handle: handle)) is on site since \(time(since))"
    case .claimed(let by, let since): return "\(by.clipped(24)) is on this since \(time(since))"
    case .refused(let by): return "\(by.clipped(24)) does not want \(who)"
    case .siteClosed(let site, let opens, let closes):
      if let closes { return "\(site.clipped(24)) closes at \(time(closes))" }
      return "\(site.clipped(24)) is closed\(opens.map { " until \(time($0))" } ?? "")"
    case .hasDeclined(let reason):
      return "\(who) declined it\(reason.isEmpty ? "" : ": \(reason.clipped(40))")"
    case .ruledOut(let name): return "rule \(name.clipped(24)) sends others than \(who)"
    }
  }

  static func absent(_ absent: BrokenRule.Absent) -> String {
    switch absent {
    case .off: "off"
    case .onBreak: "on a break"
    case .unavailable: "unavailable"
    case .absent(let reason): reason.isEmpty || reason == "absent" ? "away" : "away (\(reason.clipped(16)))"
    case .outsideShift: "not on shift"
    case .inactive: "no longer with us"
    }
  }

  static func rule(_ rule: Rule) -> String {
    switch rule {
    case .overlap: "overlaps"
    case .skill: "skills"
    case .notWorking: "working time"
    case .breaks: "breaks"
    case .held: "holds"
    case .past: "past times"
    case .outsideWindow: "the window"
    case .travel: "travel"
    case .overtime: "overtime"
    case .moneyLimit: "the money limit"
    case .pinned: "pins"
    case .underWay: "departures"
    case .claimed: "claims"
    case .refused: "wishes"
    }
  }

  /// A trade and the level in it: `HVAC II`, `plumbing I`.
  static func skill(_ skill: SkillRequirement) -> String {
    let name = skill.trade.name
    let isInitials = name == "hvac" || name == "it"
    return "\(isInitials ? name.uppercased() : name.clipped(16)) \(roman(skill.level))"
  }

  /// Levels as the trade writes them: HVAC II.
  public static func roman(_ level: Int) -> String {
    let numerals = ["0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return numerals.indices.contains(level) ? numerals[level] : String(level)
  }
}
