import Domain
import Terminal
import Verbs

/// The order in hand: what must be known is shown first, and how it stands with its next steps always.
struct PocketCard {
  private let model: Model
  private let job: OwnVisit
  private let order: WorkOrder
  private let isSelected: Bool

  /// The card of an order; without its mark and steps where the cursor is at another one.
  init(_ model: Model, _ job: OwnVisit, _ order: WorkOrder, isSelected: Bool = true) {
    self.model = model
    self.job = job
    self.order = order
    self.isSelected = isSelected
  }

  /// The card in so many rows at most; what is cut is marked as cut.
  func lines(width: Int, rows: Int) -> [PageLine] {
    let foot = foot(width: width)
    let room = max(1, rows - foot.count)
    let head = heading(width: width) + place(width: width)
    let rest =
      sentBack(width: width) + dangers(width: width) + contact(width: width) + caller(width: width)
      + rest(width: width)
    let problem = problem(width: width, most: max(3, room - head.count - rest.count))
    let body = head + problem + rest
    guard body.count > room, room > 1 else { return Array(body.prefix(room)) + foot }
    let key = model.key(for: OpenVerb.name, in: KeyContexts.tech) ?? "Enter"
    return body.prefix(room - 1) + [PageLine("  … \(key) shows the rest", .dim)] + foot
  }

  private func heading(width: Int) -> [PageLine] {
    let label = job.isUnderWay ? "NOW" : PocketWords.time(of: job, model)
    let trade = order.trade.map { " \(model.shown($0))" } ?? ""
    let head = "\(isSelected ? "▌" : " ") \(label)  \(job.number)  \(order.priority.text)\(trade)"
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

  private func problem(width: Int, most: Int) -> [PageLine] {
    let words = order.requests.first?.words.trimmed ?? ""
    let text = words.isEmpty ? order.summary : "\"\(words)\""
    let lines = PageLine.text(text, width: width, indent: 2)
    guard lines.count > most, let last = wrapped(text, width: max(8, width - 4)).dropFirst(most - 1).first
    else {
      return lines
    }
    return lines.prefix(most - 1) + [PageLine("  \(last) …")]
  }

  /// Who has rung about it, where that is somebody else than whoever is asked for there.
  private func caller(width: Int) -> [PageLine] {
    guard let request = order.requests.last, let site = model.office.site(order.site) else { return [] }
    let known = [site.contact?.words, site.phone?.words]
    let words = [request.caller?.words, request.phone?.words].compactMap(\.self).filter {
      !known.contains($0)
    }
    return words.isEmpty
      ? [] : PageLine.text("rang: \(words.joined(separator: " "))", width: width, indent: 2)
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
    let open = model.key(for: OpenVerb.name, in: KeyContexts.tech) ?? "Enter"
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
    let along = order.openVisit?.helpers?.filter { $0 != model.pocket?.technician } ?? []
    if !along.isEmpty {
      words.append("with \(model.wording.names(along, order.openVisit?.roles))")
    }
    if let own = model.pocket.flatMap({ order.openVisit?.role(of: $0.technician) }) {
      words.append("you come along as \(own)")
    }
    words.append("estimate \(TimeWords.estimate(job.estimate))")
    return words.flatMap { PageLine.text($0, width: width, indent: 2, .dim) }
  }

  /// How it stands, and the keys of the steps that may follow, where they always are: over a slow line a step then
  /// draws little.
  func foot(width: Int) -> [PageLine] {
    let steps =
      isSelected
      ? PocketStep.next(after: job).prefix(PocketStep.mostOnCard).compactMap { step in
        model.key(for: step.rawValue, in: KeyContexts.tech).map { "\($0) \(step.words(job))" }
      }.joined(separator: "  ") : ""
    let state = "  \(PocketWords.state(of: job, model))"
    let column = max(34, displayWidth(of: state) + 2)
    guard column + displayWidth(of: steps) <= width else {
      return [PageLine([(state, .heading)]), PageLine([("  \(steps)", .hintKey)])]
    }
    return [PageLine([(state.padded(to: column), .heading), (steps, .hintKey)])]
  }
}
