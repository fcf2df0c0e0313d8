import Domain
import GRDB

extension OfficeFile {
  /// Takes the next free number for a form that opens, durably: nobody else on this file gets it, and it is
  /// not given again should the form be thrown away.
  public func takeNumber() throws(StorageError) -> Int {
    try write { db in
      let state = try caughtUp(self.state, db)
      let number = max(state.office.nextNumber, try OfficeFile.lastPromised(db) + 1)
      try db.execute(
        sql: "REPLACE INTO number_lease (one, last) VALUES (1, ?)", arguments: [number])
      return number
    }
  }

  /// The last number that a form was promised; 0 when none was.
  static func lastPromised(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT last FROM number_lease")
    return try Int.fetchOne(statement) ?? 0
  }
}

extension Office {
  /// Decides a submission so that an order which brings no number gets none that an open form was promised.
  ///
  /// Only the decision knows of promises: they are local, and what is recorded says which number was given.
  func decide(_ submission: Submission, promised last: Int) throws(Refusal) -> Decision {
    var deciding = self
    deciding.nextNumber = max(nextNumber, last + 1)
    return try deciding.decide(submission)
  }
}
