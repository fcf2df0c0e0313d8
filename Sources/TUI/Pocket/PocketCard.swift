import Domain
import Terminal
import Verbs

/// The order in hand: what must be known is shown first, and how it stands with its next steps always.
struct PocketCard {
  private let model: Model
  private let job: PocketJob
  private let order: WorkOrder

  init(_ model: Model, _ job: PocketJob, _ order: WorkOrder) {
    self.model = model
    self.job = job
    self.order = order
  }

  /// The card in so many rows at most.
  func lines(width: Int, rows: Int) -> [PageLine] {
    let foot = foot(width: width)
    let body =
      heading(width: width) + place(width: width) + problem(width: width) + sentBack(width: width)
      + dangers(width: width)
      + contact(width: width) + rest(width: width)
    return Array(body.prefix(max(1, rows - foot.count))) + foot
  }

  private func heading(width: Int) -> [PageLine] {
    let label = job.isUnderWay ? "NOW" : PocketWords.time(of: job, model)
    let trade = order.trade.map { " \($0.shown)" } ?? ""
    let head = "▌ \(label)  \(job.number)  \(order.priority.text)\(trade)"
    guard let clock = PocketWords.clock(of: order, model) else {
      return [PageLine([(head, order.priority.role)])]
    }
    let gap = width - displayWidth(of: head) - displayWidth(of: clock.words)
    guard gap < 2 else {
      return [
        PageLine([
          (head, order.priority.role), (String(repeating: " ", count: gap), .plain), (clock.words, clock.role)
        ])
      ]
    }
    return [PageLine([(head, order.priority.role)]), PageLine([("  \(clock.words)", clock.role)])]
  }

  private func place(width: Int) -> [PageLine] {
    guard let site = model.office.site(order.site) else { return [] }
    return PageLine.text(site.place.joined(separator: " · "), width: width, indent: 2, .fieldValue)
  }

  private func problem(width: Int) -> [PageLine] {
    let words = order.requests.first?.words.trimmed ?? ""
    let text = words.isEmpty ? order.summary : "\"\(words)\""
    return Array(PageLine.text(text, width: width, indent: 2).prefix(3))
  }

  /// Why work that was done once is his again.
  private func sentBack(width: Int) -> [PageLine] {
    guard let rework = order.reworks.last else { return [] }
    return PageLine.text("! sent back: \(rework.reason)", width: width, indent: 2, .resultWarning)
  }

  private func dangers(width: Int) -> [PageLine] {
    guard let hazards = model.office.site(order.site)?.details[.hazards] else { return [] }
    return PageLine.text("! \(hazards)", width: width, indent: 2, .resultWarning)
  }

  private func contact(width: Int) -> [PageLine] {
    guard let site = model.office.site(order.site) else { return [] }
    let contact = [site.contact?.words, site.phone.map { "tel \($0.words)" }].compactMap(\.self).joined(
      separator: " ")
    let open = model.key(for: "work-order.open", in: KeyContexts.tech) ?? "Enter"
    let code = site.details[.accessCode] == nil ? nil : "code: \(open)"
    let words = [contact.isEmpty ? nil : contact, site.details[.access], code].compactMap(\.self)
    return words.isEmpty ? [] : PageLine.text(words.joined(separator: " · "), width: width, indent: 2)
  }

  private func rest(width: Int) -> [PageLine] {
    var words: [String] = []
    if let equipment = model.office.equipment(order.equipment) {
      words.append(model.equipmentWords(equipment))
    }
    if let limit = order.moneyLimit { words.append("NTE \(limit.text)") }
    if let promise = model.wording.promise(order) { words.append(promise) }
    words.append("estimate \(TimeWords.estimate(job.estimate))")
    return words.flatMap { PageLine.text($0, width: width, indent: 2, .dim) }
  }

  /// How it stands, and the keys of the steps that may follow.
  private func foot(width: Int) -> [PageLine] {
    let steps = PocketStep.next(after: job).prefix(3).compactMap { step in
      model.key(for: step.rawValue, in: KeyContexts.tech).map {
        "\($0) \(step == .hold && job.isHeld ? "release" : step.words)"
      }
    }.joined(separator: "  ")
    let state = PocketWords.state(of: job, model)
    let gap = width - 2 - displayWidth(of: state) - displayWidth(of: steps)
    guard gap < 2 else {
      return [
        PageLine([("  \(state)", .heading), (String(repeating: " ", count: gap), .plain), (steps, .hintKey)])
      ]
    }
    return [PageLine([("  \(state)", .heading)]), PageLine([("  \(steps)", .hintKey)])]
  }
}
