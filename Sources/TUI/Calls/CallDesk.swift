import Domain

/// The helpdesk's own face: the calls that were begun, and those of the shift that are on record.
public struct CallDesk: Sendable {
  enum Row {
    /// Begun and not finished.
    case draft(FormDraft)
    case order(WorkOrder.ID)
  }

  /// The one that waits longest first.
  var drafts: [FormDraft] = []
  /// The newest first.
  var logged: [WorkOrder.ID] = []
  var index = 0

  static let longest = 200

  public init() {}

  var rows: [Row] { drafts.map(Row.draft) + logged.map(Row.order) }
  var selected: Row? { rows.indices.contains(index) ? rows[index] : nil }

  var order: WorkOrder.ID? {
    if case .order(let id)? = selected { id } else { nil }
  }
}
