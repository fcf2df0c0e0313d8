public import DayPlan
public import Domain

/// What plans say.
extension Wording {
  /// What one way to answer is, in a line.
  public func headline(_ kind: PlanOption.Kind) -> String {
    switch kind {
    case .given: "give it to whoever has room; nothing else moves"
    case .givenWithRoom(let count):
      "give it to whoever has room; for what is urgent "
        + (count == 1
          ? "1 other visit begins at another hour" : "\(count) other visits begin at another hour")
    case .rearranged: "let others' visits move or change hands, too"
    case .reordered(let technician): "\(self.technician(technician)) drives in another order"
    case .shared(let technicians): "\(names(technicians)) share their visits anew"
    case .told(let technician): "tell whoever waits for \(self.technician(technician)) when it will be"
    case .givenAway(let order, let technician): "give \(number(order)) to \(self.technician(technician))"
    case .pushed(let technician, let span):
      "push all of \(self.technician(technician)) by \(Wording.length(span))"
    case .fits(let technician, let at): "\(self.technician(technician)) at \(time(at)), between what stands"
    case .next(let technician, let number, let at):
      "\(self.technician(technician)) at \(time(at)), after the current job\(number.map { " \($0)" } ?? "")"
        + over(technician)
    case .instead(let order, let technician, let at):
      "\(self.technician(technician)) at \(time(at)), in the place of \(number(order))\(priority(order))"
    case .fills(let fit):
      "\(fit.number) (\(fit.priority.text)) at \(time(fit.range.start)), \(Wording.length(fit.range.length)), "
        + far(fit.way)
    case .filled(let technician, let count):
      "all \(count) that fit \(self.technician(technician)) one after the other"
    case .together(let technician, let count): "\(count) orders to \(self.technician(technician))"
    }
  }

  /// What speaks for an option and against it, beside its figures.
  public func reasons(_ kind: PlanOption.Kind) -> [String] {
    guard case .fills(let fit) = kind else { return [] }
    let gap = fit.gap.map { gap in
      "\(Wording.length(fit.range.length)) of the \(Wording.length(gap.length)) free \(range(gap))"
    }
    let others: String
    if fit.isOnlyOne {
      others = "nobody else has room for it today"
    } else if let cheaper = fit.cheaper {
      others =
        "\(technician(cheaper.technician)) would do it for \(Wording.minutes(cheaper.by)) of driving less"
    } else {
      others = "nobody does it for less"
    }
    return [
      gap, "way \(way(fit.way)), \(Wording.minutes(fit.detour)) more in his day",
      "weighs \(Wording.minutes(fit.worth)) of driving", others
    ].compactMap(\.self)
  }

  /// How far work lies: `same place`, `4 min away, by distance`.
  public func far(_ way: Domain.Travel) -> String {
    way.metres == 0
      ? "same place" : "\(way.isGuess ? "~" : "")\(way.span.wholeMinutes) min away, \(Wording.source(way))"
  }

  /// That nobody knows when whoever is over his estimate gets done.
  private func over(_ technician: Technician.ID) -> String {
    guard case .over(_, let by) = office.lateness(of: technician, at: now) else { return "" }
    return ", which is \(Wording.length(by)) over already"
  }

  private func names(_ technicians: [Technician.ID]) -> String {
    let names = technicians.map { technician($0) }
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
  }

  private func number(_ order: WorkOrder.ID) -> String {
    office.order(order).map { String($0.number) } ?? "?"
  }

  private func priority(_ order: WorkOrder.ID) -> String {
    office.order(order).map { " (\($0.priority.text))" } ?? ""
  }

  /// What is asked, as a title; `answer` knows whether somebody is late at all.
  public func title(_ question: PlanQuestion, _ answer: PlanAnswer? = nil) -> String {
    switch question {
    case .waiting(let orders):
      orders.isEmpty ? "Plan what nobody has" : "Plan \(orders.count) order\(orders.count == 1 ? "" : "s")"
    case .route(let technician): "Another order for \(self.technician(technician))"
    case .among(let technicians): "The rest of the day of \(names(technicians))"
    case .away(let technician): "\(self.technician(technician)) cannot: the rest of the day"
    case .late(let technician):
      isInTime(technician, answer)
        ? "How \(self.technician(technician)) stands" : "\(self.technician(technician)) is late"
    case .urgent(let order):
      switch office.order(order)?.priority {
      case .p1, .p2: "\(number(order))\(priority(order)) cannot wait"
      case .p3, .p4, nil: "Who comes to \(number(order))\(priority(order))"
      }
    case .fill(let technician, let at):
      "What fits \(self.technician(technician))'s free time" + (at.map { " around \(time($0))" } ?? "")
    case .together(let order): "\(number(order))\(priority(order)) with what waits near it"
    }
  }

  private func isInTime(_ technician: Technician.ID, _ answer: PlanAnswer?) -> Bool {
    let inTime: [PlanAnswer.Nothing] = [.notLate(technician), .nothingAhead(technician), .nobodyWorks]
    return answer?.nothing.map { inTime.contains($0) } ?? false
  }

  /// Why there is nothing to choose from, and what can be done.
  public func nothing(_ nothing: PlanAnswer.Nothing) -> String {
    switch nothing {
    case .nobodyWorks:
      "Nobody works any more today: nothing can be planned. \(call("work-order.postpone")) puts work off."
    case .beyondReckoning:
      "A number in the plan's rules is greater than what can be reckoned with: nothing can be planned. callout config "
        + "prints the rules."
    case .nothingWaits: "Nothing waits that could be done today."
    case .nothingAhead(let technician): "\(self.technician(technician)) has nothing before him today."
    case .bestAlready(let technician):
      "Nothing that was tried costs less than \(self.technician(technician))'s day as it stands."
    case .sharedBest(let technicians):
      "Nothing that was tried costs less than the days of \(names(technicians)) as they stand."
    case .notLate(let technician):
      "\(self.technician(technician)) is not late as it stands, and no other order of the visits costs less."
    case .nothingLate(let technician, let lateness):
      "\(self.lateness(lateness, of: technician)) What comes after is in time."
        + (lateness.isOnTheWay ? " \(call("work-order.message")) tells whoever waits." : "")
    case .taken(let order, let technician):
      "\(number(order)) is with \(self.technician(technician)) already: \(call("work-order.replan")) plans it anew."
    case .refused(let rule?):
      "Every way that was found breaks a rule: \(reason(rule.evidence, self.technician(handle: rule.technician)))."
    case .refused(nil): "Every way that was found breaks a rule."
    case .nobodyCan(let order):
      "Nobody can come to \(number(order)) today, whatever gives way. \(call("work-order.assign")) says why not."
    case .underWay(let order): "\(number(order)) is under way or over: nothing is left to plan."
    case .notHere(let technician): "\(self.technician(technician)) does not work any more today."
    case .nothingFits(let technician):
      "Nothing that waits fits into \(self.technician(technician))'s day as it stands."
    case .noGap(let technician):
      "\(self.technician(technician)) is not free then. \(call("timeline.gaps")) lists who has time left."
    case .nothingNear(let order, let reach):
      "No other work waits within \(Wording.length(reach)) of \(number(order))."
    case .anotherDay(let order, let start):
      "\(number(order)) is planned for \(time(start)): only the rest of today can be planned."
    case .nobodyTakesBoth(let order):
      "Nobody has room for \(number(order)) and what waits near it. \(call("work-order.assign")) gives it alone."
    }
  }

  /// How long somebody is taken to stay where he is over his estimate, which nobody knows.
  public func staying(_ staying: PlanAnswer.Staying) -> String {
    "\(technician(staying.technician)) is counted as busy until \(time(staying.until)): nobody knows how long "
      + "\(staying.number) still takes, so \(Wording.length(staying.span)) more. \(call("work-order.move")) gives it another length."
  }

  /// Why somebody is late, by the rule of the boards.
  private func lateness(_ lateness: Lateness, of technician: Technician.ID) -> String {
    let who = self.technician(technician)
    switch lateness {
    case .over(let number, let by): return "\(who) is \(Wording.length(by)) over the estimate of \(number)."
    case .onTheWay(let number, let by):
      return "\(who) is on the way to \(number) and comes \(Wording.length(by)) late."
    case .next(let number, let by):
      return "\(who) comes \(Wording.length(by)) late to \(number), if it goes on so."
    }
  }

  /// `late 1:40 → 0:10 · clocks missed 2 → 0 · 148 → 131 km`: what differs, and what people always ask for.
  public func figures(_ before: DayFigures, _ after: DayFigures) -> [String] {
    var words = ["late \(minutes(before.late)) → \(minutes(after.late))"]
    words.append("clocks missed \(before.breaches) → \(after.breaches)")
    words.append("\(whole(before)) → \(whole(after)) km")
    words.append("driving \(driving(before)) → \(driving(after))")
    if before.brokenPromises != after.brokenPromises {
      words.append("promises broken \(before.brokenPromises) → \(after.brokenPromises)")
    }
    if before.overtime != after.overtime {
      words.append("overtime \(minutes(before.overtime)) → \(minutes(after.overtime))")
    }
    if before.open != after.open { words.append("waiting \(before.open) → \(after.open)") }
    return words + [ways(after)]
  }

  /// What another order of somebody's visits is for: `saves 18 min of driving and 11 km, and 40 min of being late`.
  public func saved(_ kind: PlanOption.Kind, _ before: DayFigures, _ after: DayFigures) -> String? {
    switch kind {
    case .reordered, .shared: break
    case .given, .givenWithRoom, .rearranged, .told, .givenAway, .pushed, .fits, .next, .instead, .fills,
      .filled, .together:
      return nil
    }
    let driving = before.driving - after.driving
    let metres = before.metres - after.metres
    let late = before.late - after.late
    let isShorter = driving >= .zero
    let way =
      "\(isShorter ? "saves" : "takes") \(Wording.length(isShorter ? driving : .zero - driving)) "
      + "\(isShorter ? "" : "more ")of driving and \(kilometres(metres)) km"
    return late > .zero ? "\(way), and \(Wording.length(late)) of being late" : way
  }

  /// Rounded to whole ones, or to tenths below ten.
  private func kilometres(_ metres: Int) -> String {
    let tenths = (metres.magnitude + 50) / 100
    let words = tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
    return metres < 0 && tenths > 0 ? "-\(words)" : words
  }

  private func minutes(_ span: Span) -> String { "\(span.seconds / 60) min" }

  /// Kilometres, with `~` where some of the ways are not known.
  private func whole(_ figures: DayFigures) -> String {
    "\(figures.guessedWays > 0 ? "~" : "")\((figures.metres + 500) / 1_000)"
  }

  /// What the ways are taken from: `ways by distance`, `ways 3 guessed, 12 measured, 20 by distance`.
  private func ways(_ figures: DayFigures) -> String {
    if figures.guessedWays + figures.measuredWays == 0 { return "ways by distance" }
    let counts = [
      (figures.guessedWays, "guessed"), (figures.measuredWays, "measured"),
      (figures.ways - figures.guessedWays - figures.measuredWays, "by distance")
    ]
    return "ways " + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// With `~` where some of the ways are only guessed.
  private func driving(_ figures: DayFigures) -> String {
    "\(figures.guessedWays > 0 ? "~" : "")\(Wording.length(figures.driving))"
  }

  /// `20404  Chen 11:00 → Brandt 14:30`.
  public func change(_ change: PlanChange) -> String {
    let from = change.from.technician.map { who in
      [technician(who), change.from.start.map { time($0) } ?? ""].joined(separator: " ")
    }
    let to = change.to.technician.map { who in
      let name = who == change.from.technician ? "" : technician(who) + " "
      return name + (change.to.start.map { time($0) } ?? "")
    }
    let way = change.isGuessed ? ", the way is guessed" : ""
    return "\(change.number)  \(from ?? "nobody") → \(to ?? "nobody, back to the queue")\(way)"
  }

  /// Why work stays where it is.
  public func left(_ left: PlanLeft) -> String {
    let why: String
    switch left.verdict {
    case .nobodyMay: why = "nobody who works today has the skill"
    case .nobodyReaches: why = "nobody would be there in time or home again"
    case .full: why = "every day that could hold it is full"
    case .dearer: why = "it would cost more than waiting does"
    case .ifMoved(let number, let priority, let who):
      why = "fits \(technician(who)) if \(number) (\(priority.text)) moves"
    case .withOvertime(let span, let who):
      why = "fits \(technician(who)) with \(Wording.length(span)) more overtime"
    case .refused(let broken): why = reason(broken.evidence, technician(handle: broken.technician))
    }
    return "\(left.number)  stays: \(why)"
  }

  /// Who is affected: `changes for Ruiz, Lind · 2 customers are told`.
  public func affected(_ option: PlanOption, dropping dropped: Set<WorkOrder.ID> = []) -> String {
    let affected = option.affected(dropping: dropped, in: office)
    let names = affected.technicians.prefix(5).map { technician($0) }
    let more = affected.technicians.count > 5 ? " and \(affected.technicians.count - 5) more" : ""
    let told = affected.customers.filter { id in
      office.order(id).map { office.canBeTold(.customer, of: $0) } ?? false
    }.count
    let silent = affected.customers.count - told
    return [
      names.isEmpty ? nil : "changes for \(names.joined(separator: ", "))\(more)",
      told == 0 ? nil : "\(told) customer\(told == 1 ? " is" : "s are") told",
      silent == 0 ? nil : "\(silent) to be told by phone"
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// The whole answer as text for the shell, an option after the other, each with what takes it.
  public func plan(_ answer: PlanAnswer) -> [String] {
    var lines = answer.staying.map { [staying($0)] } ?? []
    if let nothing = answer.nothing { return [self.nothing(nothing)] + lines }
    for (number, option) in answer.options.enumerated() {
      lines.append("\(number + 1)  \(headline(option.kind))")
      let (before, after) = (option.before, option.after())
      if let saved = saved(option.kind, before, after) { lines.append("   \(saved)") }
      lines.append("   \(figures(before, after).joined(separator: " · "))")
      let affected = affected(option)
      if !affected.isEmpty { lines.append("   \(affected)") }
      let reasons = reasons(option.kind)
      if !reasons.isEmpty { lines.append("   \(reasons.joined(separator: " · "))") }
      for one in option.changes {
        lines.append("   \(change(one))\(option.ways[one.id].map { " · \(far($0))" } ?? "")")
        for broken in one.broken {
          lines.append("      \(reason(broken.evidence, technician(handle: broken.technician)))")
        }
      }
      lines += option.left.map { "   \(left($0))" }
      lines.append("   to do it: the same with --take \(number + 1) --seen \(option.name(at: now))")
    }
    return lines
  }
}

extension Lateness {
  fileprivate var isOnTheWay: Bool {
    switch self {
    case .onTheWay: true
    case .over, .next: false
    }
  }
}
