import Domain
import TUI
import Verbs

extension KeyStory {
  /// The stories, an order at the cursor of the queue unless `before` goes elsewhere.
  static let all: [KeyStory] = [
    KeyStory(name: "assign the best", steps: "a<Enter>", promised: 2) {
      $0.order(20_418)?.technician == Story.technician(1)
    },
    KeyStory(name: "assign the best, seen on the timeline", steps: "w<Enter>", promised: 2) {
      $0.order(20_418)?.technician == Story.technician(1)
    },
    KeyStory(name: "assign another, whose other visits make room", steps: "a2<Enter>", promised: 3) {
      $0.order(20_418)?.technician == FormOffice.ana
    },
    KeyStory(name: "move a visit by 15 minutes", before: visit, steps: "><Enter>", promised: 2) {
      $0.order(20_421)?.openVisit?.start == Story.at(13, 15)
    },
    KeyStory(name: "move a visit, seen first", before: visit, steps: "tl<Enter>", promised: 3) {
      $0.order(20_421)?.openVisit?.start == Story.at(13, 15)
    },
    KeyStory(
      name: "move it an hour, to the technician above", before: visit, steps: "t}k<Enter>", promised: 4
    ) {
      $0.order(20_421)?.technician == Story.technician(1)
        && $0.order(20_421)?.openVisit?.start == Story.at(14, 0)
    },
    KeyStory(name: "change its length", before: visit, steps: "d«60»<Enter>", promised: 2) {
      $0.order(20_421)?.openVisit?.estimate == .minutes(60)
    },
    KeyStory(name: "pin its time", before: visit, steps: "*1", promised: 2) {
      $0.order(20_421)?.openVisit?.pin == .time
    },
    KeyStory(name: "hold, with reason", steps: "H1«belt ordered»<Enter>", promised: 3) {
      $0.order(20_418)?.hold?.reason == .parts
    },
    KeyStory(name: "release", before: "H1belt ordered<C-s>:20418<Enter>", steps: "H<Enter>", promised: 2) {
      $0.order(20_418)?.hold == nil
    },
    KeyStory(name: "set the priority", before: "3Gl", steps: "p3", promised: 2) {
      $0.order(20_391)?.priority == .p3
    },
    KeyStory(name: "undo", before: "a<Enter>", steps: "u", promised: 1) { desk in
      desk.submitted.contains { $0.verb == "ledger.undo" }
    },
    KeyStory(name: "own an order", steps: "o", promised: 1) { $0.order(20_418)?.claim?.by == Story.bea },
    KeyStory(name: "own an alert", before: "4", steps: "o", promised: 1) { desk in
      desk.submitted.contains { $0.verb == "alert.own" }
    },
    KeyStory(name: "snooze an alert", before: "4", steps: "z1", promised: 2) { desk in
      desk.submitted.contains { $0.verb == "alert.snooze" }
    },
    KeyStory(name: "settle an alert", before: "4", steps: "R«called him»<Enter>", promised: 2) { desk in
      desk.submitted.contains { $0.verb == "alert.resolve" }
    },
    KeyStory(name: "flag for follow-up", steps: "f1", promised: 2) { desk in
      desk.submitted.contains { $0.verb == "work-order.flag" }
    },
    KeyStory(name: "note", steps: "N«gate shut»<C-s>", promised: 2) { desk in
      desk.submitted.contains { $0.verb == "work-order.note" }
    },
    KeyStory(name: "open the order", steps: "<Enter>", promised: 1) { $0.top?.contains("20418") ?? false },
    KeyStory(name: "open the customer", steps: "c", promised: 1) {
      $0.text.contains("Quay Estates") && $0.top != nil
    },
    KeyStory(name: "its history", steps: "L", promised: 1) { $0.top?.contains("20418") ?? false },
    KeyStory(name: "a technician's status", before: "2", steps: "sb", promised: 2) { desk in
      desk.submitted.contains { $0.verb == "technician.set-presence" }
    },
    KeyStory(name: "a technician's day", before: "2", steps: "<Enter>", promised: 1) { $0.top != nil },
    KeyStory(
      name: "give an order back to the queue", before: visit, steps: "a0", promised: 2
    ) {
      $0.order(20_421)?.technician == nil
    },
    KeyStory(name: "the cancel form", steps: "Ex", promised: 2) { $0.top?.contains("Cancel") ?? false },
    KeyStory(name: "filter", steps: "/«freezer»<Enter>", promised: 2) {
      $0.model.queue.rows.count == 1 && !$0.model.isFiltering
    },
    KeyStory(name: "a view", steps: "v2", promised: 2) { $0.model.queue.rows.count == 1 },
    KeyStory(name: "a new call", steps: "n", promised: 1) { $0.top?.contains("New call") ?? false },
    KeyStory(
      name: "save a call and assign the best",
      before: CallFormTests.keys,
      steps: "<C-g><Enter>", promised: 2
    ) { $0.order(20_422)?.technician != nil },
    KeyStory(name: "mark two and assign each the best", steps: "  a<Enter>", promised: 4) { desk in
      let isOfTwo = desk.effects.contains { effect in
        guard case .plan(let orders, _) = effect else { return false }
        return orders.count == 2
      }
      return isOfTwo && desk.submitted.contains { $0.verb == "work-order.assign" }
    },
    KeyStory(name: "as it was one entry ago", before: "a<Enter>", steps: "(", promised: 1) { desk in
      guard case .ask(let query, .past)? = desk.effects.last, "\(query)".hasPrefix("past(") else {
        return false
      }
      return true
    },
    KeyStory(name: "lock the desk", steps: "Q", promised: 1) { $0.model.gate != nil }
  ]

  /// The second visit of the lower name on the timeline.
  private static let visit = "3Gll"
}

/// The office of the stories: three visits on the timeline, the rest in the queue, and a PIN for whoever acts.
enum KeyDesk {
  static func made() -> FormDesk {
    var office = FormOffice.made()
    for (number, technician, hour) in [(20_391, 0, 11), (20_421, 0, 13)] {
      let holder = Assignment(
        technician: Story.technician(technician), status: .accepted, assignedAt: Story.now,
        assignedBy: Story.bea)
      let visit = Visit(
        id: .init(high: 9, low: UInt64(number)), start: Story.at(hour, 0), estimate: .minutes(90),
        assignments: [holder])
      office.orders.change(Story.order(number)) { $0.visits = [visit] }
    }
    office.technicians.change(Story.technician(1)) {
      $0.skills = [Skill(trade: Trade("hvac"), level: 2), Skill(trade: Trade("lift"), level: 2)]
    }
    office.people.change(Story.bea) { $0.pin = FormOffice.words("sealed") }
    return FormDesk(office: office)
  }
}
