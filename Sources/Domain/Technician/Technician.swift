/// Somebody who does the work on site.
public struct Technician: Record, Identifiable {
  public typealias ID = Identifier<Technician>

  public enum Field: String, RecordField {
    case name, handle, phone, zone, team, home, breaks, toldBy, company, rate, callOut, insured
    public var isPersonal: Bool { self == .name || self == .phone || self == .home }
  }

  public let id: ID
  public var handle: String
  public var name: PersonalText
  public var phone: PersonalText?
  public var zone: String?
  public var team: String?
  public var home: Coordinates?
  public var skills: [Skill]
  /// The working week in the office's zone; nil for one who works by single shifts only. Of one who has neither
  /// nobody has said when he works, and any time counts.
  public var hours: OpeningHours?
  /// Shifts of single days, which replace the working week on that day; an empty list is a day off.
  public var shifts: [CivilDate: [OpenInterval]] = [:]
  /// The usual break of every working day, local time.
  public var breaks: [OpenInterval] = []
  public var absences: [Absence] = []
  public var presence: Presence = .available
  public var presenceSince: Timestamp?
  /// Whether the presence was said by the technician himself, which a dispatcher's claim does not overwrite unseen.
  public var presenceIsOwnReport = false
  /// How he hears of a visit unless somebody says; nil is the phone.
  public var toldBy: TellingRoad?
  /// The company that he comes from, where that is another one; nil for the office's own people.
  public var company: String?
  /// What that company asks for an hour of work.
  public var rate: Money?
  /// What it asks for each visit besides.
  public var callOut: Money?
  /// The last day on which its insurance is known to hold.
  public var insuredUntil: CivilDate?
  /// What customers thought of the work that he did, oldest first; nil while none has said.
  public var ratings: [CustomerRating]?
  public var lastSeenAt: Timestamp?
  public var lastPlace: LastPlace?
  public var isActive = true
  /// Met in an import and still to be completed.
  public var isProvisional: Bool

  public init(
    id: ID, handle: String, name: PersonalText, skills: [Skill] = [], hours: OpeningHours? = nil,
    zone: String? = nil, team: String? = nil, home: Coordinates? = nil, isProvisional: Bool = false
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.skills = skills
    self.hours = hours
    self.zone = zone
    self.team = team
    self.home = home
    self.isProvisional = isProvisional
  }

  public func text(of field: Field) -> String? {
    switch field {
    case .name: name.words
    case .handle: handle
    case .phone: phone?.words
    case .zone: zone
    case .team: team
    case .home: home?.text
    case .toldBy: toldBy?.rawValue
    case .company: company
    case .rate: rate?.text
    case .callOut: callOut?.text
    case .insured: insuredUntil?.iso
    case .breaks: breaks.isEmpty ? nil : breaks.map(\.text).joined(separator: ", ")
    }
  }

  public mutating func set(_ field: Field, to text: String?) throws(FieldFault) {
    switch field {
    case .name: name = PersonalText(id: name.id, words: try required(text, field))
    case .handle: handle = try required(text, field)
    case .phone: phone = text.map { PersonalText(id: Identifier(high: id.high, low: id.low ^ 1), words: $0) }
    case .zone: zone = text
    case .team: team = text
    case .home: home = try coordinates(text, field)
    case .breaks: breaks = try intervals(text, field)
    case .toldBy: toldBy = try road(text, field)
    case .company: company = text
    case .rate: rate = try money(text, field)
    case .callOut: callOut = try money(text, field)
    case .insured: insuredUntil = try date(text, field)
    }
  }

  private func money(_ text: String?, _ field: Field) throws(FieldFault) -> Money? {
    guard let text else { return nil }
    guard let money = Money(text), money.hundredths >= 0 else {
      throw fault(field, text, "an amount such as 65.00")
    }
    return money
  }

  private func road(_ text: String?, _ field: Field) throws(FieldFault) -> TellingRoad? {
    guard let text else { return nil }
    if let road = TellingRoad(rawValue: text.lowercased()) { return road }
    throw fault(field, text, TellingRoad.allCases.map(\.rawValue).joined(separator: " or "))
  }

  /// The highest level held in a trade on a day, from 1; nil without the skill or once it has expired.
  public func level(in trade: Trade, on day: CivilDate) -> Int? {
    skills.filter { $0.trade == trade && ($0.expiresOn.map { day <= $0 } ?? true) }.map(\.level).max()
  }
}

extension Record {
  func intervals(_ text: String?, _ field: Field) throws(FieldFault) -> [OpenInterval] {
    guard let text else { return [] }
    var intervals: [OpenInterval] = []
    for part in text.split(separator: ",") {
      guard let interval = OpenInterval(part.trimmed) else {
        throw fault(field, text, "times such as 12:00-12:30")
      }
      intervals.append(interval)
    }
    return intervals
  }
}
