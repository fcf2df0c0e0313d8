import DayPlan
import Domain
import Settings
import Synchronization
import TUI
import Terminal
import Verbs

/// A console on a small office, with everything outside it played in memory: what is typed is decided and written.
struct FormDesk {
  var model: Model
  private(set) var drafts: [FormDraft] = []
  /// What others have begun in the same file.
  var othersDrafts: [FormDraft] = []
  private(set) var entries: [Entry] = []
  private(set) var submitted: [Proposal] = []
  private(set) var effects: [Effect] = []
  /// Orders that the running day has let go of.
  var older: [WorkOrder] = []
  var hits: [SearchHit] = []
  /// The office as it was before anything was typed, as the ledger would begin with it.
  private let founding: Entry
  private var nextNumber = 20_422
  /// Whether submissions wait instead of being decided, as when the disk is slow.
  var isStalled = false
  /// How often a plan was asked for.
  private(set) var reckoned = 0

  init(
    _ width: Int = 120, _ height: Int = 36, office: Office = FormOffice.made(),
    keymap: Keymap = Keymaps.shipped("default"), person: Person.ID = Story.bea, face: Face = .console
  ) {
    founding = office.founding
    let board = BoardKeeper(office: office, now: Story.now).board
    model = Model(
      office: office, board: board, now: Story.now, person: person, keymap: keymap,
      identifiers: RunningIdentifiers(), size: Size(width: width, height: height), face: face)
    _ = update(&model, .resized(Size(width: width, height: height)))
  }

  /// Fewer tries than a desk has time for.
  static let quickRules: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 200
    return rules
  }()

  var office: Office { model.office }
  var canvas: Canvas { Screen.of(model) }
  var text: String { canvas.text }
  /// The last action's sentence as it stands on the screen, in however many rows.
  var resultLine: String {
    var rows: [String] = []
    for row in canvas.rows[..<(model.size.height - 1)].reversed() {
      guard rows.isEmpty || row.first == " " else { break }
      rows.insert(row.trimmed, at: 0)
    }
    let words = rows.filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? "" : " " + words
  }
  /// The popup on top, nil when the panes are free.
  var top: String? { model.popups.last?.popup.name }

  func order(_ number: Int) -> WorkOrder? { office.order(number: number) }

  /// Types keys: letters as they are, others by name in angle brackets, such as `n<enter>` and `<C-s>`.
  mutating func type(_ keys: String) {
    var rest = keys[...]
    while let first = rest.first {
      var key: Key?
      if first == "<", let end = rest.firstIndex(of: ">"),
        let named = Key(name: String(rest[rest.index(after: rest.startIndex)..<end]))
      {
        key = named
        rest = rest[rest.index(after: end)...]
      } else {
        key = first == " " ? .space : .character(first)
        rest = rest.dropFirst()
      }
      if let key { send(.input(.key(key))) }
    }
  }

  /// What another console does meanwhile.
  mutating func elsewhere(_ command: Command, at instant: Timestamp = Story.now) throws {
    let stamp = Stamp(by: Story.bea, at: instant, console: ConsoleID(high: 91, low: 1))
    let after = try office.decide(
      Submission(id: Identifier(high: 91, low: 1), stamp: stamp, commands: [command])
    ).after
    send(.officeChanged(after, BoardKeeper(office: after, now: instant).board))
  }

  mutating func paste(_ text: String) { send(.input(.paste(text))) }
  mutating func resize(_ width: Int, _ height: Int) { send(.resized(Size(width: width, height: height))) }
  mutating func tick(_ minutes: Int64) {
    let now = model.now + .minutes(minutes)
    send(.tick(now, BoardKeeper(office: office, now: now).board))
  }

  mutating func send(_ message: Message) {
    let asked = update(&model, message)
    effects += asked
    for effect in asked { carryOut(effect) }
  }

  /// Runs a verb as the line would.
  mutating func run(_ verb: String, _ words: [String: [String]]) {
    do {
      let act = try Verbs.verb(named: verb, Arguments(words), in: model.verbContext).act(
        in: model.verbContext)
      guard case .submit(let proposal) = act else { return }
      decide(proposal, .keys)
    } catch { entries = [] }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .submit(let proposal, let origin):
      submitted.append(proposal)
      if !isStalled { decide(proposal, origin) }
    case .suggest(let id, let hour, let origin):
      guard let order = office.order(id) else { return }
      let found = office.exactCandidates(for: order, at: model.now)
      let listed = hour.map {
        office.candidates(
          found, at: $0, for: order, role: office.person(model.person)?.role, now: model.now)
      }
      send(.suggested(id, listed ?? found, origin))
    case .plan(let orders, let origin):
      send(.answered(.plan(AssignmentPlan(orders, in: model.verbContext)), origin))
    case .reckon(let reckoning, let origin):
      reckoned += 1
      if isStalled { return }
      var quick = reckoning
      quick.rules = FormDesk.quickRules
      guard let answer = quick.answer() else { return }
      send(.answered(.reckoned(answer, number: reckoning.number), origin))
    case .ask(.draftsOfOthers, let origin):
      send(.answered(.draftsOfOthers(othersDrafts), origin))
    case .ask(.list(.drafts, _), let origin): send(.answered(.drafts(drafts.reversed()), origin))
    case .ask(.history(let id), let origin):
      let own = entries.filter { $0.events.contains { $0.order == id } }
      send(.answered(.history(id, own.reversed()), origin))
    case .ask(.why(let record, _), let origin):
      let own = ([founding] + entries).filter { $0.events.contains { $0.record == record } }
      send(.answered(.entries(record, own), origin))
    case .ask(.show(let id), let origin):
      if let order = older.first(where: { $0.id == id }) { send(.answered(.order(order), origin)) }
    case .ask(.equipment(let id), let origin): tellEnded(about: .equipment(id), origin) { $0.equipment == id }
    case .ask(.site(let id), let origin): tellEnded(about: .site(id), origin) { $0.site == id }
    case .ask(.find(let words), let origin): send(.answered(.hits(hits, words: words), origin))
    case .recall(let reference, let line):
      send(.recalled(older.first { reference.means($0) }, line: line))
    case .takeNumber(let origin):
      send(.answered(.number(nextNumber), origin))
      nextNumber += 1
    case .saveViews(let views): send(.views(views))
    case .saveDraft(let draft):
      drafts.removeAll { $0.key == draft.key }
      drafts.append(draft)
      send(.draftSaved(draft.key))
    case .deleteDraft(let key): drafts.removeAll { $0.key == key }
    case .signIn(let id, _): send(.acting(id))
    case .ask, .askPast, .saveLine, .saveRecent, .copy, .suspend, .redraw, .captureMouse, .title, .chore,
      .setPIN, .stopReckoning, .quit:
      break
    }
  }

  private mutating func tellEnded(
    about query: Query, _ origin: Origin, where belongs: (WorkOrder) -> Bool
  ) {
    let all = Array(office.orders.unordered) + older + [FormOffice.doorSensor]
    let ended = all.filter { $0.isEnded && belongs($0) }
    send(.answered(.ended(ended, about: query), origin))
  }

  private mutating func decide(_ proposal: Proposal, _ origin: Origin) {
    let stamp = Stamp(by: model.person, at: model.now, console: ConsoleID(high: 0xabcd << 48, low: 1))
    var submission = Submission(
      id: .init(high: 1, low: UInt64(entries.count)), stamp: stamp, commands: proposal.commands,
      override: proposal.override, acceptsWarnings: proposal.acceptsWarnings,
      acceptsClaims: proposal.acceptsClaims, acceptedWarnings: proposal.acceptedWarnings,
      isJudgedTogether: proposal.isJudgedTogether)
    // The ledger would look the last action up; here it is the last entry.
    if proposal.takingBack != nil, let last = entries.last {
      submission = last.takenBack(by: submission, override: last.override)
    }
    var before = office
    for order in older where proposal.commands.contains(where: { $0.orders.contains(order.id) }) {
      before.restore(order)
    }
    do throws(Refusal) {
      let decision = try before.decide(submission)
      entries.append(
        Entry(
          seq: entries.count + 1, submission: submission.id, person: model.person, console: stamp.console,
          count: entries.count + 1, at: model.now, recordedAt: model.now, commands: proposal.commands,
          events: decision.events, inverse: decision.inverse, override: proposal.override, previous: .zero,
          hash: .zero))
      let wording = Wording(office: decision.after, now: model.now)
      let done = wording.done(proposal, events: decision.events, before: before)
      let sentence = ([done] + proposal.warnings).joined(separator: " · ")
      send(.officeChanged(decision.after, BoardKeeper(office: decision.after, now: model.now).board))
      send(
        .finished(.done(sentence, isWarned: !decision.warnings.isEmpty || !proposal.warnings.isEmpty), origin)
      )
    } catch {
      send(.finished(.refused(error, proposal), origin))
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}

/// Ids that count up.
final class RunningIdentifiers: IdentifierSource {
  private let count = Atomic<UInt64>(0)
  func next() -> (high: UInt64, low: UInt64) { (0x77, count.add(1, ordering: .relaxed).newValue) }
}
