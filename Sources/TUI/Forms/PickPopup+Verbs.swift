import Domain
import Verbs

extension PickPopup {
  /// P1 to P4 with what each means for the clocks; against the rules' proposal with a reason.
  static func priority(_ order: WorkOrder, _ model: Model) -> PickPopup {
    let proposal = model.office.proposedPriority(of: order)
    let picks = Priority.allCases.map { priority in
      var planned = order
      planned.priority = priority
      let clocks = model.office.clocks(of: planned, at: model.now).map { model.clockWords($0) }
      let mark = priority == proposal.priority ? "proposed" : ""
      let words = [priority.text, mark.padded(to: 8), clocks.joined(separator: " · ")].joined(separator: "  ")
      return Pick(
        digit: priority.rawValue, words: words, verb: ChangePriorityVerb.name,
        arguments: Arguments(["order": [String(order.number)], "priority": [priority.text]]),
        reasonFor: priority == proposal.priority
          ? nil : "\(proposal.priority.text) is proposed: \(model.words(of: proposal))",
        isCurrent: priority == order.priority)
    }
    return PickPopup("Priority of \(order.number)", subject: order.id, picks) { model, width in
      PageLine.fact(
        "Proposed", "\(proposal.priority.text): \(model.words(of: proposal))", width: width, .fieldNote)
    }
  }

  /// The same for several orders: a reason is asked for where the rules propose another one for any of them.
  static func priority(_ orders: [WorkOrder], _ model: Model) -> PickPopup {
    let proposals = orders.map { model.office.proposedPriority(of: $0).priority }
    let picks = Priority.allCases.map { priority in
      let agreeing = proposals.count { $0 == priority }
      let words = agreeing == 0 ? "" : "proposed for \(agreeing) of \(orders.count)"
      return Pick(
        digit: priority.rawValue, words: "\(priority.text)  \(words)", verb: ChangePriorityVerb.name,
        arguments: Arguments(["order": orders.map { String($0.number) }, "priority": [priority.text]]),
        reasonFor: agreeing == orders.count
          ? nil : "another one is proposed for \(orders.count - agreeing) of \(orders.count)")
    }
    return group("Priority of", orders, picks, model)
  }

  /// A popup about several orders, which it lists.
  static func group(_ title: String, _ orders: [WorkOrder], _ picks: [Pick], _ model: Model) -> PickPopup {
    let ids = orders.map(\.id)
    var popup = PickPopup("\(title) \(model.words(of: ids))", subject: nil, picks) { model, width in
      model.lines(of: ids, width: width)
    }
    popup.actsOnMarks = true
    return popup
  }

  /// One of the office's texts for all of them, each with its own words filled in.
  static func message(_ orders: [WorkOrder], _ model: Model) -> PickPopup {
    let numbers = orders.map { String($0.number) }
    let picks = model.office.templateNames.prefix(9).enumerated().map { index, template in
      Pick(
        digit: index + 1, words: template, verb: MessageVerb.name,
        arguments: Arguments(["order": numbers, "text": [template]]))
    }
    return group("Write about", orders, Array(picks), model)
  }

  /// The day on which somebody comes back to it, by a digit; 0 takes the flag off.
  static func flag(_ orders: [WorkOrder], _ model: Model) -> PickPopup {
    let today = model.office.today(at: model.now)
    let number = orders.map { String($0.number) }
    let order = orders[0]
    var picks = (0..<7).map { ahead in
      let day = today.adding(days: ahead)
      let words = ahead == 0 ? "today" : ahead == 1 ? "tomorrow" : TimeWords.day(day)
      return Pick(
        digit: ahead + 1, words: words, verb: FlagVerb.name,
        arguments: Arguments(["order": number, "until": [day.iso]]),
        isCurrent: orders.count == 1 && order.flag?.until == day)
    }
    picks.append(
      Pick(
        digit: 8, words: "whenever", verb: FlagVerb.name, arguments: Arguments(["order": number]),
        isCurrent: orders.count == 1 && order.flag != nil && order.flag?.until == nil))
    picks.append(
      Pick(
        digit: 0, words: orders.allSatisfy { $0.flag == nil } ? "no flag" : "take the flag off",
        verb: FlagVerb.name, arguments: Arguments(["order": number, "off": ["yes"]]),
        isCurrent: orders.count == 1 && order.flag == nil))
    if orders.count > 1 { return group("Follow up", orders, picks, model) }
    return PickPopup("Follow \(order.number) up", subject: order.id, picks)
  }

  /// What of the visit is to stay as it is, by a digit.
  static func pin(_ order: WorkOrder, _ model: Model) -> PickPopup {
    let number = [String(order.number)]
    let now = order.effectivePin
    let picks = [Pin.time, .technician, .both, .nothing].enumerated().map { index, pin in
      Pick(
        digit: pin == .nothing ? 0 : index + 1, words: Wording.pin(pin), verb: PinVerb.name,
        arguments: Arguments(["order": number, "pin": [pin.rawValue]]), isCurrent: pin == now)
    }
    return PickPopup("Pin of \(order.number)", subject: order.id, picks)
  }

  /// Why a promise was missed, by a digit.
  static func breachCause(_ orders: [WorkOrder], _ model: Model) -> PickPopup {
    let order = orders[0]
    let known = orders.count == 1 ? order.breaches.last?.cause : nil
    let picks = BreachCause.allCases.enumerated().map { index, cause in
      Pick(
        digit: index + 1, words: cause.rawValue.replacing("-", with: " "), verb: BreachCauseVerb.name,
        arguments: Arguments(["order": orders.map { String($0.number) }, "cause": [cause.rawValue]]),
        isCurrent: cause == known)
    }
    if orders.count > 1 { return group("Why late:", orders, picks, model) }
    return PickPopup("Why was \(order.number) late", subject: order.id, picks) { model, width in
      let missed = model.office.clocks(of: order, at: model.now).filter(\.isMissed)
      let said = order.breaches.map { breach in
        let cause = breach.cause.rawValue.replacing("-", with: " ")
        return
          "\(breach.clock.rawValue): \(cause), \(model.name(of: breach.by)) \(model.words(breach.at)); a digit replaces it"
      }
      return PageLine.fact(
        "Missed", missed.map { model.clockWords($0) }.joined(separator: " · "), width: width, .fieldNote)
        + said.flatMap { PageLine.fact("On record", $0, width: width, .fieldNote) }
    }
  }

  /// What a technician is set to.
  static func presence(_ technician: Technician) -> PickPopup {
    let picks = Presence.allCases.enumerated().map { index, presence in
      Pick(
        digit: index + 1, words: presence.rawValue, verb: StatusVerb.name,
        arguments: Arguments(["technician": [technician.handle], "presence": [presence.rawValue]]),
        isCurrent: technician.presence == presence)
    }
    return PickPopup("Status of \(technician.name.words)", subject: nil, picks)
  }
}
