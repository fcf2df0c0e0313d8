extension WorkOrder: Record {
  /// The fields that `edit` sets; priority, time and technician have verbs of their own.
  public enum Field: String, RecordField {
    case summary, description, category, trade, service, urgency, skills, estimate, window, nte
    case customer, site, equipment, reference, impact, rating
  }

  public func text(of field: Field) -> String? {
    switch field {
    case .summary: summary
    case .description: description
    case .category: category
    case .trade: trade?.name
    case .service: service.rawValue
    case .urgency: saidUrgency?.rawValue
    case .skills: skills.isEmpty ? nil : skills.map(\.text).joined(separator: " ")
    case .estimate: "\(estimate.seconds / 60)m"
    case .window: appointment?.text
    case .nte: moneyLimit?.text
    case .customer: customer?.description
    case .site: site?.description
    case .equipment: equipment?.description
    case .reference: reference
    case .impact: impact?.rawValue
    case .rating: rating.map(String.init)
    }
  }

  public mutating func set(_ field: Field, to text: String?) throws(FieldFault) {
    switch field {
    case .summary: summary = try required(text, field)
    case .description: description = text
    case .category: category = text
    case .trade: trade = text.map { Trade($0) }
    case .service: service = try choice(text, field)
    case .urgency:
      urgency = try text.map { text throws(FieldFault) in try choice(text, field) } ?? .soon
      isUrgencyUnsaid = text == nil ? true : nil
    case .skills: skills = try requirements(text)
    case .estimate: estimate = try length(text)
    case .window: appointment = try promise(text)
    case .nte: moneyLimit = try money(text)
    case .customer: customer = try identifier(text, field)
    case .site: site = try identifier(text, field)
    case .equipment: equipment = try identifier(text, field)
    case .reference: reference = text
    case .impact:
      guard let text else {
        impact = nil
        return
      }
      impact = try choice(text, field) as Impact
    case .rating: rating = try text.map { text throws(FieldFault) in try stars(text) }
    }
  }

  /// How urgent the caller finds it; nil where nobody has said.
  public var saidUrgency: Urgency? { isUrgencyUnsaid ?? false ? nil : urgency }

  private func stars(_ text: String) throws(FieldFault) -> Int {
    guard let stars = Int(text), CustomerRating.range.contains(stars) else {
      throw fault(.rating, text, "a number from 1 to 5")
    }
    return stars
  }
}

extension WorkOrder {
  private func requirements(_ text: String?) throws(FieldFault) -> [SkillRequirement] {
    guard let text else { return [] }
    var skills: [SkillRequirement] = []
    for word in text.split(separator: " ") {
      guard let skill = SkillRequirement(String(word)) else {
        throw fault(.skills, String(word), "trade:level such as hvac:2")
      }
      skills.append(skill)
    }
    return skills
  }

  private func length(_ text: String?) throws(FieldFault) -> Span {
    guard let text, let span = Span(typed: text), span.isEstimate else {
      throw fault(.estimate, text, "a length such as 90m or 1h30")
    }
    return span
  }

  private func money(_ text: String?) throws(FieldFault) -> Money? {
    guard let text else { return nil }
    guard let money = Money(text), money.hundredths >= 0 else {
      throw fault(.nte, text, "an amount such as 400.00")
    }
    return money
  }

  private func promise(_ text: String?) throws(FieldFault) -> AppointmentWindow? {
    guard let text else { return nil }
    guard let promise = AppointmentWindow(text: text) else {
      throw fault(.window, text, "two instants, start/end, the first before the second, or flexible")
    }
    return promise
  }
}

extension SkillRequirement {
  /// Reads `hvac:2`, and `hvac` as level 1.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let trade = parts.first, !trade.isEmpty, parts.count <= 2 else { return nil }
    let level = parts.count == 2 ? Int(parts[1]) : 1
    guard let level, (1...9).contains(level) else { return nil }
    self.init(trade: Trade(String(trade)), level: level)
  }

  public var text: String { "\(trade.name):\(level)" }
}

extension Span {
  /// Whether work can be thought to take so long: more than nothing, at most 30 days.
  public var isEstimate: Bool { self > .zero && self <= .days(30) }

  /// Reads a length as people type it: `90m`, `1h30`, `1h30m`, `2d`, `45` (minutes).
  public init?(typed text: String) {
    var seconds: Int64 = 0
    var digits = ""
    var wasHours = false
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard digits.count <= 6, let count = Int64(digits) else { return nil }
      digits = ""
      wasHours = character == "h"
      switch character {
      case "d": seconds += count * 86_400
      case "h": seconds += count * 3_600
      case "m": seconds += count * 60
      default: return nil
      }
    }
    if !digits.isEmpty {
      guard digits.count <= 6, let count = Int64(digits), seconds == 0 || wasHours else { return nil }
      seconds += count * 60
    }
    guard !text.isEmpty else { return nil }
    self.init(seconds: seconds)
  }
}
