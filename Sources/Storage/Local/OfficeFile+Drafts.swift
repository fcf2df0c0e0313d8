public import Domain
import GRDB

extension OfficeFile {
  /// Keeps a half-filled form, durably; the same id again replaces it. How much was erased by then: `since` is what
  /// an earlier call for the same form has answered. Nil where the form was thrown away meanwhile for words in it that
  /// were erased; it is not kept again.
  @discardableResult public func save(
    _ draft: Draft, since before: Erasures? = nil
  ) throws(StorageError) -> Erasures? {
    try writeLocally { db in
      let erased = try Self.erasures(db)
      let known = "SELECT 1 FROM drafts WHERE id = ?"
      if let before, before != erased, try Int.fetchOne(db, sql: known, arguments: [draft.id.blob]) == nil {
        return nil
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO drafts (id, form, content, saved_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE
          SET form = excluded.form, content = excluded.content, saved_at = excluded.saved_at
          """
      ).execute(arguments: [draft.id.blob, draft.form, draft.content.blob, draft.savedAt.seconds])
      return erased
    }
  }

  /// How much was erased so far.
  public func erasures() throws(StorageError) -> Erasures { try read { try Self.erasures($0) } }

  private static func erasures(_ db: Database) throws -> Erasures {
    // A file of an older version that is only read has not noted it.
    guard try db.tableExists("erased"), try db.columns(in: "erased").contains(where: { $0.name == "seq" })
    else {
      return Erasures(texts: 0, last: 0)
    }
    let row = try Row.fetchOne(db, sql: "SELECT count(*), coalesce(max(seq), 0) FROM erased")
    return Erasures(texts: row?.integer(0) ?? 0, last: row?.integer(1) ?? 0)
  }

  /// Every draft, the one saved last first.
  public func drafts() throws(StorageError) -> [Draft] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, form, content, saved_at FROM drafts ORDER BY saved_at DESC, id")
        .compactMap { row in
          row.identifier(0).map { id in
            Draft(
              id: id, form: row.text(1), content: row.bytes(2),
              savedAt: Timestamp(seconds: Int64(row.integer(3))))
          }
        }
    }
  }

  public func deleteDraft(_ id: Draft.ID) throws(StorageError) {
    try writeLocally { try $0.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id.blob]) }
  }
}
