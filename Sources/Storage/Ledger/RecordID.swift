import Domain
import Sync

/// The id of a record that is no order, whichever kind it is.
typealias RecordID = Identifier<RecordSubject>

/// What such an id is an id of.
enum RecordSubject: Sendable {}

extension RecordReference {
  /// Nil for an order, whose entries are listed by its key.
  var otherID: RecordID? {
    switch self {
    case .order: nil
    case .customer(let id): RecordID(high: id.high, low: id.low)
    case .site(let id): RecordID(high: id.high, low: id.low)
    case .equipment(let id): RecordID(high: id.high, low: id.low)
    case .technician(let id): RecordID(high: id.high, low: id.low)
    case .person(let id): RecordID(high: id.high, low: id.low)
    }
  }
}

extension RecordID {
  /// The first half of an attached file's hash: random enough, and the entry tells the whole.
  init(attached sha256: Digest) {
    func word(_ start: Int) -> UInt64 {
      sha256.rawBytes[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(high: word(0), low: word(8))
  }
}

extension KeptEvent {
  /// The record that it is about, where that is no order; or the file that it attaches to one.
  var recordID: RecordID? {
    if case .known(.workOrder(_, .attached(let sha256, _, _, _))) = self { return RecordID(attached: sha256) }
    return known?.record?.otherID
  }
}

extension KeptEvent {
  /// The orders about which it refuses something, or of which it settles that; the office is the one after it.
  func contested(in office: Office) -> [WorkOrder.ID] {
    guard case .known(.office(.conflict(let event))) = self else { return [] }
    switch event {
    case .arose(let conflict): return conflict.orders
    case .changed(_, .grew(let lost)): return lost.commands.flatMap(\.orders)
    case .changed(let id, .settled), .changed(let id, .accepted), .changed(let id, .reopened):
      return office.conflict(id)?.orders ?? []
    case .changed(_, .entered), .changed(_, .alertChanged): return []
    }
  }
}
