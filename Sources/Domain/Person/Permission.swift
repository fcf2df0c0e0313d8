/// A kind of act that a role has or has not.
public enum Permission: String, Codable, Hashable, Sendable, CaseIterable {
  case logWork, correctCaller, dispatchWork, reportWork, holdWork, setPrice, endWork, cancelWork, note
  case managePlaces, managePeople, manageOffice, seeSecrets, importRecords
  /// Reading the work of the whole office, as on the wall; a technician reads his own.
  case seeAllWork
}

/// How far what a role may do reaches.
public enum RecordScope: String, Hashable, Sendable, CaseIterable {
  /// Whatever the office has.
  case all
  /// What is or was a technician's: his work, its sites, his own record.
  case own
  /// Work that is held for parts.
  case heldForParts = "held for parts"
  /// Work that is done and not closed yet.
  case done
}

extension Role {
  public func may(_ permission: Permission) -> Bool { scope(of: permission) != nil }

  /// The whole matrix of who may do what with which records; nil is not at all. A role or an act without a decision
  /// does not compile.
  public func scope(of permission: Permission) -> RecordScope? {
    switch self {
    case .owner: .all
    case .auditor:
      switch permission {
      case .seeAllWork: .all
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .holdWork, .setPrice, .endWork, .cancelWork,
        .note, .managePlaces, .managePeople, .manageOffice, .seeSecrets, .importRecords:
        nil
      }
    case .technician: technicianScope(of: permission)
    case .helpdesk:
      switch permission {
      case .logWork, .correctCaller, .note, .seeAllWork: .all
      case .dispatchWork, .reportWork, .holdWork, .setPrice, .endWork, .cancelWork, .managePlaces,
        .managePeople, .manageOffice, .seeSecrets, .importRecords:
        nil
      }
    case .parts:
      switch permission {
      case .note, .seeAllWork: .all
      case .holdWork: .heldForParts
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .setPrice, .endWork, .cancelWork,
        .managePlaces, .managePeople, .manageOffice, .seeSecrets, .importRecords:
        nil
      }
    case .billing:
      switch permission {
      case .note, .setPrice, .seeAllWork: .all
      case .endWork: .done
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .holdWork, .cancelWork, .managePlaces,
        .managePeople, .manageOffice, .seeSecrets, .importRecords:
        nil
      }
    case .quality:
      switch permission {
      case .note, .seeAllWork: .all
      case .endWork: .done
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .holdWork, .setPrice, .cancelWork,
        .managePlaces, .managePeople, .manageOffice, .seeSecrets, .importRecords:
        nil
      }
    case .dispatcher:
      switch permission {
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .holdWork, .setPrice, .endWork, .cancelWork,
        .note, .managePlaces, .seeSecrets, .importRecords, .seeAllWork:
        .all
      case .managePeople, .manageOffice: nil
      }
    case .supervisor:
      switch permission {
      case .logWork, .correctCaller, .dispatchWork, .reportWork, .holdWork, .setPrice, .endWork, .cancelWork,
        .note, .managePlaces, .managePeople, .seeSecrets, .importRecords, .seeAllWork:
        .all
      case .manageOffice: nil
      }
    }
  }

  private func technicianScope(of permission: Permission) -> RecordScope? {
    switch permission {
    case .reportWork, .holdWork, .note, .seeSecrets: .own
    case .logWork, .correctCaller, .dispatchWork, .setPrice, .endWork, .cancelWork, .managePlaces,
      .managePeople, .manageOffice, .importRecords, .seeAllWork:
      nil
    }
  }
}

extension WorkOrder.Field {
  /// What it takes to set it: what a caller can correct is his words and where, not what it takes or may cost.
  public var permission: Permission {
    switch self {
    case .summary, .description, .category, .urgency, .window, .customer, .site, .equipment, .reference,
      .impact, .rating:
      .correctCaller
    case .nte: .setPrice
    case .trade, .service, .skills, .estimate: .dispatchWork
    }
  }
}
