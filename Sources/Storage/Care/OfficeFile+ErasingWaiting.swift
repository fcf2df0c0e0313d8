import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Erases a text from the commands that wait for the office, from those that are kept to be given again, and from what
  /// people have typed here.
  ///
  /// Forms that are half filled and lines that were typed know no ids: those that hold the very words go.
  func eraseWaiting(
    _ id: Identifier<PersonalText>, words: String?, _ eraser: Eraser, _ db: Database
  ) throws {
    for table in ["outbox", "given"] {
      let rows = try Row.fetchAll(
        db, sql: "SELECT submission, body FROM \(table) WHERE instr(body, ?) > 0", arguments: [id.blob])
      for row in rows {
        // What only a newer Callout can read is left to it.
        guard let known: Submission.ID = row.identifier(0),
          let submission = WaitingCommand(count: 0, answered: 0, submission: known, body: row.bytes(1))
            .decoded
        else { continue }
        try db.execute(
          sql: "UPDATE \(table) SET body = ? WHERE submission = ?",
          arguments: [try CompactEncoder().encode(eraser.erased(submission)).blob, known.blob])
      }
    }
    guard let words, words.count >= Self.shortestTyped else { return }
    try db.execute(sql: "DELETE FROM drafts WHERE instr(content, CAST(? AS BLOB)) > 0", arguments: [words])
    try db.execute(sql: "DELETE FROM command_lines WHERE instr(line, ?) > 0", arguments: [words])
  }

  /// Shorter words are in half of what people type.
  private static let shortestTyped = 3
}

extension RecordTables {
  /// Erases it from what consoles wanted and the office refused; nil where none of that holds it.
  static func erasedConflicts(_ eraser: Eraser, _ office: Office) throws -> [Conflict]? {
    let erased = try office.conflicts.map { try eraser.erased($0) }
    return erased == office.conflicts ? nil : erased
  }
}
