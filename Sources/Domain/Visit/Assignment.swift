/// One technician on a visit, with a status of its own and the instant of each step.
public struct Assignment: Codable, Hashable, Sendable {
  public let technician: Technician.ID
  public var status: AssignmentStatus
  public let assignedAt: Timestamp
  public let assignedBy: Person.ID
  /// When he was told.
  public var dispatchedAt: Timestamp?
  /// How, where it was not the phone.
  public var toldBy: TellingRoad?
  /// When his console showed it.
  public var seenAt: Timestamp?
  public var acceptedAt: Timestamp?
  public var travellingAt: Timestamp?
  public var onSiteAt: Timestamp?
  public var endedAt: Timestamp?
  /// Why it was declined or not done.
  public var reason: String?
  /// What is to happen next, when it was not done.
  public var nextStep: String?
  public var report: CompletionReport?

  public init(
    technician: Technician.ID, status: AssignmentStatus, assignedAt: Timestamp, assignedBy: Person.ID
  ) {
    self.technician = technician
    self.status = status
    self.assignedAt = assignedAt
    self.assignedBy = assignedBy
  }
}

extension Assignment {
  /// The same, where an undo gives a visit back to who had it; nil where he has to be told anew.
  ///
  /// Who was told of it is told and asked again, unless it comes back while a message about it would still wait: by then
  /// he has heard otherwise.
  func givenBack(to technician: Technician.ID, in moment: Moment) -> Assignment? {
    guard moment.isReversal, technician == self.technician else { return nil }
    switch status {
    case .tentative, .scheduled: return self
    case .dispatched, .seen, .accepted, .travelling:
      return moment.undoes.map { moment.now - $0 <= moment.office.limits.messageWait } ?? false ? self : nil
    case .onSite, .done, .notDone, .declined: return nil
    }
  }
}

extension Assignment: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    technician = try fields.technician
    status = try fields.status
    assignedAt = try fields.assignedAt
    assignedBy = try fields.assignedBy
    dispatchedAt = try fields.dispatchedAt
    toldBy = try fields.toldBy
    seenAt = try fields.seenAt
    acceptedAt = try fields.acceptedAt
    travellingAt = try fields.travellingAt
    onSiteAt = try fields.onSiteAt
    endedAt = try fields.endedAt
    reason = try fields.reason
    nextStep = try fields.nextStep
    report = try fields.report
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("technician", technician)
    fields.put("status", status)
    fields.put("assignedAt", assignedAt)
    fields.put("assignedBy", assignedBy)
    fields.put("dispatchedAt", dispatchedAt)
    fields.put("toldBy", toldBy)
    fields.put("seenAt", seenAt)
    fields.put("acceptedAt", acceptedAt)
    fields.put("travellingAt", travellingAt)
    fields.put("onSiteAt", onSiteAt)
    fields.put("endedAt", endedAt)
    fields.put("reason", reason)
    fields.put("nextStep", nextStep)
    fields.put("report", report)
  }
}

/// How far one technician has come with one visit; told, seen and accepted are three things.
public enum AssignmentStatus: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case tentative, scheduled, dispatched, seen, accepted, travelling, onSite, done, notDone, declined

  public var isOver: Bool {
    switch self {
    case .done, .notDone, .declined: true
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .onSite: false
    }
  }

  /// Whether a step leads on: what was told or answered late does not undo a later step, and nothing but another
  /// ending changes one that is over.
  func mayBecome(_ step: AssignmentStatus) -> Bool {
    if isOver { return step.isOver }
    switch step {
    case .tentative, .scheduled, .dispatched, .seen, .accepted:
      return AssignmentStatus.allCases.firstIndex(of: self) ?? 0 <= AssignmentStatus.allCases.firstIndex(
        of: step) ?? 0
    case .travelling, .onSite, .done, .notDone, .declined: return true
    }
  }

  /// Whether he is on his way or there.
  public var isUnderWay: Bool { self == .travelling || self == .onSite }

  /// Whether the technician knows of it, so that another visit at the same time is a conflict.
  public var isTold: Bool {
    switch self {
    case .dispatched, .seen, .accepted, .travelling, .onSite: true
    case .tentative, .scheduled, .done, .notDone, .declined: false
    }
  }
}

/// What was done on a visit, as the one who did it tells it.
public struct CompletionReport: Codable, Hashable, Sendable {
  public let did: String
  public internal(set) var cause: String?
  public let work: Span?
  public let travel: Span?
  public let parts: [String]
  public let signature: Signature?
  public let cost: Money?
  /// What the work came to: repaired, reset, nothing found.
  public let resolution: String?
  /// How it is known that the customer signed; nil where nobody has looked.
  public internal(set) var proof: SignOffProof?
  /// What the customer thinks of it, 1 to 5, said where it was signed; nil where he was not asked.
  public let rating: Int?

  public init(
    did: String, cause: String? = nil, work: Span? = nil, travel: Span? = nil, parts: [String] = [],
    signature: Signature? = nil, cost: Money? = nil, resolution: String? = nil, proof: SignOffProof? = nil,
    rating: Int? = nil
  ) {
    self.proof = proof
    self.rating = rating
    self.resolution = resolution
    self.did = did
    self.cause = cause
    self.work = work
    self.travel = travel
    self.parts = parts
    self.signature = signature
    self.cost = cost
  }

  /// What two units that went to one order report of it: the words of the later one, all parts, time and cost.
  public func joined(with later: CompletionReport?) -> CompletionReport {
    guard let later else { return self }
    return CompletionReport(
      did: later.did.isEmpty ? did : later.did, cause: later.cause ?? cause,
      work: Self.sum(work, later.work), travel: Self.sum(travel, later.travel), parts: parts + later.parts,
      signature: later.signature ?? signature,
      cost: cost == nil && later.cost == nil ? nil : (cost ?? .zero) + (later.cost ?? .zero),
      resolution: later.resolution ?? resolution, proof: later.proof ?? proof,
      rating: later.rating ?? rating)
  }

  private static func sum(_ one: Span?, _ other: Span?) -> Span? {
    one == nil && other == nil ? nil : (one ?? .zero) + (other ?? .zero)
  }

  /// The same without what it has cost, as for whom that does not concern.
  var withoutCost: CompletionReport {
    CompletionReport(
      did: did, cause: cause, work: work, travel: travel, parts: parts, signature: signature,
      resolution: resolution, proof: proof, rating: rating)
  }

  /// The same with another cause.
  public func with(cause: String?) -> CompletionReport {
    var report = self
    report.cause = cause
    return report
  }
}

extension CompletionReport: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    did = try fields.did
    cause = try fields.cause
    work = try fields.work
    travel = try fields.travel
    parts = try fields.parts
    signature = try fields.signature
    cost = try fields.cost
    resolution = try fields.resolution
    proof = try fields.proof
    rating = try fields.rating
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("did", did)
    fields.put("cause", cause)
    fields.put("work", work)
    fields.put("travel", travel)
    fields.put("parts", parts)
    fields.put("signature", signature)
    fields.put("cost", cost)
    fields.put("resolution", resolution)
    fields.put("proof", proof)
    fields.put("rating", rating)
  }
}

/// Who confirmed the work, or why nobody did.
public enum Signature: CompactCodable, Hashable, Sendable {
  case by(PersonalText)
  case refused(String)
}
