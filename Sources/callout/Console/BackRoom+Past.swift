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
