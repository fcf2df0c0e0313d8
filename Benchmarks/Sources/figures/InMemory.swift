import Demo
import Domain

/// What needs no file: making the day up, deciding, the panes, the encoding.
enum InMemory {
  /// The office at the end of the day.
  static func measure(_ day: DemoDay, _ now: Timestamp) throws -> Office {
    var watch = Stopwatch()
    var count = 0
    for submission in day.submissions { count += submission.commands.count }
    Row.say(
      "made-up submissions a second", (Double(count) / watch.processorSeconds).rounded(0), mark: "50,000")

    watch = Stopwatch()
    var office = Office.unfounded
    var bodies = Bodies()
    for submission in day.submissions {
      let decision = try office.decide(submission)
      office = decision.after
      office.letGo(submission.commands.flatMap(\.orders))
      try bodies.take(submission, decision)
    }
    Row.say("decided, applied and encoded a second", (Double(count) / watch.processorSeconds).rounded(0))
    bodies.report()
    try board(office, now)
    return office
  }

  private static func board(_ office: Office, _ now: Timestamp) throws {
    var whole = Samples()
    for _ in 0..<10 { _ = whole.measure { Board(office, now: now) } }
    Row.say("all four panes from nothing", whole.text)

    var keeper = BoardKeeper(office: office, now: now)
    var step = Samples()
    var after = office
    let person = office.people.inOrder.first { $0.role == .owner }
    guard let person else { return }
    for (index, order) in office.orders.inOrder.filter({ !$0.isEnded }).prefix(500).enumerated() {
      let submission = Submission(
        id: Identifier(high: 7, low: UInt64(index)),
        stamp: Stamp(by: person.id, at: now, console: Identifier(high: 0, low: 1)),
        commands: [.flagWorkOrder(order.id, FlagWorkOrder(order.flag == nil))])
      try step.measure {
        let decision = try after.decide(submission)
        after = decision.after
        keeper.update(office: after, touched: Touched(decision.events), now: now)
      }
    }
    Row.say("a command decided, its panes kept up", step.text)
    Row.say(
      "memory (RssAnon), office and panes", "\(anonymousMegabytes().rounded(1)) MB", mark: "console 80 MB")
  }
}

/// How many bytes the entries of a day take, by their first command.
struct Bodies {
  private struct Body: Encodable {
    let commands: [Command]
    let events: [Event]
    let inverse: [Command]
  }

  private var sizes: [String: [Int]] = [:]

  mutating func take(_ submission: Submission, _ decision: Decision) throws {
    guard let first = submission.commands.first else { return }
    let name = String(String(describing: first).prefix { $0 != "(" }.split(separator: ".").last ?? "")
    if sizes[name, default: []].count >= 2_000 { return }
    let body = Body(commands: submission.commands, events: decision.events, inverse: decision.inverse)
    sizes[name, default: []].append(try CompactEncoder().encode(body).count)
  }

  func report() {
    for name in [
      "assignVisit", "acceptVisit", "holdWorkOrder", "setPresence", "logWorkOrder", "importWorkOrder"
    ] {
      guard let all = sizes[name], !all.isEmpty else { continue }
      let mean = all.reduce(0, +) / all.count
      Row.say("bytes of an entry: \(name)", "\(mean)", mark: name == "assignVisit" ? "250" : "")
    }
  }
}
