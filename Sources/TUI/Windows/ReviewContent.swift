import Domain
import Terminal
import Verbs

/// Done work that awaits review: what was done by whom, and what there is to look at.
struct ReviewContent: PageContent {
  private(set) var subject: WorkOrder.ID?

  var name: String { "Review" }
  var contexts: [String] { KeyContexts.review }
  var hints: [(action: String, words: String)] {
    [(ApproveVerb.name, "right, close it"), (ReworkVerb.name, "send it back")]
  }

  func titles(_ model: Model) -> [String] { ["Done, to be reviewed", "\(model.office.reviewQueue.count)"] }

  mutating func mark(_ target: PageLine.Target?) {
    if case .view(.open(let order)) = target { subject = order } else { subject = nil }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    guard action == OpenVerb.name, let subject else { return nil }
    return PopupAnswer(.open(PageWindow(ReviewSheetContent(subject, model))))
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let orders = model.office.reviewQueue
    guard !orders.isEmpty else { return [PageLine(model.wording.empty(.review), .dim)] }
    return orders.flatMap { lines($0, model, width: width) }
  }

  /// The order, what was done, and what a reviewer looks at first.
  private func lines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    let shown = { (text: String) in
      model.face.isConsole
        ? text : Masked.numbers(in: text, and: model.office.site(order.site)?.details[.accessCode])
    }
    let age = order.doneAt.map { TimeWords.age(TimeWords.since($0, now: model.now)) } ?? ""
    let who = model.technicianName(order.doneBy).map { Wording.short($0) } ?? ""
    let place = [model.siteName(of: order), shown(order.summary)].compactMap(\.self).filter { !$0.isEmpty }
    var lines = [
      PageLine(
        [
          ("\(order.number)  ", .plain), ("\(order.priority.text)  ", order.priority.role),
          (age.fitted(to: 5) + "  ", .dim), (who.fitted(to: 12) + "  ", .plain),
          (place.joined(separator: " · "), .plain)
        ], target: .view(.open(order.id)))
    ]
    if let report = order.report { lines.append(PageLine("       \(shown(report.did))", .dim)) }
    let remarks = model.wording.remarks(on: order)
    if !remarks.isEmpty {
      lines.append(PageLine("       \(shown(remarks.joined(separator: " · ")))", .slaAtRisk))
    }
    return lines
  }
}
