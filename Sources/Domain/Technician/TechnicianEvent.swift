/// What happens to a technician apart from his work.
public enum TechnicianEvent: Codable, Hashable, Sendable {
  case added(Technician)
  case edited([FieldChange<Technician.Field>])
  case skillsChanged(from: [Skill], to: [Skill])
  case hoursChanged(from: OpeningHours?, to: OpeningHours?)
  case shiftSet(CivilDate, [OpenInterval]?)
  case absenceAdded(Absence)
  case absenceRemoved(Absence)
  /// `restoring` is since when and by whose word it was so, where an undo brings it back.
  case presenceSet(Presence, ownReport: Bool, restoring: KnownPresence? = nil)
  case deactivated
  case reactivated
  /// His number was shown to somebody.
  case phoneShown
}
