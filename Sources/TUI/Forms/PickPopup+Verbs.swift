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
        digit: priority.rawValue, words: words, verb: "work-order.set-priority",
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

  /// The day on which somebody comes back to it, by a digit; 0 takes the flag off.
  static func flag(_ order: WorkOrder, _ model: Model) -> PickPopup {
    let today = model.office.today(at: model.now)
    let number = [String(order.number)]
    var picks = (0..<7).map { ahead in
      let day = today.adding(days: ahead)
      let words = ahead == 0 ? "today" : ahead == 1 ? "tomorrow" : TimeWords.day(day)
      return Pick(
        digit: ahead + 1, words: words, verb: "work-order.flag",
        arguments: Arguments(["order": number, "until": [day.iso]]),
        isCurrent: order.flag?.until == day)
    }
    picks.append(
      Pick(
        digit: 8, words: "whenever", verb: "work-order.flag", arguments: Arguments(["order": number]),
        isCurrent: order.flag != nil && order.flag?.until == nil))
    picks.append(
      Pick(
        digit: 0, words: order.flag == nil ? "no flag" : "take the flag off", verb: "work-order.flag",
        arguments: Arguments(["order": number, "off": ["yes"]]), isCurrent: order.flag == nil))
    return PickPopup("Follow \(order.number) up", subject: order.id, picks)
  }

  /// What a technician is set to.
  static func presence(_ technician: Technician) -> PickPopup {
    let picks = Presence.allCases.enumerated().map { index, presence in
      Pick(
        digit: index + 1, words: presence.rawValue, verb: "technician.set-presence",
        arguments: Arguments(["technician": [technician.handle], "presence": [presence.rawValue]]),
        isCurrent: technician.presence == presence)
    }
    return PickPopup("Status of \(technician.name.words)", subject: nil, picks)
  }
}
