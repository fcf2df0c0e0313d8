public import Domain
import Terminal
import Verbs

/// Asks for a PIN before anybody goes on: at a desk that is locked, and when somebody with a PIN takes over.
///
/// The panes go on behind it; windows and forms are hidden, and are there again for whoever left them.
public struct Gate: Sendable {
  public enum Purpose: Hashable, Sendable {
    /// The desk is locked; before anybody has been here, the program can still be left.
    case locked(mayLeave: Bool)
    /// Somebody wants to act here; without his PIN it stays as it was.
    case change
  }

  public let purpose: Purpose
  /// Who is to act, by handle.
  var who: TextField
  var pin = TextField("", limit: PINRule.longest, isOneLine: true)
  var isOnWho = false
  /// What the last try came to.
  var said: String?
  /// The PIN is being looked at.
  var isChecking = false
  /// Wrong ones were typed: for a while no try counts.
  var isSlowed = false
  var showsHelp = false
  /// Esc was pressed once where nothing was typed; the next one leaves.
  var isLeaving = false

  init(_ purpose: Purpose, who: String) {
    self.purpose = purpose
    self.who = TextField(who, limit: 64, isOneLine: true)
  }

  var isLocked: Bool {
    switch purpose {
    case .locked: true
    case .change: false
    }
  }

  var mayLeave: Bool { purpose == .locked(mayLeave: true) }
}

extension Model {
  /// Whether whoever acts has a PIN, and so a desk that can be locked.
  public var hasPIN: Bool { office.person(person)?.pin != nil }

  /// Locks the desk, unless nobody could open it again.
  mutating func lock(mayLeave: Bool = false) {
    guard gate?.isLocked != true, let person = office.person(person) else { return }
    guard person.pin != nil else { return say(.refused, wording.cannotLock(person.id)) }
    put(Gate(.locked(mayLeave: mayLeave), who: person.handle))
    result = nil
  }

  /// Nobody has touched the desk for as long as the settings allow.
  mutating func lockIdleDesk() {
    if office.person(person)?.pin != nil { lock() }
  }

  /// Lets somebody act here: after his PIN, if he has one.
  mutating func takeOver(_ id: Person.ID) -> [Effect] {
    guard id != person else {
      say(.note, wording.actsAlready(id))
      return []
    }
    guard let next = office.person(id), next.pin != nil else { return [.signIn(id, pin: "")] }
    put(Gate(.change, who: next.handle))
    return []
  }

  private mutating func put(_ gate: Gate) {
    self.gate = gate
    pending = []
    versions.header &+= 1
  }

  /// Somebody may go on: the same with all as it was left, another one with the panes alone.
  mutating func acting(_ id: Person.ID) -> [Effect] {
    let before = person
    let wasLocked = gate != nil
    let ahead = wasLocked ? typedAhead : []
    typedAhead = []
    gate = nil
    versions.all &+= 1
    guard id != before else {
      result = nil
      return (wasLocked ? handTop(.changed) : []) + ahead.flatMap { take($0) }
    }
    let left = leavePast()
    putAside[before] = popups.contains(where: \.isWaiting) ? [] : popups.filter { $0.popup.mayBePutAside }
    person = id
    popups = putAside.removeValue(forKey: id) ?? []
    line = nil
    isFiltering = false
    isLeaving = false
    tour = nil
    marks = MarkedOrders()
    last = nil
    current = nil
    refreshQueue()
    say(.done, wording.handedOver(from: before, to: id))
    return left + tellPopups(.changed) + [.ask(.list(.drafts, filter: nil), .keys)]
      + ahead.flatMap { take($0) }
  }

  /// What became of a PIN that was typed at the gate, or before it.
  mutating func take(_ answer: PINAnswer) {
    if gate?.isChecking ?? false { typedAhead = [] }
    switch answer {
    case .wrong(let id, let seconds):
      gate?.isChecking = false
      gate?.isSlowed = seconds > 0
      sayAtGate(wording.wrongPIN(id, seconds: seconds))
      gate?.pin.clear()
    case .nextTry:
      gate?.isSlowed = false
      gate?.said = Wording.nextTry
    case .refused(let sentence):
      gate?.isChecking = false
      gate?.said = sentence
      if gate == nil { say(.refused, sentence) }
    case .wanted(let id): if let next = office.person(id) { put(Gate(.change, who: next.handle)) }
    case .triedSince(let count, let id): say(.warning, wording.triesSince(count, id))
    }
  }
}

/// What a PIN came to.
public enum PINAnswer: Hashable, Sendable {
  /// It does not fit; so many seconds no other counts.
  case wrong(Person.ID, seconds: Int)
  /// The wait is over.
  case nextTry
  case refused(String)
  /// This person has one by now.
  case wanted(Person.ID)
  /// It fits; so many wrong ones were typed before it.
  case triedSince(Int, Person.ID)
}
