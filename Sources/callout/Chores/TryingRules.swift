import DayPlan
import Domain
import Settings
import Storage
import Verbs

/// Plans the waiting work of days as they were known, by the rules of a file and by those in force; nothing is written.
///
/// The roads are those in force for both, so that only weights and limits make a difference.
struct TryingRules {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  /// The exit status: 1 when something in the file cannot be used, which is said.
  func run(_ trial: RulesTrial) throws(ShellError) -> Int32 {
    guard let other = DayRules(file: trial.file) else {
      throw .failed(Failure(.cannotRead, subject: trial.file, detail: "the file cannot be read"))
    }
    for problem in other.problems { output.warn(problem.description) }
    if !other.problems.isEmpty { return 1 }
    for instant in trial.instants.isEmpty ? [session.now] : trial.instants {
      try show(trial.file, other.rules, at: instant)
    }
    return 0
  }

  private func show(_ file: String, _ other: PlanRules, at instant: Timestamp) throws(ShellError) {
    let known: PastState
    do { known = try session.file.past(.at(instant)) } catch { throw .failed(error.failure) }
    let office = session.dayRules.prepared(known.office)
    let at = instant.startOfMinute
    let role = office.person(session.person)?.role
    func plan(_ name: String, _ rules: PlanRules) -> TriedDay.Plan? {
      office.answer(.waiting([]), at: at, for: role, rules: rules)
        .map { TriedDay.Plan(name, version: rules.version, $0) }
    }
    guard let inForce = plan("in force", session.dayRules.rules), let tried = plan(file, other) else {
      return
    }
    let day = TriedDay(inForce: inForce, tried: tried)
    if options.isJSON { return output.emit(Objects.tried(day, in: office, at: at).text) }
    output.say("As known at \(Wording(office: session.office, now: session.now).time(at))")
    for line in Wording(office: office, now: at).tried(day) { output.say(line) }
  }
}
