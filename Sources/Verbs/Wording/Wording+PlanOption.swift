public import DayPlan
public import Domain

/// What a way to answer says, line by line.
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
      "push all of \(self.technician(technician)) by \(TimeWords.length(span))"
    case .fits(let technician, let at): "\(self.technician(technician)) at \(time(at)), between what stands"
    case .next(let technician, let number, let at):
      "\(self.technician(technician)) at \(time(at)), after the current visit\(number.map { " \($0)" } ?? "")"
        + over(technician)
    case .instead(let order, let technician, let at):
      "\(self.technician(technician)) at \(time(at)), in the place of \(number(order))\(priority(order))"
    case .fills(let fit):
      "\(fit.number) (\(fit.priority.text)) at \(time(fit.range.start)), \(TimeWords.length(fit.range.length)), "
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
      "\(TimeWords.length(fit.range.length)) of the \(TimeWords.length(fit.gap.length)) free \(range(fit.gap))"
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
    return ", which is \(TimeWords.length(by)) over already"
  }

  func names(_ technicians: [Technician.ID]) -> String {
    let names = technicians.map { technician($0) }
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
  }

  /// Who comes along, each with what for: `Wei Chen (apprentice) and Jo Brandt`.
  public func names(_ helpers: [Technician.ID], _ roles: [CrewRole]?) -> String {
    let names = helpers.map { helper in
      let role = roles?.first { $0.technician == helper }?.role
      return technician(helper) + (role.map { " (\($0.clipped(CrewRole.longest)))" } ?? "")
    }
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.suffix(1).joined()
  }

  func number(_ order: WorkOrder.ID) -> String {
    office.order(order).map { String($0.number) } ?? "?"
  }

  func priority(_ order: WorkOrder.ID) -> String {
    office.order(order).map { " (\($0.priority.text))" } ?? ""
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

  /// Why a line falls with those that are struck out.
  public func fall(_ fall: PlanOption.Fall) -> String {
    switch fall {
    case .needless: "it would only move for what is struck out"
    case .blocked(let rule):
      "without what is struck out \(reason(rule.evidence, technician(handle: rule.technician)))"
    }
  }

  /// That a line cannot go on without others.
  public func blocked(_ number: Int, _ rule: BrokenRule) -> String {
    "\(number) cannot go on \(fall(.blocked(rule))). Take that in again, or give this to somebody else."
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
      why = "fits \(technician(who)) with \(TimeWords.length(span)) more overtime"
    case .refused(let broken): why = reason(broken.evidence, technician(handle: broken.technician))
    case .fits(let who, let at): why = "\(technician(who)) would have room at \(time(at)); ask for it alone"
    case .siteClosed(let opens): why = "the site is closed" + (opens.map { " until \(time($0))" } ?? "")
    case .promised(let window): why = "the customer was promised \(range(window))"
    case .dueSooner(let at): why = "due \(time(at)), before that day; name it to plan it all the same"
    case .further(let visit, let at, let free):
      let who = free.isEmpty ? "nobody is free then" : "\(names(free)) could"
      why =
        "its further visit \(time(at)) is moved by people alone: \(who), "
        + "\(Wording.word(of: FurtherVisitVerb.name)) \(left.number) WHO WHEN --change \(visit)"
    case .notLookedAt: why = "so much stays that no reason was looked for; ask for it alone"
    }
    let order = office.order(left.id)
    let what = [order?.priority.text, order.flatMap { office.site($0.site)?.name.clipped(24) }]
      .compactMap(\.self).joined(separator: ", ")
    return "\(left.number)\(what.isEmpty ? "" : " (\(what))")  stays: \(why)"
  }

  /// Who is affected: `changes for Ruiz, Lind · 2 customers are told (20404, 20411)`.
  public func affected(_ option: PlanOption, dropping dropped: Set<WorkOrder.ID> = []) -> String {
    let affected = option.affected(dropping: dropped, in: office)
    let names = affected.technicians.prefix(5).map { technician($0) }
    let more = affected.technicians.count > 5 ? " and \(affected.technicians.count - 5) more" : ""
    return
      ([
        names.isEmpty ? nil : "changes for \(names.joined(separator: ", "))\(more)"
      ] + told(affected.customers.compactMap { office.order($0) })).compactMap(\.self).joined(
        separator: " · ")
  }
}
