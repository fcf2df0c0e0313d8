import Domain
import Terminal
import Verbs

/// What is dangerous at a site: the arrival goes on record with the word that it was read.
struct HazardPopup: Popup {
  private let job: OwnVisit
  private let hazards: String

  init(_ job: OwnVisit, _ hazards: String) {
    self.job = job
    self.hazards = hazards
  }

  var contexts: [String] { KeyContexts.popup }
  var name: String { "Hazards · \(job.number)" }
  var subject: WorkOrder.ID? { job.order }

  private func lines(_ width: Int) -> [PageLine] {
    PageLine.text("! \(hazards)", width: width, .resultWarning) + [PageLine()]
      + PageLine.text("Your arrival is reported with the word that you have read this.", width: width)
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, 64)
    return Size(width: width, height: min(screen.height - 2, lines(width - 4).count + 2))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    guard case .action("choose.highlighted") = event else { return .ignored }
    let commands: [Command] = [
      .arriveOnSite(job.order, ArriveOnSite(visit: job.visit)),
      .addNote(job.order, AddNote("Hazards read on arrival: \(hazards)"))
    ]
    let proposal = Proposal(verb: PocketStep.arrive.rawValue, commands: commands, orders: [job.number])
    return PopupAnswer(.close, effects: [.submit(proposal, .keys)])
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints([("choose.highlighted", "read, on site"), ("back", "not yet")], in: contexts)])
    for (row, line) in lines(canvas.width - 4).prefix(max(0, canvas.height - 2)).enumerated() {
      line.draw(on: &canvas, at: Point(column: 2, row: row + 1), width: max(0, canvas.width - 4))
    }
  }
}

/// The end of a shift: what is still open and what reports lack, before it is over.
struct ShiftEndPopup: Popup {
  private let technician: Technician.ID
  private var top = 0

  init(_ technician: Technician.ID) { self.technician = technician }

  var contexts: [String] { KeyContexts.popup }
  var name: String { "End of the shift" }

  static func proposal(_ presence: Presence, _ technician: Technician) -> Proposal {
    let command = Command.setPresence(technician.id, SetPresence(presence, replacing: technician.presence))
    return Proposal(verb: StatusVerb.name, commands: [command])
  }

  private func lines(_ model: Model, width: Int) -> [PageLine] {
    guard let pocket = model.pocket else { return [] }
    var lines: [PageLine] = []
    let open = pocket.jobs
    lines.append(.heading(open.isEmpty ? "Nothing is open." : "Still yours  \(open.count)"))
    for job in open {
      lines += PageLine.text(
        "\(job.number)  \(PocketWords.time(of: job, model))  \(PocketWords.state(of: job, model))"
          + (lacksNote(job, model) ? " · no note" : ""),
        width: width,
        indent: 2, job.isUnderWay ? .resultWarning : .plain)
    }
    let short = pocket.done.filter { !$0.missing.isEmpty }
    lines.append(
      .heading("Done  \(pocket.done.count)" + (short.isEmpty ? "" : ", reports that lack something")))
    for report in short {
      lines += PageLine.text(
        "\(report.number)  no \(report.missing.map(\.rawValue).joined(separator: ", no "))", width: width,
        indent: 2,
        .resultWarning)
    }
    return lines
  }

  private func lacksNote(_ own: OwnVisit, _ model: Model) -> Bool {
    own.lead == nil && model.office.order(own.order)?.lacksNote(of: model.person) ?? false
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, 72)
    return Size(width: width, height: min(screen.height - 2, lines(model, width: width - 4).count + 2))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    let size = wantedSize(in: model.size, model)
    let last = max(0, lines(model, width: size.width - 4).count - max(1, size.height - 2))
    switch event {
    case .action("move.down"): top = min(last, top + 1)
    case .action("move.up"): top = max(0, top - 1)
    case .action("choose.highlighted"):
      guard let found = model.office.technician(technician) else { return .close }
      return PopupAnswer(.close, effects: [.submit(Self.proposal(.off, found), .keys)])
    case .action, .key, .paste, .mouse, .shown, .changed, .finished, .answered, .suggested, .draftSaved:
      return .ignored
    }
    return .stay
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints([("choose.highlighted", "end it"), ("back", "stay")], in: contexts)])
    let lines = lines(model, width: canvas.width - 4)
    for (row, line) in lines.dropFirst(top).prefix(max(0, canvas.height - 2)).enumerated() {
      line.draw(on: &canvas, at: Point(column: 2, row: row + 1), width: max(0, canvas.width - 4))
    }
  }
}

extension PickPopup {
  /// A message to the next customer by one digit: how much later he comes, and at what time that is.
  static func lateNotice(of order: WorkOrder, _ job: OwnVisit, _ model: Model) -> PickPopup {
    let from = max(model.now, job.start ?? model.now)
    let picks = [10, 20, 30, 45, 60].enumerated().map { index, minutes in
      let at = model.words(from + .minutes(Int64(minutes)))
      let words =
        "{office}: {technician} is delayed and is expected at {site} at about \(at), about \(minutes) minutes later. Your order is {order}."
      return Pick(
        digit: index + 1, words: "\(minutes) min later, about \(at)", verb: MessageVerb.name,
        arguments: Arguments(["order": [String(order.number)], "text": [words], "to": ["customer"]]))
    }
    let site = model.siteName(of: order) ?? ""
    return PickPopup("Late at \(order.number) \(site)", subject: order.id, picks)
  }
}
