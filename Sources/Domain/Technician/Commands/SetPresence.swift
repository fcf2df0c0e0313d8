/// Says whether a technician is available, on a break, off or unavailable.
///
/// The technician's own report is a fact. A dispatcher's word is a claim on what he saw: where the technician
/// himself has said something else since, his word stands.
public struct SetPresence: RecordCommand {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.claim

  public var presence: Presence
  /// What the claimant saw; a technician's own report replaces whatever was.
  public var replacing: Presence?
  /// What was known of the presence that this brings back; nil where it is set anew.
  public var restoring: KnownPresence?

  public init(_ presence: Presence, replacing: Presence?) {
    self.presence = presence
    self.replacing = replacing
  }

  public func decide(on technician: Technician, in moment: Moment) throws(Refusal) -> [TechnicianEvent] {
    let isOwn = moment.person?.technician == technician.id
    // Somebody's word that it is as it is changes nothing; his own makes it known since when.
    let isKnown = technician.presenceIsOwnReport && technician.presenceSince != nil
    if technician.presence == presence, !isOwn || isKnown { return [] }
    if !isOwn, technician.presence != replacing, technician.presenceIsOwnReport || replacing != nil {
      throw .changedSince(
        .technician(technician.handle), field: "presence", now: technician.presence.rawValue)
    }
    return [.presenceSet(presence, ownReport: isOwn, restoring: moment.isReversal ? restoring : nil)]
  }

  public func inverse(on technician: Technician, in moment: Moment) -> [Command] {
    if moment.person?.technician == technician.id { return [] }
    var back = SetPresence(technician.presence, replacing: presence)
    back.restoring = KnownPresence(of: technician)
    return [.setPresence(technician.id, back)]
  }

  func isOwn(of technician: Technician.ID, on record: Technician.ID, in office: Office) -> Bool {
    record == technician
  }
}
