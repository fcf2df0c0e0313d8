public import Domain

extension Sheets {
  /// The handover as text, part by part.
  public static func handover(_ sheet: HandoverSheet, in office: Office, at now: Timestamp) -> [String] {
    let wording = Wording(office: office, now: now)
    var lines = ["Handover since \(wording.time(sheet.since)), made from the record at \(wording.time(now))"]
    for (number, section) in HandoverSection.allCases.enumerated() {
      let items = sheet.lines(section).map { wording.handover($0) }
      let said = items.isEmpty ? [Wording.nothing(in: section)] : items
      for (index, words) in said.enumerated() {
        lines += line(index == 0 ? "\(number + 1) \(Wording.title(of: section))" : "", words)
      }
    }
    lines += [wording.handoverSince(sheet), Wording.handoverFigures]
    lines += line("Done", "\(sheet.done) of \(sheet.planned) planned")
    for counter in sheet.met { lines += line(Wording.title(of: counter.name), Wording.value(of: counter)) }
    return lines + wording.handoverState
  }

  /// The figures with their definitions and what they were worked out from.
  public static func counters(_ counters: Counters, in office: Office, at now: Timestamp) -> [String] {
    let wording = Wording(office: office, now: now)
    var lines = [
      "Shift day from \(wording.time(counters.shift.start)) to \(wording.time(counters.shift.end))"
    ]
    for counter in counters.all {
      lines.append("\(Wording.title(of: counter.name)): \(Wording.value(of: counter))")
      lines.append("  \(Wording.definition(of: counter.name))")
      lines.append("  \(wording.arithmetic(of: counter))")
    }
    return lines
  }
}
