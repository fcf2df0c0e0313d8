import Domain
import Terminal

extension Model {
  /// What a face without panes has to say, a sentence each; nil where a window lies over it, whose rows are said.
  public var plainLines: [String]? {
    guard popups.isEmpty, gate == nil else { return nil }
    let lines: [String]
    switch face {
    case .console, .wall: return nil
    case .pocket(let pocket): lines = PocketSentences(model: self, pocket: pocket).lines
    case .calls(let calls): lines = CallSentences(model: self, calls: calls).lines
    }
    return lines
  }

  /// What the last action came to.
  public var spokenResult: String? { result?.sentence }

  /// The same without that: it is said as soon as it is known.
  public var withoutResult: Model {
    var model = self
    model.result = nil
    return model
  }

  /// `office, 2 to send`: how the line is, without its sign.
  var spokenLink: String { PocketWords.link(self).drop { !$0.isLetter }.description }
}

/// A technician's own work in sentences: where he stands, the order in hand, what is next, what was said, the choices.
struct PocketSentences {
  let model: Model
  let pocket: Pocket

  var lines: [String] { [head] + inVain + card + next + said + [choices] }

  private var inVain: [String] { PocketWords.inVain(pocket, model) }

  private var head: String {
    let name = model.office.technician(pocket.technician)?.name.words ?? model.personName
    let time = model.office.zone.clock(at: model.now)
    return
      "\(name), \(PocketWords.shift(pocket, model)), \(time), \(model.spokenLink), \(pocket.done.count) done, \(pocket.jobs.count) to go."
  }

  private var card: [String] {
    guard let job = pocket.selected, let order = model.office.order(job.order) else {
      return [PocketWords.nothing]
    }
    return PocketCard(model, job, order).lines(width: PocketSentences.width, rows: .max).map(\.text)
  }

  private var next: [String] {
    pocket.jobs.filter { $0.order != pocket.cursor }.compactMap { job in
      guard let order = model.office.order(job.order) else { return nil }
      let place = model.siteName(of: order).map { ", \($0)" } ?? ""
      return
        "Next: \(PocketWords.time(of: job, model)), \(job.number), \(order.priority.text)\(place): \(order.summary), \(PocketWords.state(of: job, model))."
    }
  }

  private var said: [String] {
    guard let order = pocket.selected.flatMap({ model.office.order($0.order) }) else { return [] }
    return PocketWords.said(about: order, model).suffix(2).map {
      "\(model.words($0.at)) \($0.who): \($0.words)"
    }
  }

  private var choices: String {
    "Choices: "
      + model.hintList(model.pocketHints, in: KeyContexts.tech).map { "\($0.key) \($0.words)" }
      .joined(separator: ", ") + "."
  }

  /// Wider than any line that is said.
  private static let width = 2_000
}

/// The helpdesk's calls in sentences.
struct CallSentences {
  let model: Model
  let calls: CallDesk

  var lines: [String] {
    let time = model.office.zone.clock(at: model.now)
    let head =
      "\(model.personName), \(time), \(model.spokenLink), \(calls.drafts.count) begun, \(calls.logged.count) on record."
    let painter = CallDeskPainter(model, calls)
    let rows = calls.rows.indices.dropFirst(max(0, calls.index)).prefix(10).map { index in
      let (words, tail, _) = painter.words(of: calls.rows[index])
      return "\(index == calls.index ? "Marked: " : "")\(words), \(tail)."
    }
    return [head] + rows + [
      "Choices: "
        + model.hintList(CallDeskPainter.hints, in: KeyContexts.calls).map { "\($0.key) \($0.words)" }
        .joined(separator: ", ") + "."
    ]
  }
}
