public import Domain
import GRDB

extension OfficeFile {
  /// Keeps a half-filled form, durably; the same id again replaces it. How many forms were thrown away by then for words
  /// in them that were erased: `known` is what an earlier call for the same form has answered. Nil where this one was
  /// thrown away since: it is not kept again.
  @discardableResult public func save(_ draft: Draft, since known: Int? = nil) throws(StorageError) -> Int? {
    try writeLocally { db in
      let erased = "SELECT 1 FROM erased_drafts WHERE id = ? AND number > ?"
      if let known, try Int.fetchOne(db, sql: erased, arguments: [draft.id.blob, known]) != nil { return nil }
      try db.cachedStatement(
        sql: """
          INSERT INTO drafts (id, form, content, saved_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE
          SET form = excluded.form, content = excluded.content, saved_at = excluded.saved_at
          """
      ).execute(arguments: [draft.id.blob, draft.form, draft.content.blob, draft.savedAt.seconds])
      return try Self.erasedForms(db)
    }
  }

  /// How many forms were thrown away so far for words in them that were erased.
  public func erasedForms() throws(StorageError) -> Int { try read { try Self.erasedForms($0) } }

  private static func erasedForms(_ db: Database) throws -> Int {
    // A file of an older version that is only read has not noted it.
    guard try db.tableExists("erased_drafts") else { return 0 }
    return try Int.fetchOne(db, sql: "SELECT max(number) FROM erased_drafts") ?? 0
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
