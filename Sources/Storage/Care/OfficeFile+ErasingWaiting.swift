import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Erases a text from the commands that wait for the office, and from those that are kept to be given again.
  func eraseWaiting(_ eraser: Eraser, _ db: Database) throws {
    for table in ["outbox", "given"] {
      let rows = try Row.fetchAll(
        db, sql: "SELECT submission, body FROM \(table) WHERE \(eraser.isHeld(in: "body"))",
        arguments: eraser.arguments)
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
  }

  /// Forms that are half filled and lines that were typed know no ids: those go in which erased words stand by
  /// themselves.
  func eraseTyped(_ words: [String], _ db: Database) throws {
    for text in words where text.count >= Self.shortestTyped {
      let drafts = try Row.fetchAll(
        db, sql: "SELECT id, content FROM drafts WHERE instr(content, CAST(? AS BLOB)) > 0",
        arguments: [text])
      for row in drafts where DraftTexts.of(row.bytes(1)).contains(where: { $0.hasByItself(text) }) {
        try db.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [row.bytes(0).blob])
        try db.execute(sql: "INSERT INTO erased_drafts (id) VALUES (?)", arguments: [row.bytes(0).blob])
      }
      let lines = try Row.fetchAll(
        db, sql: "SELECT key, line FROM command_lines WHERE instr(line, ?) > 0", arguments: [text])
      for row in lines where row.text(1).hasByItself(text) {
        try db.execute(sql: "DELETE FROM command_lines WHERE key = ?", arguments: [row.integer(0)])
      }
    }
  }

  /// Shorter words are in half of what people type.
  private static let shortestTyped = 5
}

/// What was typed into a form, of all that a draft keeps.
private struct DraftTexts: Decodable {
  let texts: [String]

  /// All of it as one text where another version wrote it in a way this one cannot read.
  static func of(_ content: [UInt8]) -> [String] {
    do {
      return try CompactDecoder().decode(DraftTexts.self, from: content).texts
    } catch {
      return [String(decoding: content, as: UTF8.self)]
    }
  }
}

extension String {
  /// Whether a text stands in it with no letter and no digit right before or after it.
  fileprivate func hasByItself(_ text: String) -> Bool {
    let (all, wanted) = (Array(self), Array(text))
    guard !wanted.isEmpty, all.count >= wanted.count else { return false }
    func isWord(_ index: Int) -> Bool {
      all.indices.contains(index) && (all[index].isLetter || all[index].isNumber)
    }
    return (0...(all.count - wanted.count)).contains { start in
      let end = start + wanted.count
      return !isWord(start - 1) && !isWord(end) && all[start..<end].elementsEqual(wanted)
    }
  }
}

extension RecordTables {
  /// Erases it from what consoles wanted and the office refused; nil where none of that holds it.
  static func erasedConflicts(_ eraser: Eraser, _ office: Office) throws -> [Conflict]? {
    let erased = try office.conflicts.map { try eraser.erased($0) }
    return erased == office.conflicts ? nil : erased
  }
}
