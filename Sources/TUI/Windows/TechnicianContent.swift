import Domain
import Terminal
import Verbs

/// The card of a technician: how to reach him, what he is on, his record. His number is shown when it is asked for,
/// and that goes on record.
struct TechnicianContent: PageContent {
  let id: Technician.ID

  var name: String { "Technician" }
  var contexts: [String] { KeyContexts.card }
  var hints: [(action: String, words: String)] {
    [
      (ShowPhoneVerb.name, "number"), (MessageVerb.name, "message"), (EditVerb.name, "edit"),
      ("explain", "why")
    ]
  }

  func titles(_ model: Model) -> [String] {
    guard let technician = model.office.technician(id) else { return ["no such technician"] }
    let left: String? = technician.isActive ? nil : "left"
    return [["Technician", technician.name.words, left].compactMap(\.self).joined(separator: " · ")]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.technician(id).map { VerbForm(EditForm.technician($0, model), model) }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    switch action {
    case ShowPhoneVerb.name, "copy.number": model.showingPhone(of: id)
    case MessageVerb.name:
      if let order = model.orderNow(of: id) {
        PopupAnswer(.open(MessagePopup(order, model, to: .technician)))
      } else {
        PopupAnswer(
          result: ResultLine(.note, "He is on no order: a message is about one. His number is on this card."))
      }
    default: nil
    }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let technician = model.office.technician(id) else {
      return [PageLine("The record is not there.", .dim)]
    }
    return nowLines(technician, model, width: width) + recordLines(technician, model, width: width)
  }

  private func nowLines(_ technician: Technician, _ model: Model, width: Int) -> [PageLine] {
    let office = model.office
    let card = model.board.technicians.first { $0.id == id }
    let until = card?.until.map { " until \(model.words($0))" } ?? ""
    var lines = PageLine.fact(
      "Is", "\(card?.shown.rawValue ?? technician.presence.rawValue)\(until)", width: width, .fieldValue,
      field: FieldPlace(id, .presence))
    lines += PageLine.fact(
      "Phone", technician.phone.map { "\(Wording.hidden(phone: $0.words)): Enter shows it, recorded" },
      width: width, target: .phone(id), field: FieldPlace(id, .phone))
    for (label, number) in [("On", card?.now), ("Next", card?.next)] {
      guard let number, let order = office.order(number: number) else { continue }
      let place = [model.siteName(of: order), order.summary].compactMap(\.self).joined(separator: " · ")
      lines += PageLine.fact(
        label, "\(number)  \(order.priority.text)  \(place)", width: width, target: .view(.open(order.id)))
    }
    lines += PageLine.fact(
      "Day", "\(card?.utilisationPercent ?? 0)% planned", width: width,
      target: .view(.openDay(id, office.today(at: model.now))))
    lines += PageLine.fact(
      "Last seen",
      technician.lastSeenAt.map {
        "\(model.words($0)), \(TimeWords.age(TimeWords.since($0, now: model.now))) ago"
      },
      width: width)
    return lines
      + PageLine.fact(
        "Last at",
        technician.lastPlace.map { "\(office.site($0.site)?.name ?? "?"), \(model.words($0.at))" },
        width: width)
  }

  private func recordLines(_ technician: Technician, _ model: Model, width: Int) -> [PageLine] {
    var lines = [PageLine.heading("Record")]
    let fields: [(String, Technician.Field)] = [
      ("Name", .name), ("Handle", .handle), ("Zone", .zone), ("Team", .team), ("Home", .home),
      ("Breaks", .breaks), ("Told by", .toldBy), ("Company", .company), ("Rate", .rate),
      ("Call-out", .callOut), ("Insured", .insured)
    ]
    for (label, field) in fields {
      lines += PageLine.fact(label, technician.text(of: field), width: width, field: FieldPlace(id, field))
    }
    let skills = technician.skills.map {
      "\(model.shown($0.trade)) \(Wording.roman($0.level))\($0.expiresOn.map { " to \($0.iso)" } ?? "")"
    }
    lines += PageLine.fact(
      "Skills", skills.joined(separator: ", "), width: width, field: FieldPlace(id, .skills))
    lines += PageLine.fact(
      "Week", technician.hours?.text ?? "single shifts only", width: width, field: FieldPlace(id, .hours))
    lines += PageLine.fact(
      "Shifts", technician.text(of: .shifts), width: width, field: FieldPlace(id, .shifts))
    let away = technician.absences.filter { $0.to > model.now }.map {
      "\(model.words($0.from)) to \(model.words($0.to)), \($0.reason)"
    }
    lines += PageLine.fact(
      "On call", model.wording.turns(of: id).joined(separator: "; "), width: width)
    return lines
      + PageLine.fact(
        "Away", away.joined(separator: "; "), width: width, field: FieldPlace(id, .absences))
  }
}

/// Somebody who acts in the office, as the record has him.
struct PersonContent: PageContent {
  let id: Person.ID

  var name: String { "Person" }
  var hints: [(action: String, words: String)] { [(EditVerb.name, "edit"), ("explain", "why")] }

  func titles(_ model: Model) -> [String] {
    [model.office.person(id).map { "Person · \($0.name.words)" } ?? "no such person"]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.person(id).map { VerbForm(EditForm.person($0, model), model) }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let person = model.office.person(id) else { return [PageLine("The record is not there.", .dim)] }
    var lines: [PageLine] = []
    for field in Person.Field.allCases {
      let label = field.rawValue.prefix(1).uppercased() + field.rawValue.dropFirst()
      lines += PageLine.fact(
        label, person.text(of: field) ?? "nothing", width: width, field: FieldPlace(id, field))
    }
    return lines
      + PageLine.fact(
        "Is also", model.technicianName(person.technician), width: width,
        target: person.technician.map { .view(.openTechnician($0)) })
  }
}

extension Model {
  /// The order a technician is on, else his next one.
  func orderNow(of technician: Technician.ID) -> WorkOrder? {
    guard let card = board.technicians.first(where: { $0.id == technician }) else { return nil }
    return (card.now ?? card.next).flatMap { office.order(number: $0) }
  }
}
