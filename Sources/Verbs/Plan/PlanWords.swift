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
      "\(self.technician(technician)) at \(time(at)), after the current visit\(number.map { " \($0)" } ?? "")"
        + over(technician)
    case .instead(let order, let technician, let at):
      "\(self.technician(technician)) at \(time(at)), in the place of \(number(order))\(priority(order))"
    case .fills(let fit):
      "\(fit.number) (\(fit.priority.text)) at \(time(fit.range.start)), \(Wording.length(fit.range.length)), "
        + far(fit.way) + late(fit)
    case .filled(let technician, let count):
      "all \(count) that fit \(self.technician(technician)) one after the other"
    case .together(let technician, let count): "\(count) orders to \(self.technician(technician))"
    }
  }

  /// What speaks for an option and against it, beside its figures.
  public func reasons(_ kind: PlanOption.Kind) -> [String] {
    guard case .fills(let fit) = kind else { return [] }
    let gap =
      "\(Wording.length(fit.range.length)) of the \(Wording.length(fit.gap.length)) free \(range(fit.gap))"
    let others: String
    if fit.isOnlyOne {
      others = "nobody else can take it as the day stands"
    } else if let cheaper = fit.cheaper {
      others =
        "\(technician(cheaper.technician)) would do it for \(Wording.minutes(cheaper.by)) of driving less"
    } else {
      others = "nobody does it for less"
    }
    return [
      gap, "way \(way(fit.way)), \(Wording.minutes(fit.detour)) more in his day",
      "weighs \(Wording.minutes(fit.worth)) of driving", others
    ]
  }

  /// What work weighs that cannot wait, with all that gives way for it.
  public func weight(_ option: PlanOption) -> [String] {
    option.weight.map { ["weighs \(Wording.minutes($0)) of driving, with all that gives way"] } ?? []
  }

  /// The promises that a change would come too late for, each by how much.
  public func missed(by change: PlanChange) -> [String] {
    guard let order = office.order(change.id), let range = change.to.range else { return [] }
    return missed(by: range, of: order)
  }

  /// How far work lies: `same place`, `4 min away, by distance`.
  public func far(_ way: Domain.Travel) -> String {
    way.metres == 0
      ? "same place" : "\(way.isGuess ? "~" : "")\(way.span.wholeMinutes) min away, \(Wording.source(way))"
  }

  private func late(_ fit: GapFit) -> String {
    let missed = office.order(fit.order).map { self.missed(by: fit.range, of: $0) } ?? []
    return missed.map { ", ✗ \($0)" }.joined()
  }

  /// That nobody knows when whoever is over his estimate gets done.
  private func over(_ technician: Technician.ID) -> String {
    guard case .over(_, let by) = office.lateness(of: technician, at: now) else { return "" }
    return ", which is \(Wording.length(by)) over already"
  }

  func names(_ technicians: [Technician.ID]) -> String {
    let names = technicians.map { technician($0) }
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
  }

  func number(_ order: WorkOrder.ID) -> String {
    office.order(order).map { String($0.number) } ?? "?"
  }

  private func priority(_ order: WorkOrder.ID) -> String {
    office.order(order).map { " (\($0.priority.text))" } ?? ""
  }

  /// What is asked, as a title; `answer` knows whether somebody is late at all.
  public func title(_ question: PlanQuestion, _ answer: PlanAnswer? = nil) -> String {
    let on = when(answer?.day ?? question.day)
    return switch question {
    case .waiting(let orders, _):
      (orders.isEmpty ? "Plan what nobody has" : "Plan \(orders.count) order\(orders.count == 1 ? "" : "s")")
        + on
    case .route(let technician, _): "Another order for \(self.technician(technician))\(on)"
    case .among(let technicians, let day):
      "The \(day == nil ? "rest of the day" : "day") of \(names(technicians))\(on)"
    case .away(let technician, .some): "\(self.technician(technician)) cannot\(on): his visits of that day"
    case .away(let technician, nil):
      office.isAwayLater(technician, at: now)
        ? "\(self.technician(technician)) is away later: what begins then"
        : "\(self.technician(technician)) cannot: the rest of the day"
    case .late(let technician):
      isInTime(technician, answer)
        ? "How \(self.technician(technician)) stands" : "\(self.technician(technician)) is late"
    case .urgent(let order, _):
      switch office.order(order)?.priority {
      case .p1, .p2: "\(number(order))\(priority(order)) cannot wait\(on)"
      case .p3, .p4, nil: "Who comes to \(number(order))\(priority(order))\(on)"
      }
    case .fill(let technician, let at):
      "What fits \(self.technician(technician))'s free time" + (at.map { " around \(time($0))" } ?? "")
    case .together(let order, _): "\(number(order))\(priority(order)) with what waits near it\(on)"
    }
  }

  /// `, Wed 25 Nov`; nothing for today.
  private func when(_ day: CivilDate?) -> String { day.map { ", \(dated($0))" } ?? "" }

  private func isInTime(_ technician: Technician.ID, _ answer: PlanAnswer?) -> Bool {
    let inTime: [PlanAnswer.Nothing] = [.notLate(technician), .nothingAhead(technician), .nobodyWorks]
    return answer?.nothing.map { inTime.contains($0) } ?? false
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
    case .nobodyMay: why = "nobody who works then may do it"
    case .nobodyReaches: why = "nobody would be there in time or home again"
    case .full: why = "every day that could hold it is full"
    case .dearer: why = "it would cost more than waiting does"
    case .ifMoved(let number, let priority, let who):
      why = "fits \(technician(who)) if \(number) (\(priority.text)) moves"
    case .withOvertime(let span, let who):
      why = "fits \(technician(who)) with \(Wording.length(span)) more overtime"
    case .refused(let broken): why = reason(broken.evidence, technician(handle: broken.technician))
    case .fits(let who, let at): why = "\(technician(who)) would have room at \(time(at)); ask for it alone"
    case .siteClosed(let opens): why = "the site is closed" + (opens.map { " until \(time($0))" } ?? "")
    case .dueSooner(let at): why = "due \(time(at)), before that day; name it to plan it all the same"
    case .notLookedAt: why = "so much stays that no reason was looked for; ask for it alone"
    }
    return "\(left.number)  stays: \(why)"
  }

  /// Who is affected: `changes for Ruiz, Lind · 2 customers are told (20404, 20411)`.
  public func affected(_ option: PlanOption, dropping dropped: Set<WorkOrder.ID> = []) -> String {
    let affected = option.affected(dropping: dropped, in: office)
    let names = affected.technicians.prefix(5).map { technician($0) }
    let more = affected.technicians.count > 5 ? " and \(affected.technicians.count - 5) more" : ""
    let customers = affected.customers.compactMap { office.order($0) }
    let told = customers.filter { office.canBeTold(.customer, of: $0) }.map(\.number)
    let silent = customers.map(\.number).filter { !told.contains($0) }
    return [
      names.isEmpty ? nil : "changes for \(names.joined(separator: ", "))\(more)",
      told.isEmpty ? nil : "\(told.count) customer\(told.count == 1 ? " is" : "s are") told\(of(told))",
      silent.isEmpty ? nil : "\(silent.count) to be told by phone\(of(silent))"
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// Whose they are, as far as there is room to say: ` (20404, 20411)`.
  private func of(_ numbers: [Int]) -> String {
    numbers.count > 3 ? "" : " (\(numbers.map(String.init).joined(separator: ", ")))"
  }

  /// The whole answer as text for the shell, an option after the other without what is left out of it, each with what
  /// takes it.
  public func plan(_ answer: PlanAnswer, dropping numbers: [Int] = []) -> [String] {
    var lines = [title(answer.question, answer)] + (answer.staying.map { [staying($0)] } ?? [])
    if let nothing = answer.nothing { return lines + [self.nothing(nothing, on: answer.day)] }
    for (number, option) in answer.options.enumerated() {
      lines.append("\(number + 1)  \(headline(option.kind))")
      let struck = option.changes.filter { numbers.contains($0.number) }
      let fallen = option.fallen(with: Set(struck.map(\.id)))
      let out = fallen.union(struck.map(\.id))
      let (before, after) = (option.before, option.after(dropping: out))
      if let saved = saved(option.kind, before, after) { lines.append("   \(saved)") }
      lines.append("   \(figures(before, after).joined(separator: " · "))")
      let affected = affected(option, dropping: out)
      if !affected.isEmpty { lines.append("   \(affected)") }
      let reasons = reasons(option.kind) + weight(option)
      if !reasons.isEmpty { lines.append("   \(reasons.joined(separator: " · "))") }
      for one in option.changes where out.contains(one.id) {
        let why = fallen.contains(one.id) ? "it would only move for what is struck out" : "struck out"
        lines.append("   \(one.number)  stays as it is: \(why)")
      }
      for one in option.judged(dropping: out) {
        lines.append("   \(change(one))\(option.ways[one.id].map { " · \(far($0))" } ?? "")")
        for missed in missed(by: one) { lines.append("      ✗ \(missed)") }
        for broken in one.broken {
          lines.append("      \(reason(broken.evidence, technician(handle: broken.technician)))")
        }
      }
      lines += option.left.map { "   \(left($0))" }
      let unknown = numbers.filter { one in !struck.contains { $0.number == one } }
      lines += unknown.map { "   \($0)  is not changed by this way: there is nothing to strike out" }
      let drop = struck.map { " --drop \($0.number)" }.joined()
      lines.append("   to do it: the same with --take \(number + 1)\(drop) --seen \(option.name(at: now))")
    }
    return lines
  }
}
