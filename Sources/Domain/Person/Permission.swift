/// A kind of act that a role has or has not.
public enum Permission: String, Codable, Hashable, Sendable, CaseIterable {
  case logWork, correctCaller, dispatchWork, reportWork, endWork, cancelWork, note, managePlaces, managePeople
  case manageOffice, seeSecrets, importRecords
  /// Reading the work of the whole office, as on the wall; a technician reads his own.
  case seeAllWork
}

extension Role {
  /// The whole matrix of who may do what; a role or an act without a decision does not compile.
  public func may(_ permission: Permission) -> Bool {
    switch self {
    case .owner: true
    case .auditor: permission == .seeAllWork
    case .helpdesk:
      switch permission {
      case .logWork, .correctCaller, .note, .seeAllWork: true
      case .dispatchWork, .reportWork, .endWork, .cancelWork, .managePlaces, .managePeople, .manageOffice,
        .seeSecrets, .importRecords:
        false
      }
    case .technician:
      switch permission {
      case .reportWork, .note, .seeSecrets: true
      case .logWork, .correctCaller, .dispatchWork, .endWork, .cancelWork, .managePlaces, .managePeople,
        .manageOffice, .importRecords, .seeAllWork:
        false
      }
    case .dispatcher:
      switch permission {
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .endWork, .cancelWork, .note, .managePlaces,
        .seeSecrets, .importRecords, .seeAllWork:
        true
      case .managePeople, .manageOffice: false
      }
    case .supervisor:
      switch permission {
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .endWork, .cancelWork, .note, .managePlaces,
        .managePeople, .seeSecrets, .importRecords, .seeAllWork:
        true
      case .manageOffice: false
      }
    }
  }
}
