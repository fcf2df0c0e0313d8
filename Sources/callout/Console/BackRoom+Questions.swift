import DayPlan
import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  /// Finds or reads what the console asked for.
  func answer(_ query: Query, _ origin: Origin, for asking: Person.ID? = nil) {
    do {
      switch query {
      case .history(let id):
        post(.answered(.history(id, try session.file.entries(of: id).reversed()), origin))
      case .why(let record, _) where origin.isPopup:
        post(.answered(.entries(record, try session.file.entries(of: record)), origin))
      case .show(let id):
        if let order = try session.file.order(id: id) { post(.answered(.order(order), origin)) }
      case .customer(let id) where origin.isPopup:
        post(.answered(.ended(try session.file.endedOrders(of: id, limit: 200), about: query), origin))
      case .site(let id) where origin.isPopup:
        post(.answered(.ended(try session.file.endedOrders(at: id, limit: 200), about: query), origin))
      case .equipment(let id) where origin.isPopup:
        post(.answered(.ended(try session.file.endedOrders(on: id, limit: 1_000), about: query), origin))
      case .past(let place): post(.answered(.past(try pastView(place)), origin))
      case .list(.drafts, _):
        post(.answered(.drafts(try drafts(of: asking ?? person)), origin))
      case .list, .find, .then, .why, .recent, .ledger, .audit, .day, .gaps, .fits, .explain, .plan,
        .customer,
        .forecast,
        .site,
        .equipment,
        .technician, .contract,
        .office,
        .handover, .counters, .maps,
        .config,
        .health, .may, .help, .messages, .templates, .morning:
        let answers = Answers(
          surroundings: session.surroundings, session: session, options: CommonOptions(),
          output: Output(to: Said()))
        post(.answered(.lines(try answers.lines(for: query), title: query.title), origin))
      }
    } catch let error as StorageError {
      post(.failed(error.failure, origin))
    } catch let error as ShellError {
      post(
        .answered(.lines([error.sentence(in: session.office, at: session.now)], title: query.title), origin))
    } catch {
      preconditionFailure("questions fail with storage or shell errors alone")
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
  func suggest(_ id: WorkOrder.ID, _ origin: Origin) {
    guard let order = session.office.order(id) else { return }
    let candidates = session.office.exactCandidates(
      for: order, at: session.now, for: session.office.person(person)?.role, rules: session.dayRules.rules)
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

extension Query {
  /// What the window with its answer is called.
  fileprivate var title: String {
    switch self {
    case .list(let kind, _): kind.rawValue
    case .show: "work order"
    case .history: "history"
    case .why: "why"
    case .recent: "recent"
    case .find(let words): "found: \(words)"
    case .ledger: "ledger"
    case .audit: "audit"
    case .past, .then: "as it was"
    case .day: "day"
    case .gaps: "gaps and overbooking"
    case .forecast: "forecast"
    case .fits: "who fits"
    case .explain: "why it is so"
    case .plan: "plan"
    case .customer: "customer"
    case .site: "site"
    case .equipment: "equipment"
    case .technician: "technician"
    case .contract: "contract"
    case .office: "office"
    case .messages: "messages"
    case .morning: "morning"
    case .templates(let name): name ?? "templates"
    case .handover: "handover"
    case .counters: "counters"
    case .maps: "maps"
    case .config: "config"
    case .health: "health"
    case .may: "may"
    case .help: "help"
    }
  }
}

extension Origin {
  var isPopup: Bool {
    switch self {
    case .popup: true
    case .keys, .line, .past: false
    }
  }
}
