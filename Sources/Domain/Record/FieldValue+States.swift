extension WorkOrder {
  /// What verbs of their own set on an order: each is a field to whoever asks how it came about.
  public enum State: String, CaseIterable, Sendable {
    case status, priority, technician, start, length, pin, hold, claim, flag, postponed, agreedPriority
  }

  public func text(of state: State) -> String? {
    switch state {
    case .status: status.rawValue
    case .priority: priority.text
    case .agreedPriority: agreedPriority?.text
    case .technician: technician?.description
    case .start: openVisit?.start?.rfc3339
    case .length: openVisit.map { "\($0.estimate.seconds / 60)m" }
    case .pin: openVisit?.pin?.rawValue
    case .hold: hold?.reason.rawValue
    case .claim: claim?.by.description
    case .flag: flag.map { $0.until?.iso ?? "whenever" }
    case .postponed: postponedTo?.iso
    }
  }

  /// The fields and states of an order.
  public var fieldValues: [FieldValue] {
    Field.allCases.map { FieldValue(name: $0.rawValue, text: text(of: $0), secrecy: .open) }
      + State.allCases.map { FieldValue(name: $0.rawValue, text: text(of: $0), secrecy: .open) }
  }
}

extension Technician {
  /// What verbs of their own set on a technician.
  public enum State: String, CaseIterable, Sendable {
    case skills, hours, shifts, absences, presence, active
  }

  public func text(of state: State) -> String? {
    switch state {
    case .skills: skills.isEmpty ? nil : skills.map(\.typedText).joined(separator: " ")
    case .hours: hours?.text
    case .shifts:
      shifts.isEmpty
        ? nil
        : shifts.sorted { $0.key < $1.key }.map { day, intervals in
          "\(day.iso) \(intervals.isEmpty ? "off" : intervals.map(\.text).joined(separator: "+"))"
        }.joined(separator: ", ")
    case .absences:
      absences.isEmpty
        ? nil : absences.map { "\($0.from.rfc3339)/\($0.to.rfc3339) \($0.reason)" }.joined(separator: ", ")
    case .presence: presence.rawValue
    case .active: isActive ? "yes" : "no"
    }
  }

  /// The fields and states of a technician.
  public var fieldValues: [FieldValue] {
    Field.allCases.map { field in
      FieldValue(name: field.rawValue, text: text(of: field), secrecy: field == .phone ? .phone : .open)
    } + State.allCases.map { FieldValue(name: $0.rawValue, text: text(of: $0), secrecy: .open) }
  }
}

extension Skill {
  /// As it is typed, with the last day of one that expires: `hvac:3`, `gas:2 until 2027-01-12`.
  fileprivate var typedText: String {
    "\(trade.name):\(level)\(expiresOn.map { " until \($0.iso)" } ?? "")"
  }
}
