import Domain
import Terminal
import Verbs

/// A technician's day sheet: when he works, and his visits in order with what he must know for each.
struct DayContent: PageContent {
  let id: Technician.ID
  var day: CivilDate
  var name: String { "Day" }
  var hints: [(action: String, words: String)] {
    [
      ("page.previous", "day before"), ("page.next", "next day"), (EditVerb.name, "edit"),
      ("explain", "why")
    ]
  }

  func titles(_ model: Model) -> [String] {
    let technician = model.office.technician(id)
    return [
      [
        technician?.name.words ?? "nobody", TimeWords.day(day),
        technician?.phone.map { Wording.hidden(phone: $0.words) }
      ].compactMap(\.self)
        .joined(separator: " · ")
    ]
  }

  func editing(_ model: Model) -> (any Popup)? {
    model.office.technician(id).map { VerbForm(EditForm.technician($0, model), model) }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    switch action {
    case "page.next", "move.right": day = day.adding(days: 1)
    case "page.previous", "move.left": day = day.adding(days: -1)
    default: return nil
    }
    return .stay
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let technician = model.office.technician(id) else {
      return [PageLine("The record is not there.", .dim)]
    }
    let sheet = model.office.daySheet(of: technician, on: day, at: model.now)
    let zone = model.office.zone
    let clock = { (range: TimeRange) in
      "\(zone.clock(at: range.start))–\(zone.clock(at: range.end))"
    }
    var lines = PageLine.fact(
      "Card", "telephone, skills, shifts", width: width, target: .view(.openTechnician(id)))
    lines += PageLine.fact(
      "Works", sheet.working.isEmpty ? "not that day" : sheet.working.map(clock).joined(separator: ", "),
      width: width, field: FieldPlace(id, .hours))
    lines += PageLine.fact(
      "Away", sheet.away.map { clock($0.range) }.joined(separator: ", "), width: width,
      field: FieldPlace(id, .absences))
    lines += PageLine.fact(
      "On call",
      sheet.onCall.map { "\($0.trade.map { model.shown($0) } ?? "all trades") until \(model.words($0.to))" }
        .joined(
          separator: ", "), width: width)
    let skills = technician.skills.map {
      "\(model.shown($0.trade)) \(Wording.roman($0.level))\($0.expiresOn.map { " to \($0.iso)" } ?? "")"
    }
    lines += PageLine.fact(
      "Skills", skills.joined(separator: ", "), width: width, field: FieldPlace(id, .skills))
    if let place = technician.lastPlace, let site = model.office.site(place.site) {
      lines += PageLine.fact(
        "Last at",
        "\(site.name), \(model.words(place.at)), \(TimeWords.age(TimeWords.since(place.at, now: model.now))) ago",
        width: width)
    }
    lines.append(.heading("Visits  \(sheet.visits.count)"))
    if sheet.visits.isEmpty { lines.append(PageLine("Nothing is planned for that day.", .dim)) }
    for visit in sheet.visits { lines += Self.lines(of: visit, model, clock(visit.range), width: width) }
    return lines
  }

  private static func lines(of visit: DaySheetVisit, _ model: Model, _ time: String, width: Int) -> [PageLine]
  {
    let way =
      visit.travel.span > .zero
      ? "\(visit.travel.isGuess ? "~" : "")\(visit.travel.span.wholeMinutes) min way, \(Wording.source(visit.travel))"
      : nil
    let state = visit.hold.map { "held: \($0.rawValue)" } ?? visit.status.spoken
    let head = [
      "\(visit.number)", visit.priority.text, visit.trade.map { model.shown($0) }, state, way,
      visit.moneyLimit.map { "NTE \($0.text)" }
    ]
    var lines = PageLine.fact(
      time, head.compactMap(\.self).joined(separator: "  "), width: width, visit.priority.role,
      target: .view(.open(visit.order)))
    lines +=
      PageLine.fact("", visit.problem, width: width)
      + PageLine.fact("", visit.description, width: width, .dim)
    if let place = visit.place {
      lines += PageLine.fact(
        "", [place.name, place.address, place.customer].compactMap(\.self).joined(separator: " · "),
        width: width)
      let way = [
        place.contact.map { "ask for \($0)" }, place.phone, place.access,
        place.hasAccessCode ? "code hidden" : nil,
        place.parking.map { "parking: \($0)" }, place.hours.map { "open \($0.text)" }
      ].compactMap(\.self)
      lines += PageLine.fact("", way.joined(separator: " · "), width: width, .dim)
      lines += PageLine.fact("", place.hazards.map { "! \($0)" }, width: width, .resultWarning)
    }
    if let equipment = visit.equipment {
      let words = [equipment.name, equipment.maker, equipment.model, equipment.serial.map { "serial \($0)" }]
        .compactMap(\.self)
      lines += PageLine.fact("", (words + equipment.location).joined(separator: " · "), width: width, .dim)
    }
    return lines
  }
}
