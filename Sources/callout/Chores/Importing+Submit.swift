import Domain
import Exchange
import Settings
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
  ///
  /// Where an order is refused that would have made a record, the orders that were refused for want of it go
  /// round again, the first of them bringing it.
  mutating func flush() throws(ShellError) {
    while !batch.isEmpty {
      let receipt: BulkReceipt
      do { receipt = try session.file.submitAll(batch.map(\.submission)) } catch {
        throw .failed(error.failure)
      }
      var again: [Waiting] = []
      for (waiting, outcome) in zip(batch, receipt.outcomes) {
        switch outcome {
        case .recorded(_, let events): count(events, for: waiting.rows)
        case .same: skip(waiting.rows)
        case .refused(let refusal):
          if let completed = completed(waiting) {
            again.append(completed)
          } else if case .notFound = refusal, !again.isEmpty {
            again.append(waiting)
          } else {
            orphan(waiting.submission.commands)
            refuse(waiting.rows, .refused(refusal.code))
          }
        }
      }
      batch = again
    }
  }

  /// The same order with the records that a refused one would have made; nil when none of them concerns it.
  private mutating func completed(_ waiting: Waiting) -> Waiting? {
    var isCompleted = false
    let commands = waiting.submission.commands.map { command in
      guard case .importWorkOrder(var rule) = command, orphans.complete(&rule) else { return command }
      isCompleted = true
      return Command.importWorkOrder(rule)
    }
    guard isCompleted else { return nil }
    let proposal = Proposal(verb: "import", commands: commands)
    return Waiting(
      submission: session.submission(commands, of: proposal, by: person), rows: waiting.rows)
  }

  /// Remembers what refused commands would have made and nobody has made otherwise.
  private mutating func orphan(_ commands: [Command]) {
    let office = isDryRun ? imagined : session.office
    for case .importWorkOrder(var rule) in commands {
      rule.customers.removeAll { office.customers.contains($0.id) }
      rule.sites.removeAll { office.sites.contains($0.id) }
      rule.equipment.removeAll { office.equipment.contains($0.id) }
      rule.technicians.removeAll { office.technicians.contains($0.technician.id) }
      orphans.take(over: rule)
    }
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
      if let completed = completed(Waiting(submission: submission, rows: rows)) {
        return try imagine(completed.submission, for: rows)
      }
      orphan(submission.commands)
      refuse(rows, .refused(error.code))
    }
    for id in touched {
      if let order = imagined.order(id), !imagined.isOfRunningDay(order) { imaginedOlder[id] = order }
    }
    imagined.letGo(touched)
  }

  /// The first row of a new record creates it, every further one updates it; what a row brings along (the site
  /// of an order, its technician) does not count. An order that is ours by now is left as it is.
  private mutating func count(_ events: [Event], for rows: [DelimitedRow]) {
    if kind == .workOrders, !events.contains(where: { $0.isOfWorkOrder }) { return skip(rows) }
    let isNew = events.contains { $0.makes(kind) }
    report.created += isNew ? 1 : 0
    report.updated += rows.count - (isNew ? 1 : 0)
    for case .workOrder(let id, .imported) in events where curtailed.contains(id) {
      report.leftBehind = (report.leftBehind ?? 0) + 1
    }
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

extension Event {
  fileprivate var isOfWorkOrder: Bool {
    switch self {
    case .workOrder: true
    case .customer, .site, .equipment, .technician, .person, .office: false
    }
  }

  /// Whether it brings a record of the kind into being.
  fileprivate func makes(_ kind: ImportKind) -> Bool {
    switch self {
    case .workOrder(_, .imported): kind == .workOrders
    case .customer(_, .added): kind == .customers
    case .site(_, .added): kind == .sites
    case .equipment(_, .added): kind == .equipment
    case .technician(_, .added): kind == .technicians
    case .workOrder, .customer, .site, .equipment, .technician, .person, .office: false
    }
  }
}
