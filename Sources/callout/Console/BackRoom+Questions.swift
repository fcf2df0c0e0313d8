import DayPlan
import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  /// Finds or reads what the console asked for, as it was after an entry where one is named.
  ///
  /// A search of the past finds what the running day held then, which the console itself looks through.
  func answer(_ query: Query, asOf seq: Int? = nil, _ origin: Origin, for asking: Person.ID? = nil) {
    do {
      switch query {
      case .history(let id):
        let entries = try session.file.entries(of: id).filter { $0.isKnown(at: seq) }
        post(.consoles(session.consoleNames))
        post(.answered(.history(id, entries.reversed()), origin))
      case .why(let record, _) where origin.isPopup || seq != nil:
        let entries = try session.file.entries(of: record).filter { $0.isKnown(at: seq) }
        post(.consoles(session.consoleNames))
        post(.answered(.entries(record, entries), origin))
      case .show(let id):
        if let order = try order(id, asOf: seq) { post(.answered(.order(order), origin)) }
      case .customer(let id) where origin.isPopup:
        try tell(session.file.endedOrders(of: id, limit: 200), about: query, asOf: seq, origin)
      case .site(let id) where origin.isPopup:
        try tell(session.file.endedOrders(at: id, limit: 200), about: query, asOf: seq, origin)
      case .equipment(let id) where origin.isPopup:
        try tell(session.file.endedOrders(on: id, limit: 1_000), about: query, asOf: seq, origin)
      case .find(let words) where seq != nil: post(.answered(.hits([], words: words), origin))
      case .past(let place): post(.answered(.past(try pastView(place)), origin))
      case .draftsOfOthers:
        askedForCalls = origin
        post(.answered(.draftsOfOthers(try draftsOfOthers(than: asking ?? person)), origin))
      case .list(.drafts, filter: nil): post(.answered(.drafts(try drafts(of: asking ?? person)), origin))
      case .list, .why, .customer, .site, .equipment, .find, .recent, .ledger, .audit, .then, .day, .gaps,
        .forecast, .fits, .explain, .plan, .technician, .contract, .office, .morning, .messages, .templates,
        .handover, .counters, .maps, .config, .health, .may, .help, .trouble:
        tellLines(query, origin)
      }
    } catch let error as StorageError {
      post(.failed(error.failure, origin))
    } catch {
      preconditionFailure("questions fail with storage errors alone")
    }
  }

  /// What the shell would say, for a window.
  private func tellLines(_ query: Query, _ origin: Origin) {
    let answers = Answers(
      surroundings: session.surroundings, session: session, options: CommonOptions(),
      output: Output(to: Said()))
    let lines: [String]
    do { lines = try answers.lines(for: query) } catch {
      lines = [error.sentence(in: session.office, at: session.now)]
    }
    post(.answered(.lines(lines, title: query.title), origin))
  }

  private func order(_ id: WorkOrder.ID, asOf seq: Int?) throws(StorageError) -> WorkOrder? {
    if let seq { try session.file.order(id, entry: seq) } else { try session.file.order(id: id) }
  }

  /// What has ended, or had by then as it was then.
  private func tell(_ ended: [WorkOrder], about query: Query, asOf seq: Int?, _ origin: Origin) throws {
    var told = ended
    if seq != nil { told = try ended.compactMap { try order($0.id, asOf: seq) }.filter(\.isEnded) }
    post(.answered(.ended(told, about: query), origin))
  }

  /// Looks for the order of an earlier day that a line names.
  func recall(_ reference: OrderReference, line: String) {
    do {
      post(.recalled(try session.file.order(reference), line: line))
    } catch {
      post(.failed(error.failure, .line))
    }
  }

  /// A number for a form that opens, taken durably; none when the file takes no writes now, or when a joined
  /// console has none left: the office gives it then.
  func takeNumber(_ origin: Origin) {
    do {
      if let number = try session.file.takeNumber() { post(.answered(.number(number), origin)) }
    } catch {
      failedToSave(error)
    }
  }

  func remember(_ line: String) {
    do { try session.file.remember(line: line) } catch { failedToSave(error) }
  }

  /// Who could take an order, worked out on the office as it is now.
  func suggest(_ id: WorkOrder.ID, at hour: TimeRange?, _ origin: Origin) {
    guard let order = session.office.order(id) else { return }
    let role = session.office.person(person)?.role
    var candidates = session.office.exactCandidates(
      for: order, at: session.now, for: role, rules: session.dayRules.rules)
    if let hour {
      candidates = session.office.candidates(candidates, at: hour, for: order, role: role, now: session.now)
    }
    post(.suggested(id, candidates, origin))
  }
}

extension BackRoom {
  /// Who would take each of several orders, one after the other, on the office as it is now.
  func plan(_ orders: [WorkOrder.ID], _ origin: Origin) {
    let context = VerbContext(
      office: session.office, now: session.now, person: person, identifiers: session.identifiers,
      rules: session.dayRules.rules)
    post(.answered(.plan(AssignmentPlan(orders, in: context)), origin))
  }
}

extension Entry {
  /// Whether it was on record after another; without one, it is.
  fileprivate func isKnown(at seq: Int?) -> Bool { seq.map { self.seq <= $0 } ?? true }
}

extension Origin {
  var isPopup: Bool {
    switch self {
    case .popup: true
    case .keys, .line, .aside, .past: false
    }
  }
}
