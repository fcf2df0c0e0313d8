import DayPlan
import Domain
import Storage
import Terminal
import Verbs

extension Answers {
  func list(_ kind: ListKind, _ filter: String?) throws(ShellError) -> Reply {
    let joined = kind == .consoles ? try joinedConsoles() : (all: [], trouble: nil)
    let office = office
    let board = Board(office, now: now)
    do {
      let listing = try Listing.of(
        kind, filter: filter, board: board, in: office, at: now, person: session?.person,
        drafts: try drafts(), sessions: try session?.file.sessions() ?? [],
        joined: joined.all)
      var reply = Reply(.rows(listing))
      reply.note = joined.trouble?.sentence(in: office, at: now)
      reply.status = joined.trouble?.status ?? 0
      if listing.rows.isEmpty, reply.note == nil {
        reply.note =
          filter.map { Wording.nothing(with: $0) } ?? Wording(office: office, now: now).empty(kind)
      }
      return reply
    } catch let fault as UsageFault {
      throw .usage(fault)
    } catch let error as StorageError {
      throw .failed(error.failure)
    } catch {
      preconditionFailure("a listing fails with a usage fault or a storage error")
    }
  }

  /// Those that have joined the office. At one of them it is asked, for whoever may let consoles in and out. Where it
  /// does not answer, or may not, there is still who is at this file.
  private func joinedConsoles() throws(ShellError) -> (all: [JoinedConsole], trouble: ShellError?) {
    guard let session else { return ([], nil) }
    if session.file.membership == nil {
      do { return (try session.file.joinedConsoles(), nil) } catch { throw .failed(error.failure) }
    }
    guard past == nil, !options.isOffline, let role else { return ([], nil) }
    guard role.may(.managePeople) else {
      return ([], .refused(.notAllowed(.managePeople, role: role), verb: ConsolesVerb.name))
    }
    do {
      return (try AskingConsoles(file: session.file, verb: ConsolesVerb.name).consoles(), nil)
    } catch {
      return ([], error)
    }
  }

  /// What whoever acts has looked at in the console on this file.
  func recent() throws(ShellError) -> Reply {
    let office = office
    var orders: [WorkOrder] = []
    if let person = session?.person {
      let looked = try read { file throws(StorageError) in try file.recent(of: person) } ?? []
      for id in looked { if let order = try order(id, in: office) { orders.append(order) } }
    }
    return Reply(.rows(.orders(orders, in: office, at: now)))
  }

  /// Finds orders by their words: those of the running day first, and says of how many they are the best.
  func find(_ words: String) throws(ShellError) -> Reply {
    let office = office
    let hits = try read { file throws(StorageError) in
      try file.search(words, limit: FindVerb.mostListed, ranked: true)
    }
    var readable: [SearchHit] = []
    for hit in hits ?? [] where try mayRead(hit.id, in: office) { readable.append(hit) }
    var reply = Reply(.rows(.hits(readable, in: office, at: now)))
    var notes = readable.isEmpty ? [Wording.nothing(with: words)] : []
    if readable.count >= FindVerb.mostListed, readable.count == hits?.count {
      let count = try read { file throws(StorageError) in try file.searchCount(words) }
      if let count { notes += Wording.foundOf(count.running, older: count.older) }
    }
    if let report = try takenOver() {
      let reach =
        report.isScoped ? Wording.takenOver(report) : Wording(office: office, now: now).searchReaches(report)
      notes += [reach].compactMap(\.self)
    }
    if !notes.isEmpty { reply.note = notes.joined(separator: " ") }
    return reply
  }

  func history(_ id: WorkOrder.ID) throws(ShellError) -> Reply {
    let office = office
    guard try mayRead(id, in: office) else {
      throw .refused(.notFound(.order(0)), verb: HistoryVerb.name, orders: [])
    }
    let entries = try read { file throws(StorageError) in try file.entries(of: id) } ?? []
    let lines = History.lines(
      of: entries.filter { isKnown($0) }, order: id, for: session?.person, in: office, at: now,
      consoles: session?.consoleNames ?? .unknown)
    var reply = Reply(.rows(.history(lines, in: office, at: now)))
    if let report = try takenOver(), report.missing > 0, History.isCut(entries, order: id) {
      reply.note = report.isScoped ? Wording.takenOver(report) : Wording.historyIsCut
    }
    return reply
  }

  /// Who could take an order; nobody where the office does not have it.
  func fits(_ id: WorkOrder.ID) -> Reply {
    let office = office
    guard let order = office.order(id) else { return Reply(.rows(Listing(columns: [], keys: "", rows: []))) }
    let candidates = office.exactCandidates(for: order, at: now, for: role, rules: rules)
    return Reply(.rows(.fits(candidates, in: office, at: now)))
  }

  func messages(_ id: WorkOrder.ID?) throws(ShellError) -> Reply {
    let office = office
    let orders: [WorkOrder]
    if let id {
      orders = [try order(id, in: office)].compactMap(\.self)
    } else {
      orders = Array(office.orders.unordered)
    }
    var reply = Reply(.rows(.messages(of: orders, in: office, at: now)))
    if past == nil {
      reply.note = Wording(office: office, now: now).handedOver(
        of: orders.flatMap(\.messages), isJoined: session?.file.membership != nil)
    }
    return reply
  }

  func templates(_ name: String?) -> Reply {
    let office = office
    let all = Listing.templates(in: office)
    guard let name else { return Reply(.rows(all)) }
    let lines = Sheets.template(name, in: office).map { Sanitised.line($0) }
    return Reply(.sheet(lines, all.rows.filter { $0.cells[1] == name }.map(\.json)))
  }
}

extension Answers {
  private func drafts() throws(StorageError) -> [ListedDraft] {
    let own = try session?.file.drafts().filter { $0.person == nil || $0.person == session?.person }
    return own?.map { draft in
      ListedDraft(
        id: draft.id.description, form: draft.form, title: draft.title(in: session?.office ?? .unfounded),
        savedAt: draft.savedAt, person: session?.office.person(draft.person)?.handle)
    } ?? []
  }

  /// What only the office has of what this file took over; nil where it holds everything.
  private func takenOver() throws(ShellError) -> TakenOverReport? {
    let report = try read { file throws(StorageError) in try file.takenOver() }
    return report.flatMap(\.self).flatMap { $0.missing > 0 || !$0.hasAllOrders ? $0 : nil }
  }
}
