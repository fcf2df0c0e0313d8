import Domain
import GRDB

extension OfficeFile {
  /// The office with the older orders that a submission is about, as their rows have them.
  func withOlderWork(of submission: Submission, in office: Office, _ db: Database) throws -> Fold {
    var fold = Fold(office: office)
    for command in submission.commands {
      try fold.gather(command.orders) { try OrderTable.order(id: $0, db) }
      if case .logWorkOrder(let rule) = command { try gatherNamesakes(of: rule.work, into: &fold, db) }
      if case .importWorkOrder(let rule) = command {
        try gatherNamesakes(of: rule.work.logged, into: &fold, db)
      }
    }
    return fold
  }

  /// An order that has this id or number already must be there, or its number would be given twice.
  private func gatherNamesakes(of work: LoggedWork, into fold: inout Fold, _ db: Database) throws {
    try fold.gather([work.id]) { try OrderTable.order(id: $0, db) }
    guard work.number < fold.office.nextNumber, fold.office.orderIDs[work.number] == nil,
      let order = try OrderTable.order(number: work.number, db)
    else { return }
    fold.gather([order.id]) { _ in order }
  }
}
