import Dispatch
import Domain
import Storage
import Sync
import Verbs

/// Asks the office of a joined console about its consoles.
struct AskingConsoles {
  let file: OfficeFile
  /// The verb that is said where the office refuses it.
  let verb: String

  /// How long somebody waits for the list.
  private static let patience = DispatchTimeInterval.seconds(3)

  /// What changes something is asked once all that waits has been sent, since the office may know of it only by that;
  /// what comes of it is taken in.
  func ask(_ request: ConsolesRequest) throws(ShellError) -> ConsolesAnswer {
    var line = try OfficeLine.open(file)
    if request == .list { line.hurry(until: .now() + Self.patience) } else { _ = line.run() }
    let answer: ConsolesAnswer
    do { answer = try line.client.post(.consoles, request, wanting: ConsolesAnswer.self) } catch {
      throw .failed(error.failure(at: line.client.address))
    }
    if case .refused(let refusal) = answer { throw .refused(refusal, verb: verb) }
    if request != .list || namesNewcomer(answer) { _ = line.run(isUrged: true) }
    return answer
  }

  /// Whether consoles of somebody are among those listed who is not known here yet.
  private func namesNewcomer(_ answer: ConsolesAnswer) -> Bool {
    guard case .consoles(let all) = answer else { return false }
    let office = file.state.office
    return all.contains { office.person($0.person) == nil }
  }

  /// Those that have joined, once that is done.
  func consoles(after request: ConsolesRequest = .list) throws(ShellError) -> [JoinedConsole] {
    if case .consoles(let all) = try ask(request) { return all }
    throw otherAnswer
  }

  func code(for enrolment: Enrolment) throws(ShellError) -> (code: String, until: Timestamp) {
    let answer = try ask(enrolment.newcomer.map { .enrolNewcomer($0) } ?? .enrol(enrolment.person))
    if case .code(let code, let until) = answer { return (code, until) }
    throw otherAnswer
  }

  private var otherAnswer: ShellError {
    .failed(
      Failure(
        .unreachable, subject: file.membership?.address ?? "", detail: "its answer is to something else"))
  }
}
