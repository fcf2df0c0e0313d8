public import Domain
import GRDB

extension OfficeFile {
  /// Keeps a half-filled form, durably; the same id again replaces it. False where the form was thrown away since it was
  /// kept or read before (`again`), for words in it that were erased: it is not kept again.
  @discardableResult public func save(_ draft: Draft, again: Bool = false) throws(StorageError) -> Bool {
    try writeLocally { db in
      let erased = "SELECT 1 FROM erased_drafts WHERE id = ?"
      if again, try Int.fetchOne(db, sql: erased, arguments: [draft.id.blob]) != nil { return false }
      try db.execute(sql: "DELETE FROM erased_drafts WHERE id = ?", arguments: [draft.id.blob])
      try db.cachedStatement(
        sql: """
          INSERT INTO drafts (id, form, content, saved_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE
          SET form = excluded.form, content = excluded.content, saved_at = excluded.saved_at
          """
      ).execute(arguments: [draft.id.blob, draft.form, draft.content.blob, draft.savedAt.seconds])
      return true
    }
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
