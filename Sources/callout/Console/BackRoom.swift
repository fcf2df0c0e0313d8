import Curses
import Dispatch
import Domain
import Storage
import Sync
import Synchronization
import TUI
import Verbs

/// Everything a console does off the drawing thread, one thing after the other: writing, asking, keeping the
/// boards, noticing what other processes write.
///
/// What is in it is touched by its own queue alone.
final class BackRoom: @unchecked Sendable {
  private(set) var session: OfficeSession
  var person: Person.ID
  let mailbox: Mailbox
  private let queue = DispatchQueue(label: "callout.back-room", qos: .userInitiated)
  private(set) var keeper: BoardKeeper
  private var shown: Office
  var isSaving = true
  /// What was submitted from this console since it was opened: what undo means first.
  var madeHere = MadeHere()
  /// Drafts that the disk would not take yet, or not let go of: nil is one to be deleted.
  var unsaved: [OwnDraft: FormDraft?] = [:]
  /// Forms that are in the file as they were last seen there.
  var keptForms: [OwnDraft: KeptForm] = [:]
  private let isLooking = Atomic(false)
  private let awaitsTick = Atomic(false)
  private let isLeaving = Atomic(false)
  private let waiting = Atomic(0)
  /// Wrong PINs since the right one, and until when no other counts.
  var wrongTries: [Person.ID: Int] = [:]
  var nextTryAt: ContinuousClock.Instant?
  /// Who acts here on the list of who is at which console: since when, and when that was last said.
  let sessionID: DeskSession.ID
  var begunAt: Timestamp
  var announcedAt: ContinuousClock.Instant?
  var shownSessions: [DeskSession] = []
  /// Whether somebody has touched the console since then.
  let wasTouched = Atomic(false)
  /// What a look at the whole file found; said anew with every minute, because nothing else shows it.
  var damage: Failure?
  /// When the next round of messages is set for; nil when none is.
  var courierDue: Timestamp?
  let postman = Postman()

  /// What keeps a joined console in touch with its office; nil in an office's own file.
  private(set) var linkKeeper: LinkKeeper?
  /// Who else of the office has a call in a form, as it was heard last, and the form here that asked.
  private var callWatch: CallWatch?
  private var callsElsewhere: [CallInHand] = []
  var askedForCalls: Origin?
  /// How the console stands with its office, as it was last told.
  private(set) var link = Link.local

  /// What is done here beside what somebody asks for.
  let duty: Duty
  /// Why what others write cannot be read; nil while it can.
  var unreadable: Failure?
  /// The office as it was opened anew, until the drawing thread has taken it over.
  let reopened = Mutex<OfficeSession?>(nil)

  /// Whoever lets the day go on here; nil in an office that others write.
  let player: LivePlayer?

  init(
    _ session: OfficeSession, person: Person.ID, keeper: BoardKeeper, showing office: Office,
    mailbox: Mailbox, player: LivePlayer? = nil, duty: Duty = .office
  ) {
    self.player = player
    self.duty = duty
    self.session = session
    self.person = person
    self.keeper = keeper
    self.mailbox = mailbox
    shown = office
    sessionID = session.identifiers.newID()
    begunAt = session.now
  }

  /// Does a piece of work here as soon as the work before it is done.
  func perform(_ work: @escaping @Sendable (BackRoom) -> Void) {
    waiting.add(1, ordering: .relaxed)
    queue.async { [self] in
      waiting.subtract(1, ordering: .relaxed)
      CrashGuard.coverThread()
      work(self)
    }
  }

  /// Whether something that was asked for waits for what is done now.
  var isAwaited: Bool { waiting.load(ordering: .relaxed) > 0 || isLeaving.load(ordering: .relaxed) }

  /// Does it here after so many milliseconds.
  func perform(after milliseconds: Int64, _ work: @escaping @Sendable (BackRoom) -> Void) {
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(milliseconds))) { [self] in
      CrashGuard.coverThread()
      work(self)
    }
  }

  /// Takes in what another process writes: it is seen in the log before its commit is, hence a second and a third
  /// look.
  func refreshSoon() {
    guard isLooking.exchange(true, ordering: .relaxed) == false else { return }
    for milliseconds in [10, 80] {
      queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
        CrashGuard.coverThread()
        self.refresh()
      }
    }
    queue.asyncAfter(deadline: .now() + .milliseconds(400)) {
      CrashGuard.coverThread()
      self.isLooking.store(false, ordering: .relaxed)
      self.refresh()
      if self.duty != .showing, !self.isLeaving.load(ordering: .relaxed) { self.tellSessions() }
    }
  }

  /// Looks at the clock when it is this one's turn. In a sandbox minutes pass faster than what falls due in them
  /// can be done: a look that still waits is enough for all of them.
  func tickSoon() {
    guard awaitsTick.exchange(true, ordering: .relaxed) == false else { return }
    queue.async { [self] in
      awaitsTick.store(false, ordering: .relaxed)
      CrashGuard.coverThread()
      if !isLeaving.load(ordering: .relaxed) { tick() }
    }
  }

  /// Waits until everything that was asked for is done, such as saving drafts before the process ends; the drafts
  /// that the disk did not take to the end. What the office does by itself is left to whoever comes next.
  func finish() -> [FormDraft] {
    isLeaving.store(true, ordering: .relaxed)
    return queue.sync {
      linkKeeper?.stop()
      callWatch?.stop()
      guard duty != .showing else { return [] }
      saveDrafts()
      stopPlaying()
      leaveSession()
      return unsaved.values.compactMap(\.self)
    }
  }

  func post(_ message: Message) { mailbox.post(message) }

  /// Begins to talk to the office that this console has joined.
  func keepLink() {
    watchCalls()
    guard session.file.membership != nil, linkKeeper == nil else { return }
    // Until the office has answered nobody knows better, and what waits is known.
    tell(.office(.behind, waiting: session.file.state.waiting))
    linkKeeper = LinkKeeper(session) { [weak self] link in
      self?.perform { room in room.tell(link) }
    }
  }

  private func watchCalls() {
    guard duty != .showing, callWatch == nil else { return }
    callWatch = CallWatch(session) { [weak self] calls in
      self?.perform { room in room.take(calls) }
    }
  }

  /// A call's form was written or thrown away.
  func noteCall(_ form: String) { if form == LogVerb.name { callWatch?.poke() } }

  /// The forms of calls that others of the office have at their consoles.
  func callsElsewhere(than person: Person.ID) -> [FormDraft] {
    callsElsewhere.filter { $0.person != person }.map { FormDraft($0) }
  }

  private func take(_ calls: [CallInHand]) {
    callsElsewhere = calls
    guard let origin = askedForCalls, !isLeaving.load(ordering: .relaxed) else { return }
    do { post(.answered(.draftsOfOthers(try draftsOfOthers(than: person)), origin)) } catch {
      post(.failed(error.failure, origin))
    }
  }

  /// Another process of this console may have given something that waits for the office.
  func sendWaiting(in state: OfficeState) {
    if state.waiting > 0 { linkKeeper?.poke() }
  }

  /// One more waits for the office: that is shown at once, whatever the line is doing.
  func noteWaiting() {
    linkKeeper?.poke()
    if case .office(let state, _) = link { tell(.office(state, waiting: session.file.state.waiting)) }
  }

  /// Goes on with the office as it was opened anew; the one before is let go of.
  func moveTo(_ next: OfficeSession, person: Person.ID) {
    let before = session
    linkKeeper?.stop()
    linkKeeper = nil
    callWatch?.stop()
    (callWatch, callsElsewhere) = (nil, [])
    link = .local
    session = next
    self.person = person
    shown = next.office
    keeper = BoardKeeper(office: shown, now: next.now)
    reopened.withLock { $0 = next }
    before.file.close()
    post(.link(.local))
    post(.tick(next.now, keeper.board))
    post(.officeChanged(shown, keeper.board))
    keepLink()
  }

  /// The header says how the link is, and the panes show what came.
  private func tell(_ link: Link) {
    if isLeaving.load(ordering: .relaxed) { return }
    if link != self.link {
      self.link = link
      if isSaving { post(.link(link)) }
    }
    if session.office != shown { show(session.office) }
  }
}

extension BackRoom {
  /// The minute has passed: what changes by itself changes, and the day ends when it is due.
  func tick() {
    guard duty != .showing else {
      look()
      show(session.office)
      return post(.tick(session.now, keeper.board))
    }
    refresh()
    if duty == .office {
      endDayIfDue()
      carryMessages()
    }
    show(session.office)
    if duty == .office { actByRules() }
    post(.tick(session.now, keeper.board))
    if let damage { post(.failed(damage)) }
    if !isSaving { tryToSave() }
    if duty == .office { session.keepPast() }
    keepSession()
  }

  /// Takes in what other processes have committed.
  func refresh() {
    if isLeaving.load(ordering: .relaxed) { return }
    guard duty != .showing else { return look() }
    let wasUnwritable = session.file.unwritable != nil
    do {
      let state = try session.file.refresh()
      if wasUnwritable, session.file.unwritable == nil { tryToSave() }
      guard let state else { return }
      sendWaiting(in: state)
      show(state.office)
      actByRules()
    } catch {
      post(.failed(error.failure))
    }
  }

  /// Shows an office whose difference to the one shown is not known beforehand.
  func show(_ office: Office) {
    keeper.update(office: office, touched: Touched(from: shown, to: office), now: session.now)
    shown = office
    awaitMessages()
    post(.officeChanged(office, keeper.board))
  }

  /// Ends the office's day once it is due.
  private func endDayIfDue() {
    guard session.office.person(person)?.role.may(.dispatchWork) ?? false else { return }
    do {
      if try Ticking.endDay(session, by: person).isEmpty { refresh() }
    } catch .failed(let failure) {
      noteSaving(false, failure)
    } catch {
      return
    }
  }
}
