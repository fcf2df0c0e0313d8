import Domain
import Exchange
import Storage
import Verbs

extension Importing {
  /// Puts a row's commands into the batch, or, in a dry run, decides them on the imagined office alone.
  mutating func submit(_ commands: [Command], for rows: [DelimitedRow]) throws(ShellError) {
    let submission = session.submission(
      commands, of: Proposal(verb: "import", commands: commands), by: person)
    if isDryRun { return try imagine(submission, for: rows) }
    if commands.allSatisfy({ $0.orders.isEmpty }) {
      // A later row of the file may change the same record: it must see what this one does.
      do { imagined = try imagined.decide(submission).after } catch {
        return refuse(rows, .refused(error.code))
      }
    }
    batch.append(Waiting(submission: submission, rows: rows))
    if batch.count >= Self.batchSize { try flush() }
  }

  /// Records the batch in one transaction and counts what became of each row.
  mutating func flush() throws(ShellError) {
    guard !batch.isEmpty else { return }
    let receipt: BulkReceipt
    do { receipt = try session.file.submitAll(batch.map(\.submission)) } catch {
      throw .failed(error.failure)
    }
    for (waiting, outcome) in zip(batch, receipt.outcomes) {
      switch outcome {
      case .recorded(_, let events): count(events, for: waiting.rows)
      case .same: skip(waiting.rows)
      case .refused(let refusal): refuse(waiting.rows, .refused(refusal.code))
      }
    }
    batch.removeAll(keepingCapacity: true)
  }

  mutating func skip(_ rows: [DelimitedRow]) {
    report.skipped += rows.count
    report.reasons["sameAlready", default: 0] += rows.count
  }

  mutating func refuse(_ rows: [DelimitedRow], _ reason: RowRefusal) {
    report.refused += rows.count
    report.reasons[reason.code, default: 0] += rows.count
    for row in rows { refused.add(row, reason.sentence) }
  }
}

extension Importing {
  /// Decides on the imagined office, older work brought back for it and let go of afterwards.
  private mutating func imagine(_ submission: Submission, for rows: [DelimitedRow]) throws(ShellError) {
    let touched = submission.commands.flatMap(\.orders)
    for id in touched where imagined.order(id) == nil {
      do throws(StorageError) {
        if let known = imaginedOlder[id] {
          imagined.restore(known)
        } else if let older = try session.file.order(id: id) {
          imagined.restore(older)
        }
      } catch {
        throw .failed(error.failure)
      }
    }
    do {
      let decision = try imagined.decide(submission)
      imagined = decision.after
      if decision.events.isEmpty { skip(rows) } else { count(decision.events, for: rows) }
    } catch {
      refuse(rows, .refused(error.code))
    }
    for id in touched {
      if let order = imagined.order(id), !imagined.isOfRunningDay(order) { imaginedOlder[id] = order }
    }
    imagined.letGo(touched)
  }

  /// The first row of a new order creates it, every further one updates it.
  private mutating func count(_ events: [Event], for rows: [DelimitedRow]) {
    let isNew = events.contains { event in
      switch event {
      case .workOrder(_, .imported), .customer(_, .added), .equipment(_, .added), .technician(_, .added): true
      case .site(_, .added): events.count == 1
      case .workOrder, .customer, .site, .equipment, .technician, .person, .office: false
      }
    }
    report.created += isNew ? 1 : 0
    report.updated += rows.count - (isNew ? 1 : 0)
    let isFlagged = events.contains { event in
      switch event {
      case .workOrder(_, .imported(let work)), .workOrder(_, .importUpdated(let work)):
        !work.contradictions.isEmpty
      case .workOrder, .customer, .site, .equipment, .technician, .person, .office: false
      }
    }
    report.flagged += isFlagged ? 1 : 0
  }
}
