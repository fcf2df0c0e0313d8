import Domain

/// The words by which people look for an order: everything about it that somebody may remember.
enum SearchText {
  /// Longer texts are found by their beginning.
  private static let longestPart = 4_000

  static func of(_ order: WorkOrder, in office: Office) -> String {
    var kept: [String] = [String(order.number)]
    for text in parts(of: order, in: office) where !text.isEmpty && !kept.contains(text) {
      kept.append(text.utf8.count > longestPart ? String(text.prefix(longestPart)) : text)
    }
    let text = kept.map(spaced).joined(separator: "\n")
    // The index reads a text up to its first NUL.
    return text.utf8.contains(0) ? String(text.map { $0 == "\0" ? " " : $0 }) : text
  }

  /// What somebody has said about it, and what it is about, as it stands there.
  static func parts(of order: WorkOrder, in office: Office) -> [String] {
    var parts = subject(of: order)
    parts += office.site(order.site).map(words(of:)) ?? []
    parts.append(office.customer(of: order)?.name)
    parts += office.equipment(order.equipment).map(words(of:)) ?? []
    for request in order.requests {
      parts += [request.words, request.caller?.words, request.phone?.words]
      parts.append(request.phone.map { digits($0.words) })
    }
    parts += delays(of: order)
    parts += order.notes.map(\.words)
    parts += outcome(of: order)
    return parts.compactMap(\.self)
  }

  /// Whether nothing has changed by which an order is found: quick, since most of what happens to one changes no words.
  static func isSame(_ old: WorkOrder, in before: Office, _ new: WorkOrder, in after: Office) -> Bool {
    old.notes == new.notes && old.requests == new.requests
      && subject(of: old) == subject(of: new)
      && (old.hold == new.hold && old.pastHolds == new.pastHolds && old.reworks == new.reworks
        || delays(of: old) == delays(of: new))
      && (old.visits == new.visits && old.sourceReport == new.sourceReport && old.ending == new.ending
        && old.pastEndings == new.pastEndings || outcome(of: old) == outcome(of: new))
      && place(of: old, in: before) == place(of: new, in: after)
  }

  private static func subject(of order: WorkOrder) -> [String?] {
    [order.summary, order.description, order.reference, order.category, order.trade?.name]
      + order.toldNumbers.map { "told as \($0)" }
  }

  private static func delays(of order: WorkOrder) -> [String?] {
    var words: [String?] = []
    for hold in [order.hold].compactMap({ $0 }) + order.pastHolds.map(\.hold) {
      words += [hold.note, hold.nextStep]
    }
    return words + order.reworks.map(\.reason)
  }

  private static func outcome(of order: WorkOrder) -> [String?] {
    order.visits.flatMap(\.assignments).flatMap(words(of:)) + (order.sourceReport.map(words(of:)) ?? [])
      + ([order.ending].compactMap(\.self) + order.pastEndings).map(words(of:))
  }

  /// The records that an order is about, in their boxes: the same ones say the same.
  private struct Place: Equatable {
    let site: Boxed<Site>?
    let customer: Boxed<Customer>?
    let equipment: Boxed<Equipment>?
  }

  private static func place(of order: WorkOrder, in office: Office) -> Place {
    Place(
      site: order.site.flatMap(office.sites.box),
      customer: office.customer(of: order).flatMap { office.customers.box($0.id) },
      equipment: order.equipment.flatMap(office.equipment.box))
  }

  /// How a visit went: what was done and with what, or why not.
  private static func words(of assignment: Assignment) -> [String?] {
    [assignment.reason, assignment.nextStep] + (assignment.report.map(words(of:)) ?? [])
  }

  private static func words(of report: CompletionReport) -> [String?] {
    var words = [report.did, report.cause] + report.parts
    if case .refused(let reason) = report.signature { words.append(reason) }
    return words
  }

  private static func words(of ending: Ending) -> String? {
    switch ending.kind {
    case .closed(let record): record.resolution
    case .cancelled(_, let words, _): words
    case .duplicate: nil
    }
  }

  /// What of a site its orders are found by.
  static func words(of site: Site) -> [String?] { [site.name, site.address] }

  /// What of a piece of equipment its orders are found by.
  static func words(of equipment: Equipment) -> [String?] {
    [equipment.name] + [Equipment.Field.serial, .maker, .model, .type].map { equipment.text(of: $0) }
  }

  /// A telephone number without what people put between its digits.
  static func digits(_ text: String) -> String {
    String(text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(Character.init))
  }

  /// The text with pairs of characters in place of words where a script does not write spaces.
  ///
  ///     冷蔵庫故障  →  冷蔵 蔵庫 庫故 故障 障
  static func spaced(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) || !text.unicodeScalars.contains(where: isUnspaced) { return text }
    var result = ""
    var run: [Unicode.Scalar] = []
    func flush() {
      if run.isEmpty { return }
      for index in run.indices {
        result.unicodeScalars.append(" ")
        result.unicodeScalars.append(run[index])
        if index + 1 < run.count { result.unicodeScalars.append(run[index + 1]) }
      }
      result.unicodeScalars.append(" ")
      run = []
    }
    for scalar in text.unicodeScalars {
      if isUnspaced(scalar) {
        run.append(scalar)
      } else {
        flush()
        result.unicodeScalars.append(scalar)
      }
    }
    flush()
    return result
  }

  /// Scripts whose words stand without spaces: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
