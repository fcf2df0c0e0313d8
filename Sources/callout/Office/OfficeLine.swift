import Dispatch
import Domain
import Storage
import Sync
import Verbs

/// Carries out what a console's link wants: sends, fetches, takes in.
struct OfficeLine {
  let file: OfficeFile
  private(set) var client: OfficeClient
  /// Which console its token is of.
  private(set) var console: ConsoleID
  private(set) var link: ConsoleLink
  private(set) var pushed = 0
  private(set) var pulled = 0
  /// What went wrong last.
  private(set) var trouble: Failure?
  /// Whether the office has answered since it was opened.
  private(set) var hasHeard = false
  /// Whether it has so little time that it does only what takes none.
  private(set) var isHurried = false
  /// How many answers in a row would have ended the link for good.
  private var doubts = 0
  /// One such answer may have been mangled on its way, or its question: this one is believed.
  private static let believed = 3

  /// The line of a file that has joined an office.
  static func open(_ file: OfficeFile) throws(ShellError) -> OfficeLine {
    guard let membership = file.membership else {
      throw .failed(Failure(.notJoined, subject: file.path, detail: ""))
    }
    do {
      let console = try file.console()
      try NextToken.settle(console, beside: file.path)
      return OfficeLine(
        file: file, client: try .of(file, at: OfficeAddress(membership.address)), console: console,
        link: ConsoleLink(try file.standing()))
    } catch let error as UsageFault {
      throw .usage(error)
    } catch let error as Failure {
      throw .failed(error)
    } catch let error as StorageError {
      throw .failed(error.failure)
    } catch {
      throw .failed(Failure(.cannotRead, subject: file.path, detail: "\(error)"))
    }
  }

  /// Goes on until there is nothing to do but wait; until when, in milliseconds.
  mutating func run(wasPoked: Bool = false, isUrged: Bool = false) -> Int64 {
    var effects =
      wasPoked && !isUrged
      ? poked() : link.step(isUrged ? .urged : .woken, now: milliseconds, chance: .random(in: 0 ... .max))
    while true {
      var input: ConsoleLink.Input?
      var until = Int64.max
      for effect in effects {
        switch effect {
        case .wait(let instant): until = instant
        case .pull(let number): input = pull(number)
        case .push(let number, let first): input = push(number, from: first)
        case .enrol(let number): input = isHurried ? .failed(number) : enrol(number)
        case .goBack(let number): input = isHurried ? .failed(number) : goBack(number)
        case .takeSnapshot(let number): input = isHurried ? .failed(number) : takeSnapshot(number)
        }
      }
      guard let input else {
        noteStanding()
        return until
      }
      effects = link.step(doubted(input), now: milliseconds, chance: .random(in: 0 ... .max))
    }
  }

  /// Keeps for `health` whether the office knows this console. A disk that takes nothing is said by what follows.
  private func noteStanding() {
    let isLive = link.state == .live
    guard isLive || trouble?.code == .turnedAway else { return }
    do { try file.noteTurnedAway(!isLive) } catch { return }
  }

  /// An answer that ends the link for good counts as none until it has come several times. After a restore, and where
  /// a copy was made, nothing ends: the console asks again on its way back, and a new id costs nothing.
  private mutating func doubted(_ input: ConsoleLink.Input) -> ConsoleLink.Input {
    switch input {
    case .parted(let number), .turnedAway(let number), .pushed(let number, .otherLog):
      doubts += 1
      return doubts < Self.believed ? .failed(number) : input
    case .confirmed, .pushed, .enrolled, .wentBack:
      doubts = 0
      hasHeard = true
    case .failed, .woken, .urged, .restored, .far: break
    }
    return input
  }

  /// What something that was submitted meanwhile leads to.
  private mutating func poked() -> [ConsoleLink.Effect] {
    do {
      return link.changed(try file.standing(), now: milliseconds, chance: .random(in: 0 ... .max))
    } catch {
      return link.step(.woken, now: milliseconds, chance: .random(in: 0 ... .max))
    }
  }

  private mutating func pull(_ number: Int) -> ConsoleLink.Input {
    do {
      let standing = try file.standing()
      let question = asked(standing.pullOrSnapshot, waiting: standing.waiting)
      switch try client.post(.pull, question, wanting: PullAnswer.self) {
      case .page(let page):
        return try take(page, number, asked: standing)
      case .parted: return .restored(number)
      case .far: return .far(number)
      case .otherLog: return apart(.pushed(number, .otherLog), .otherOffice)
      }
    } catch {
      return failed(number, error)
    }
  }

  /// A question by this machine's clock, with which Callout asks and how much waits here.
  func asked(_ pull: Pull, waiting: Int) -> Pull {
    pull.asked(at: file.realNow, by: Version.text, waiting: waiting)
  }

  /// Takes a page in; where another process of this console was first, what it took counts.
  private mutating func take(
    _ page: Page, _ number: Int, asked before: Standing
  ) throws -> ConsoleLink.Input {
    do {
      let after = try file.confirm(page)
      pulled += page.entries.count
      return .confirmed(number, after, isLast: page.isLast)
    } catch let error as StorageError where error.asksAnotherLook {
      let now = try file.standing()
      guard now.cursor != before.cursor else { throw error }
      return .confirmed(number, now, isLast: false)
    }
  }

  /// Takes in what came by the live line. False where it does not go on from here, which asking will explain.
  mutating func hear(_ answer: PullAnswer) -> Bool {
    do {
      guard let new = try file.hear(answer) else { return false }
      pulled += new
      return true
    } catch let error as StorageError {
      trouble = error.failure
    } catch {
      trouble = Failure(.unreachable, subject: client.address.text, detail: String(describing: error))
    }
    return false
  }

  private mutating func push(_ number: Int, from first: Int) -> ConsoleLink.Input {
    do {
      let commands = try file.waiting(from: first, atMost: .push)
      let answer = try client.post(
        .push, try file.standing().push(commands), wanting: PushAnswer.self)
      switch answer {
      case .taken(let through): pushed += commands.count { $0.count <= through }
      case .otherLog: return apart(.pushed(number, answer), .otherOffice)
      case .forked, .expect, .otherEpoch: break
      }
      return .pushed(number, answer)
    } catch {
      return failed(number, error)
    }
  }

  /// An answer after which the two ledgers are not one any more.
  private mutating func apart(_ input: ConsoleLink.Input, _ why: ConsoleLink.Stop) -> ConsoleLink.Input {
    trouble = Failure(.parted, subject: file.path, detail: why.rawValue)
    return input
  }

  /// Who hears when the office takes long to answer.
  mutating func onLate(_ late: @escaping @Sendable (OfficeClient.Lateness) -> Void) { client.late = late }

  /// Asks nothing any more from then on, and leaves what takes longer to who has time.
  mutating func hurry(until deadline: DispatchTime) {
    client.deadline = deadline
    isHurried = true
  }

  /// Goes on with the token that lies beside the file now.
  mutating func reopen() throws {
    let (anew, before) = (try OfficeLine.open(file), client)
    client = anew.client
    client.late = before.late
    client.deadline = before.deadline
    console = anew.console
  }

  mutating func failed(_ number: Int, _ error: any Error) -> ConsoleLink.Input {
    switch error {
    case let error as OfficeClient.Trouble:
      trouble = error.failure(at: client.address)
      if case .turnedAway = error { return letInElsewhere(number) ?? .turnedAway(number) }
      return .failed(number)
    case StorageError.foreignPage(let path, let detail):
      trouble = Failure(.parted, subject: path, detail: detail)
      return .parted(number)
    case let error as StorageError:
      trouble = error.failure
      return .failed(number)
    default:
      trouble = Failure(.unreachable, subject: client.address.text, detail: String(describing: error))
      return .failed(number)
    }
  }
}

extension StorageError {
  /// Whether the file is looked at again before it is trouble: a page may not go on from here since another one was taken
  /// in meanwhile, or another process writes just now.
  fileprivate var asksAnotherLook: Bool {
    if case .foreignPage = self { return true }
    return failure.code == .busy
  }
}
