extension Anomaly {
  /// Who and what an anomaly is about, so that nobody has to read it out of a sentence.
  public struct Facts: Codable, Hashable, Sendable {
    public let technician: Technician.ID?
    public let visit: Visit.ID?
    /// The step that was reported.
    public let step: AssignmentStatus?
    /// How the visit stood when it was.
    public let from: AssignmentStatus?
    /// How the order had ended by then.
    public let ending: WorkOrderStatus?
    /// The other order that somebody is on, or the number that was told.
    public let number: Int?
    /// The instant that was told, and the one that counts.
    public let told: Timestamp?
    public let counted: Timestamp?

    public init(
      technician: Technician.ID? = nil, visit: Visit.ID? = nil, step: AssignmentStatus? = nil,
      from: AssignmentStatus? = nil, ending: WorkOrderStatus? = nil, number: Int? = nil,
      told: Timestamp? = nil, counted: Timestamp? = nil
    ) {
      self.technician = technician
      self.visit = visit
      self.step = step
      self.from = from
      self.ending = ending
      self.number = number
      self.told = told
      self.counted = counted
    }
  }
}

extension Anomaly.Facts: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    technician = try fields.technician
    visit = try fields.visit
    step = try fields.step
    from = try fields.from
    ending = try fields.ending
    number = try fields.number
    told = try fields.told
    counted = try fields.counted
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("technician", technician)
    fields.put("visit", visit)
    fields.put("step", step)
    fields.put("from", from)
    fields.put("ending", ending)
    fields.put("number", number)
    fields.put("told", told)
    fields.put("counted", counted)
  }
}
