import Domain
import GRDB
import Sync

extension OfficeFile {
  /// The office with the older orders that a submission is about, as their rows have them.
  func withOlderWork(of submission: Submission, in office: Office, _ db: Database) throws -> Fold {
    var fold = Fold(office: office)
    for command in submission.commands {
      try fold.gather(command.orders) { try OrderTable.order(id: $0, db) }
      if case .logWorkOrder(let rule) = command {
        try fold.gather([rule.work.id]) { try OrderTable.order(id: $0, db) }
        try gatherNamesake(of: rule.work, into: &fold, db)
      }
      if case .importWorkOrder(let rule) = command {
        try gatherNamesake(of: rule.work.logged, into: &fold, db)
      }
    }
    return fold
  }

  /// An order that has this number already must be there, or the number would be given twice.
  private func gatherNamesake(of work: LoggedWork, into fold: inout Fold, _ db: Database) throws {
    guard work.number < fold.office.nextNumber, fold.office.orderIDs[work.number] == nil,
      let order = try OrderTable.order(number: work.number, db)
    else { return }
    fold.gather([order.id]) { _ in order }
  }
}
