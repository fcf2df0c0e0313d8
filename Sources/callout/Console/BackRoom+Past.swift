import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  /// The office as it was known at a place, with the board of that instant.
  func pastView(_ place: PastPlace) throws(StorageError) -> PastView {
    let state = try session.file.past(place)
    let at = place.instant ?? state.entry?.recordedAt ?? state.office.dayOpenedAt
    return PastView(
      office: state.office, board: Board(state.office, now: at), at: at, entry: state.entry,
      lastSeq: state.lastSeq)
  }

  /// The same questions as now, answered by what was known after an entry. A search finds what the running day held
  /// then, which the console itself looks through.
  func answer(_ query: Query, asOf seq: Int, _ origin: Origin) {
    do {
      switch query {
      case .history(let id):
        let entries = try session.file.entries(of: id).filter { $0.seq <= seq }
        post(.answered(.history(id, entries.reversed()), origin))
      case .why(let record, _):
        let entries = try session.file.entries(of: record).filter { $0.seq <= seq }
        post(.answered(.entries(record, entries), origin))
      case .show(let id):
        if let order = try session.file.order(id, entry: seq) { post(.answered(.order(order), origin)) }
      case .customer(let id) where origin.isPopup:
        try answer(session.file.endedOrders(of: id, limit: 200), about: query, asOf: seq, origin)
      case .site(let id) where origin.isPopup:
        try answer(session.file.endedOrders(at: id, limit: 200), about: query, asOf: seq, origin)
      case .equipment(let id) where origin.isPopup:
        try answer(session.file.endedOrders(on: id, limit: 1_000), about: query, asOf: seq, origin)
      case .find(let words): post(.answered(.hits([], words: words), origin))
      case .past, .then, .list, .recent, .ledger, .audit, .day, .gaps, .fits, .explain, .plan, .customer,
        .forecast,
        .site,
        .equipment,
        .technician,
        .contract,
        .office,
        .handover, .counters, .maps,
        .config, .health, .may, .help, .messages, .templates, .morning:
        answer(query, origin)
      }
    } catch let error as StorageError {
      post(.failed(error.failure))
    } catch {
      preconditionFailure("the past fails with storage errors alone")
    }
  }

  /// What had ended by then, as it was then.
  private func answer(_ ended: [WorkOrder], about query: Query, asOf seq: Int, _ origin: Origin) throws {
    let then = try ended.compactMap { try session.file.order($0.id, entry: seq) }
    post(.answered(.ended(then.filter(\.isEnded), about: query), origin))
  }
}

extension OfficeSession {
  /// Keeps the rows for looking back, where it is time to. That it cannot be done now loses nothing.
  func keepPast() {
    do { try file.makeCheckpointIfDue() } catch { return }
  }
}

extension OfficeFile {
  /// The office at a place in its past.
  func past(_ place: PastPlace) throws(StorageError) -> PastState {
    switch place {
    case .at(let instant): try past(at: instant)
    case .entry(let seq): try past(entry: seq)
    case .before(let seq): try past(entry: max(1, (seq ?? state.seq) - 1))
    }
  }
}

extension PastPlace {
  /// The instant that was asked for; nil for an entry, whose own it is then.
  var instant: Timestamp? {
    switch self {
    case .at(let instant): instant
    case .entry, .before: nil
    }
  }
}
