import Domain
import Storage
import Verbs

/// Why a command of the shell did not do what it was asked, with its exit status.
enum ShellError: Error {
  /// With the verb and the orders that it was said about, where they are known.
  case refused(Refusal, verb: String? = nil, orders: [Int] = [])
  case usage(UsageFault)
  /// The office has refused what was done here.
  case rejected(Conflict)
  case failed(Failure)

  init(_ error: SubmitError, of proposal: Proposal? = nil) {
    switch error {
    case .refused(let refusal): self = .refused(refusal, verb: proposal?.verb, orders: proposal?.orders ?? [])
    case .failed(let failure): self = .failed(failure)
    }
  }

  /// 1 refused by a rule or by the office, 2 wrong usage, 3 could not read, write or reach.
  var status: Int32 {
    switch self {
    case .refused, .rejected: 1
    case .usage: 2
    case .failed: 3
    }
  }

  /// What people read.
  func sentence(in office: Office, at now: Timestamp) -> String {
    switch self {
    case .refused(let refusal, let verb, let orders):
      Wording(office: office, now: now).refusal(refusal, verb: verb, orders: orders).text
    case .usage(let fault): Wording.usage(fault)
    case .rejected(let conflict): Wording(office: office, now: now).rejected(conflict)
    case .failed(let failure): Wording.failure(failure).text
    }
  }

  /// What scripts read.
  func json(in office: Office, at now: Timestamp) -> JSONValue {
    switch self {
    case .refused(let refusal, _, _): Objects.refusal(refusal, message: sentence(in: office, at: now))
    case .usage(let fault): Objects.usage(fault)
    case .rejected(let conflict): Objects.rejected(conflict, message: sentence(in: office, at: now))
    case .failed(let failure): Objects.failure(failure)
    }
  }
}
