import Domain
import Terminal
import Verbs

/// The orders that were looked at, the last one first; those of earlier days are asked for.
struct RecentContent: PageContent {
  private(set) var subject: WorkOrder.ID?
  private var older: [WorkOrder.ID: WorkOrder] = [:]

  var name: String { "Recent" }
  var hints: [(action: String, words: String)] {
    [(AssignVerb.name, "assign"), (NoteVerb.name, "note")]
  }

  func titles(_ model: Model) -> [String] { ["Looked at", "\(model.recent.count), the last one first"] }

  func questions(_ model: Model) -> [Effect] {
    model.recent.filter { model.office.order($0) == nil && older[$0] == nil }.map {
      .ask(.show($0), .popup(0))
    }
  }

  mutating func take(_ answer: Answer) {
    if case .order(let order) = answer { older[order.id] = order }
  }

  mutating func mark(_ target: PageLine.Target?) {
    if case .view(.open(let order)) = target { subject = order }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let orders = model.recent.compactMap { model.office.order($0) ?? older[$0] }
    guard !orders.isEmpty else { return [PageLine("No order was looked at yet.", .dim)] }
    return orders.map { model.orderLine($0, width: width) }
  }
}

/// What somebody flagged to come back to: what is due, then what is not.
struct FollowUpsContent: PageContent {
  private(set) var subject: WorkOrder.ID?

  var name: String { "Follow-ups" }
  var hints: [(action: String, words: String)] {
    [(FlagVerb.name, "another day, or none"), (NoteVerb.name, "note")]
  }

  func titles(_ model: Model) -> [String] {
    let today = model.office.today(at: model.now)
    let all = model.office.followUps
    let due = all.count { $0.flag?.isDue(on: today) ?? false }
    return ["Follow-ups", "\(due) due, \(all.count - due) later"]
  }

  mutating func mark(_ target: PageLine.Target?) {
    if case .view(.open(let order)) = target { subject = order }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let today = model.office.today(at: model.now)
    let all = model.office.followUps
    guard !all.isEmpty else {
      let key = model.key(for: FlagVerb.name, in: KeyContexts.window).map { " \($0) flags one." } ?? ""
      return [PageLine("Nothing is flagged for follow-up.\(key)", .dim)]
    }
    let due = all.filter { $0.flag?.isDue(on: today) ?? false }
    let later = all.filter { !($0.flag?.isDue(on: today) ?? false) }
    var lines = [PageLine.heading("Due  \(due.count)")] + rows(due, model, width: width)
    lines.append(.heading("Later, or whenever  \(later.count)"))
    return lines + rows(later, model, width: width)
  }

  private func rows(_ orders: [WorkOrder], _ model: Model, width: Int) -> [PageLine] {
    orders.map { order in
      let day = order.flag?.until.map { TimeWords.day($0) } ?? "whenever"
      var line = model.orderLine(order, width: width - 12)
      line.parts.insert(PageLine.Part(day.fitted(to: 12), StyleRole.flag.style), at: 0)
      return line
    }
  }
}
