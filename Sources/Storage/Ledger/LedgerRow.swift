import Domain
import GRDB
import Sync

/// An entry as it lies in the table: its head, and its body still in bytes.
struct LedgerRow {
  let head: EntryHead
  let body: [UInt8]
  let hash: Digest

  static let columns = """
    SELECT e.seq, e.submission, p.id, c.id, e.count, e.at, e.recorded_at, e.body, e.hash
    FROM entries e LEFT JOIN persons p ON p.key = e.person LEFT JOIN consoles c ON c.key = e.console
    """

  /// A row of `columns`.
  init(_ row: Row, path: String) throws(StorageError) {
    let seq = row.integer(0)
    guard let submission: Submission.ID = row.identifier(1), let person: Person.ID = row.identifier(2),
      let console: ConsoleID = row.identifier(3)
    else { throw .chainBroken(path: path, seq: seq, detail: "its submission, person or console is gone") }
    head = EntryHead(
      seq: seq, submission: submission, person: person, console: console, count: row.integer(4),
      at: Timestamp(seconds: Int64(row.integer(5))), recordedAt: Timestamp(seconds: Int64(row.integer(6))))
    body = row.bytes(7)
    hash = row.digest(8)
  }

  var stamp: Stamp { head.stamp }

  /// Only what happened; a body that nobody can read counts as one unknown event.
  func events(_ decoder: CompactDecoder) -> [KeptEvent] {
    do { return try decoder.decode(KeptEvents.self, from: body).events } catch { return [.unknown(nil)] }
  }

  /// The whole entry, without what only a newer version understands.
  func entry(previous: Digest, _ decoder: CompactDecoder) -> Entry {
    let kept: KeptBody?
    do { kept = try decoder.decode(KeptBody.self, from: body) } catch { kept = nil }
    let events = kept?.events.compactMap(\.known) ?? []
    var commands = kept?.commands ?? []
    if commands.isEmpty, let told = ImportWorkOrder(toldBy: events) { commands = [.importWorkOrder(told)] }
    return Entry(
      seq: head.seq, submission: head.submission, person: head.person, console: head.console,
      count: head.count, at: head.at, recordedAt: head.recordedAt, commands: commands,
      events: events, inverse: kept?.inverse ?? [], override: kept?.override,
      reversal: kept?.reversal, automation: kept?.automation, told: kept?.told, previous: previous,
      hash: hash)
  }
}

extension CompactDecoder {
  /// A decoder of entries, which looks up the words about people over this connection.
  init(entriesOf db: Database) {
    self.init(userInfo: [.personalVault: ReadingVault(db)])
  }
}
