import Domain
import Storage
import Verbs

extension Answers {
  /// So many lines, the newest, are shown at once.
  private static let longestAudit = 10_000

  func audit(_ question: AuditQuestion) throws(ShellError) -> Reply {
    let (office, now) = (office, now)
    let lines = try auditLines(question, in: office)
    var reply = Reply(.rows(.audit(lines, in: office, at: now)))
    reply.window = { Sheets.audit(lines, in: office, at: now) }
    return reply
  }

  /// What was recorded in a stretch of time, over the office as it was before it.
  private func auditLines(_ question: AuditQuestion, in office: Office) throws(ShellError) -> [AuditLine] {
    guard let session else { return [] }
    let filter: AuditFilter
    do { filter = try AuditFilter(question.filter) } catch { throw .usage(error) }
    do {
      let before = try session.file.past(at: question.since + .seconds(-1))
      var audit = Audit(
        over: before.office, filter: filter, in: office, at: now,
        consoles: session.consoleNames)
      var lines: [AuditLine] = []
      var last = before.seq
      while true {
        let batch = try session.file.entries(since: last, limit: 1_000)
        for entry in batch where isKnown(entry) {
          if let until = question.until, entry.recordedAt > until { return lines }
          for id in audit.lacking(for: entry) {
            if let order = try session.file.order(id, entry: entry.seq - 1) { audit.restore(order) }
          }
          lines += audit.lines(of: entry)
        }
        if lines.count > Self.longestAudit { lines.removeFirst(lines.count - Self.longestAudit) }
        guard let end = batch.last else { return lines }
        last = end.seq
      }
    } catch {
      throw .failed(error.failure)
    }
  }
}
