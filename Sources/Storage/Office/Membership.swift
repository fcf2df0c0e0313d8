public import Domain
import GRDB

/// That a file is of a console which has joined an office: where that is, and who works here.
public struct Membership: Hashable, Sendable {
  public let address: String
  public let person: Person.ID
  public let joinedAt: Timestamp

  public init(address: String, person: Person.ID, joinedAt: Timestamp) {
    self.address = address
    self.person = person
    self.joinedAt = joinedAt
  }

  static func read(_ db: Database) throws -> Membership? {
    guard let row = try Row.fetchOne(db, sql: "SELECT address, person, joined_at FROM membership"),
      let person: Person.ID = row.identifier(1)
    else { return nil }
    return Membership(
      address: row.text(0), person: person, joinedAt: Timestamp(seconds: Int64(row.integer(2))))
  }

  func write(to db: Database) throws {
    try db.execute(
      sql: "INSERT INTO membership (one, address, person, joined_at) VALUES (1, ?, ?, ?)",
      arguments: [address, person.blob, joinedAt.seconds])
  }
}
