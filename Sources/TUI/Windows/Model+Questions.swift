import Domain
import Terminal
import Verbs

/// What customers ring about, each answered from their window by one key.
enum CustomerQuestion: String, CaseIterable {
  /// "When does he come?"
  case when = "customer.when"
  /// "Can we move it?"
  case reschedule = "customer.reschedule"
  /// "It is urgent now."
  case urgent = "customer.urgent"
}

extension Model {
  /// When somebody comes and what that is taken from; what it would be to move it; what it takes to make it urgent.
  func questionLines(about order: WorkOrder, width: Int) -> [PageLine] {
    let plan = order.openVisit?.start.map { "planned \(words($0))" } ?? "no time is planned"
    let promises = [
      order.appointment.map { "promised \(wording.window($0))" },
      order.toldTime.map { "the customer was told \(words($0))" }
    ].compactMap(\.self)
    let promise = promises.isEmpty ? "nothing was promised" : promises.joined(separator: ", ")
    let isDone = order.status == .review
    let urgent = Priority.allCases.first { $0 < order.priority }.map { higher in
      var raised = order
      raised.priority = higher
      let clocks = office.clocks(of: raised, at: now).map { clockWords($0) }
      return "\(order.priority.text) now; as \(higher.text): \(clocks.joined(separator: " · "))"
    }
    let rows: [(CustomerQuestion, String, String)] = [
      (.when, "when?", wording.arrival(of: order)),
      (.reschedule, "move it?", isDone ? "the work is done" : "\(plan), \(promise)"),
      (
        .urgent, "urgent!",
        isDone ? "the work is done" : urgent ?? "it is P1 already; that they rang again can be noted"
      )
    ]
    return [
      .heading("They ask about \(order.number)  \(order.summary.fitted(to: max(12, width / 2)).trimmed)")
    ]
      + rows.flatMap { question, label, words in
        let key = key(for: question.rawValue, in: KeyContexts.customer).map { "\($0) " } ?? ""
        return PageLine.fact("\(key)\(label)", words, width: width, target: .action(question.rawValue))
      }
  }

  /// What a question opens: the arrival with its source, the move of the visit or the promise, the urgency.
  func answering(_ question: CustomerQuestion, about order: WorkOrder) -> PopupAnswer {
    switch question {
    case .when: PopupAnswer(.open(PageWindow(WhyContent(.order(order.id), field: "arrival"))))
    case .reschedule:
      form(of: mayOffer(MoveVerb.name) ? MoveVerb.name : WindowVerb.name, order).map {
        PopupAnswer(.open($0))
      }
        ?? PopupAnswer(result: ResultLine(.note, "\(order.number) has ended; there is nothing to move."))
    case .urgent: PopupAnswer(.open(PickPopup.urgent(order, self)))
    }
  }
}

extension PickPopup {
  /// A higher priority, the caller's word that it is urgent now, or a note that they rang again.
  static func urgent(_ order: WorkOrder, _ model: Model) -> PickPopup {
    let number = [String(order.number)]
    var picks = PickPopup.priority(order, model).picks.filter { pick in
      model.mayOffer(pick.verb) && Priority(rawValue: pick.digit).map { $0 < order.priority } ?? false
    }
    if order.saidUrgency != .now {
      picks.append(
        Pick(
          digit: 5,
          words: "the caller says now (was \(order.saidUrgency?.rawValue ?? "not said")); the priority stays",
          verb: EditVerb.name, arguments: Arguments(["order": number, "field": ["urgency=now"]])))
    }
    picks.append(
      Pick(
        digit: 6, words: "note that they rang again", verb: NoteVerb.name,
        arguments: Arguments(["order": number]), reasonFor: "What they said", reasonName: "text",
        reasonBegins: "Rang again: "))
    return PickPopup("\(order.number) is urgent now", subject: order.id, picks)
  }
}
