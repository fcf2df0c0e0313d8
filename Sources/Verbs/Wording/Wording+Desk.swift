public import Domain

extension Wording {
  /// Somebody else acts at the same desk.
  public func handedOver(from before: Person.ID, to now: Person.ID) -> String {
    "\(person(now)) acts here now (was \(person(before))). Unfinished forms of \(person(before)) are kept."
  }

  public func actsAlready(_ id: Person.ID) -> String { "\(person(id)) acts here already." }

  /// Nobody could open a desk that is locked without a PIN.
  public func cannotLock(_ id: Person.ID) -> String {
    let handle = office.person(id)?.handle.clipped(28) ?? ""
    return "Not locked: \(person(id)) has no PIN. \(call(PersonPINVerb.name)) \(handle) sets one."
  }

  /// A PIN that does not fit, and how long there is to wait.
  public func wrongPIN(_ id: Person.ID, seconds: Int) -> String {
    let again = seconds > 0 ? " \(Wording.nextTry(in: seconds))" : ""
    return "That is not the PIN of \(person(id)).\(again)"
  }

  /// What somebody reads who tries again before a wrong PIN's wait is over.
  public static func nextTry(in seconds: Int) -> String { "The next try counts in \(wait(seconds))." }

  public static let nextTry = "The next try counts."

  /// What somebody reads who comes back: that others have tried.
  public func triesSince(_ count: Int, _ id: Person.ID) -> String {
    "\(person(id)): \(count) wrong \(count == 1 ? "PIN was" : "PINs were") typed since your last time here."
  }

  public func hasNoPIN(_ id: Person.ID) -> String {
    "\(person(id)) has no PIN, so a locked desk stays closed to him or her."
  }

  public static let pinsDiffer = "The two are not the same. Type the new PIN twice."

  private static func wait(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
  }
}
