public import Domain

extension Sheets {
  static func visits(_ order: WorkOrder, _ wording: Wording, _ office: Office) -> [String] {
    var lines: [String] = []
    let furthers = order.furtherVisits.map(\.id)
    for (index, visit) in order.visits.enumerated() {
      let start =
        visit.range.map { "\(wording.planned($0.start))–\(wording.planned($0.end))" } ?? "no time yet"
      let waits = furthers.contains(visit.id) ? ", waits for the one before it to be over" : ""
      lines += line("Visit \(index + 1)", "\(start), \(TimeWords.length(visit.estimate))\(waits)")
      lines += line("  actual", wording.actual(visit))
      lines += line("  along", visit.helpers.map { wording.names($0, visit.roles) })
      for assignment in visit.assignments { lines += steps(of: assignment, wording) }
      for missed in order.missedAccesses where missed.visit == visit.id {
        lines += line(
          "  no access",
          "\(missed.evidence) · the return visit is \(missed.charges ? "charged" : "not charged")")
      }
    }
    return lines
  }

  private static func steps(of assignment: Assignment, _ wording: Wording) -> [String] {
    let stamps: [(String, Timestamp?)] = [
      ("assigned", assignment.assignedAt), ("told", assignment.dispatchedAt), ("seen", assignment.seenAt),
      ("accepted", assignment.acceptedAt), ("travelling", assignment.travellingAt),
      ("on site", assignment.onSiteAt),
      (
        assignment.status == .done ? "done" : assignment.status == .declined ? "declined" : "ended",
        assignment.endedAt
      )
    ]
    let steps = stamps.compactMap { name, at in
      name == "told" && wording.isUntold(assignment)
        ? Wording.untold : at.map { "\(name) \(wording.time($0))" }
    }.joined(separator: ", ")
    let reason = assignment.reason.map { ": \($0)" } ?? ""
    let next = assignment.nextStep.map { " · next \($0)" } ?? ""
    var lines = line("  \(wording.technician(assignment.technician))", steps + reason + next)
    if let report = assignment.report { lines += Self.report(report, wording) }
    return lines
  }

  /// What came of a visit, or of imported work where it came from.
  static func report(_ report: CompletionReport, _ wording: Wording) -> [String] {
    wording.facts(of: report).flatMap { line("  \($0.label)", $0.words) }
  }

  /// A technician's day sheet: everything he needs where there is no line.
  public static func day(_ sheet: DaySheet, in office: Office, at now: Timestamp) -> [String] {
    let wording = Wording(office: office, now: now)
    let zone = office.zone
    let clock = { (instant: Timestamp) in zone.clock(at: instant) }
    let hours = sheet.working.map { "\(clock($0.start))–\(clock($0.end))" }.joined(separator: ", ")
    var lines = [
      "\(sheet.name) · \(TimeWords.day(sheet.day)) \(sheet.day.year) · \(hours.isEmpty ? "not on shift" : hours)"
    ]
    lines += line("Phone", sheet.phone.map { Wording.shownOnAsking(phone: $0, of: sheet.handle) })
    for away in sheet.away {
      lines += line("Away", "\(clock(away.range.start))–\(clock(away.range.end)) \(away.reason ?? "break")")
    }
    for turn in sheet.onCall {
      lines += line("On call", "\(wording.time(turn.from)) to \(wording.time(turn.to))")
    }
    if sheet.visits.isEmpty { lines.append("No visits that day.") }
    for visit in sheet.visits { lines += stop(visit, wording, clock, office) }
    return lines
  }

  private static func stop(
    _ visit: DaySheetVisit, _ wording: Wording, _ clock: (Timestamp) -> String, _ office: Office
  ) -> [String] {
    let held = visit.hold.map { " · held for \($0.rawValue)" } ?? ""
    let travel =
      visit.travel.span > .zero
      ? " · \(visit.travel.isGuess ? "~" : "")\(TimeWords.length(visit.travel.span)) away, "
        + Wording.source(visit.travel) : ""
    let times = "\(clock(visit.range.start))–\(clock(visit.range.end))"
    let what = "\(visit.priority.text) \(visit.trade?.name ?? "")".trimmed
    let status = "\(visit.status.rawValue)\(held)\(travel)"
    let place = visit.place?.name ?? "no site"
    var lines = ["", "\(times)  \(visit.number)  \(what) · \(place) · \(status)"]
    lines += line("  Problem", visit.problem) + line("  Details", visit.description)
    if let place = visit.place {
      lines += line("  Customer", place.customer) + line("  Address", place.address)
      lines += line("  Ask for", [place.contact, place.phone].compactMap(\.self).joined(separator: ", "))
      lines += line("  Access", place.access)
      lines += line("  Code", place.hasAccessCode ? "hidden: show-code shows it, recorded" : nil)
      lines +=
        line("  Parking", place.parking) + line("  Hazards", place.hazards)
        + line("  Open", place.hours?.text)
    }
    if let equipment = visit.equipment {
      let parts = [equipment.name, equipment.maker, equipment.model, equipment.serial.map { "serial \($0)" }]
        .compactMap(\.self)
      lines += line("  Equipment", (parts + equipment.location).joined(separator: ", "))
    }
    lines += line("  Promised", visit.window.map { "\(clock($0.start))–\(clock($0.end))" })
    lines += line("  NTE", visit.moneyLimit.map { "\($0.text) \(office.profile.currency)" })
    return lines
  }
}
