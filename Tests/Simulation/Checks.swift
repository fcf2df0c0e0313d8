import Domain
import Sync

extension World {
  /// One whole run: work under faults, then quiet, then everything that must hold.
  func play(acts: Int = 40) {
    let span: Int64 = 120_000
    planWork(acts: acts, within: span)
    run(until: span)
    menu = Menu()
    for console in consoles { console.cutOffUntil = 0 }
    run(until: span + 240_000)
    do { try check() } catch { violations.append("the end could not be looked at: \(error)") }
  }

  /// What must hold once the network is whole and has been quiet.
  func check() throws {
    let log = try office.entries
    try checkSettled(log)
    try checkLog(log)
    try checkAnswers(log)
    checkTechnicians(log)
    checkTimes(log)
    checkNumbers(log)
    for problem in try office.problems() { violations.append("the office: \(problem)") }
    for console in consoles {
      for problem in try console.store.problems() {
        violations.append("console \(console.number): \(problem)")
      }
    }
  }

  /// No two orders have one number, and a number that was told stays.
  private func checkNumbers(_ log: [SealedEntry]) {
    var owners: [Int: WorkOrder.ID] = [:]
    for entry in log {
      let body: KeptEvents
      do { body = try CompactDecoder().decode(KeptEvents.self, from: entry.body) } catch { return }
      for case .workOrder(let id, .logged(let work))? in body.events.map(\.known) {
        if let other = owners.updateValue(id, forKey: work.number), other != id {
          violations.append("number \(work.number) is given twice")
        }
        if !hasRestored, !hasCloned, let number = told[id], number != work.number {
          violations.append("an order was told as \(number) and is \(work.number)")
        }
      }
    }
  }

  /// Whose clock is right keeps the times that he told, however late they come; nobody's count as to come.
  private func checkTimes(_ log: [SealedEntry]) {
    for entry in log {
      let head = entry.head
      if head.at > head.recordedAt + Contact.slack {
        violations.append("entry \(head.seq) counts as of a time to come")
      }
      let body: KeptBody
      do { body = try CompactDecoder().decode(KeptBody.self, from: entry.body) } catch { return }
      if body.told != nil, !hasCloned, !wrongClocks.contains(head.console) {
        violations.append("entry \(head.seq) does not count as of when it was made")
      }
    }
  }

  private func checkSettled(_ log: [SealedEntry]) throws {
    let whole = try office.office
    for console in consoles where !console.isStopped {
      let standing = try console.store.standing()
      let name = "console \(console.number)"
      if standing.waiting > 0 { violations.append("\(name) still waits for \(standing.waiting) answers") }
      if standing.cursor != log.last?.cursor ?? .beginning {
        violations.append("\(name) is at \(standing.cursor.seq) of \(log.count)")
      } else if try console.store.confirmed != whole {
        violations.append("\(name) has another office")
      }
      if standing.waiting == 0, try console.store.predicted != console.store.confirmed {
        violations.append("\(name) predicts what is not confirmed")
      }
    }
    if let stopped = consoles.first(where: \.isStopped) {
      violations.append("console \(stopped.number) stopped: \(stopped.link.state)")
    }
  }

  private func checkLog(_ log: [SealedEntry]) throws {
    let epochs = try office.epochs
    var last = LogCursor.beginning
    for entry in log {
      let epoch = epochs.epoch(of: entry.head.seq) ?? SmallOffice.epoch
      let hash = entry.head.hash(after: last.hash, log: SmallOffice.log, epoch: epoch, body: entry.body)
      if entry.head.seq != last.seq + 1 || hash != entry.hash {
        violations.append("the chain breaks at \(entry.head.seq)")
      }
      last = entry.cursor
    }
    let ids = log.map(\.head.submission)
    if Set(ids).count != ids.count { violations.append("a command is in the log twice") }
    let entered = Set(ids)
    for (id, console) in kept where !entered.contains(id) {
      violations.append("a command that \(console.number) kept has no entry")
    }
    for id in acknowledged where !entered.contains(id) {
      violations.append("an acknowledged command is not in the log")
    }
  }

  /// Decides every command again on the state before it: what the log says must be what comes out, and what is
  /// refused must be in one conflict.
  private func checkAnswers(_ log: [SealedEntry]) throws {
    let settledOrOpen = try office.office.conflicts.flatMap { $0.lost.map(\.id) }
    var office = Office.unfounded
    for entry in log {
      let body: KeptBody
      do { body = try CompactDecoder().decode(KeptBody.self, from: entry.body) } catch {
        violations.append("entry \(entry.head.seq) cannot be read")
        return
      }
      let events = body.events.compactMap(\.known)
      let conflicts = events.filter { event in
        if case .office(.conflict(.arose)) = event { return true }
        if case .office(.conflict(.changed(_, .grew))) = event { return true }
        return false
      }
      if !conflicts.isEmpty {
        if settledOrOpen.count(where: { $0 == entry.head.submission }) != 1 {
          violations.append("what entry \(entry.head.seq) refuses is not in one conflict")
        }
      } else if kept[entry.head.submission] != nil {
        if !body.commands.isEmpty {
          let submission = Submission(
            id: entry.head.submission, stamp: entry.head.stamp, commands: body.commands,
            acceptsWarnings: true, acceptsClaims: true)
          do throws(Refusal) {
            let decision = try office.decide(submission)
            if decision.events.count != events.count(where: { !$0.isOfOtherTime }) {
              violations.append("entry \(entry.head.seq) is not what the rules say")
            }
          } catch {
            violations.append("entry \(entry.head.seq) was to be refused: \(error.code)")
          }
        } else {
          violations.append("entry \(entry.head.seq) says nothing of what was wanted")
        }
      }
      for event in events { office.apply(event, entry.head.stamp) }
    }
  }

  /// Nobody is told of two visits at one time; looked at with nothing but starts and lengths.
  private func checkTechnicians(_ log: [SealedEntry]) {
    var told: [WorkOrder.ID: (technician: Technician.ID, start: Timestamp, length: Span)] = [:]
    var places: [WorkOrder.ID: (start: Timestamp, length: Span)] = [:]
    for entry in log {
      let body: KeptEvents
      do { body = try CompactDecoder().decode(KeptEvents.self, from: entry.body) } catch { return }
      for case .workOrder(let id, let event)? in body.events.map(\.known) {
        switch event {
        case .visitPlanned(_, let start?, let length), .visitMoved(_, let start?, let length):
          places[id] = (start, length)
          if let visit = told[id] { told[id] = (visit.technician, start, length) }
        case .assigned(_, let technician, true, _):
          if let place = places[id] { told[id] = (technician, place.start, place.length) }
        case .unassigned: told[id] = nil
        default: break
        }
      }
      for (left, one) in told {
        for (right, other) in told where left < right && one.technician == other.technician {
          if one.start < other.start + other.length, other.start < one.start + one.length {
            violations.append("entry \(entry.head.seq) tells somebody of two visits at once")
            return
          }
        }
      }
    }
  }
}

extension Event {
  /// Whether it notes that a clock was wrong, which no rule says.
  fileprivate var isOfOtherTime: Bool {
    if case .workOrder(_, .anomalyFound(.otherTime, _, _)) = self { true } else { false }
  }
}
