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

extension KeptEvent {
  /// The record that it is about, where that is no order.
  var recordID: RecordID? { known?.record?.otherID }
}
