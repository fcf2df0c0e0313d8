import Domain
import NIOCore
import Storage
import Sync
import Synchronization

extension ServerDesk {
  /// Whose token it is; nil for nobody's, and for somebody who has left.
  func registrar(token: String) async throws -> Registrar? {
    try await read { [self] in try present(file.registrar(token: token)) }
  }

  /// Whether a console that is being answered may still hear: it was not revoked, and its person has not left.
  func isStillIn(_ caller: Registrar) async throws -> Bool {
    try await read { [self] in try present(file.registrar(console: caller.console)) != nil }
  }

  /// A console that its own person's account asks for; nil for any other.
  func registrar(console: ConsoleID, account: String) async throws -> Registrar? {
    try await read { [self] in
      guard let registrar = try present(file.registrar(console: console)) else { return nil }
      return file.state.office.person(registrar.person)?.handle == account ? registrar : nil
    }
  }

  /// The name of the account at the other end of a local socket.
  func account(of channel: any Channel) async -> String? {
    await PeerAccount.number(of: channel).flatMap(host.account)
  }

  /// Takes a new console in, by a code or, without one, by the account of a person.
  func join(_ request: JoinRequest, account: String?) async throws -> JoinAnswer? {
    let answer = try await write { [self] () throws -> JoinAnswer? in
      guard try file.isOfficeStarted() else { return nil }
      let console = host.secrets.console()
      if !request.code.isEmpty {
        return try file.admit(
          code: request.code, as: console, token: host.secrets.token(), was: request.was)
      }
      _ = try file.refresh()
      guard let person = person(of: account) else { return nil }
      try refuseCrowded(person)
      if request.technician ?? false, file.state.office.person(person)?.technician == nil { return nil }
      let token = host.secrets.token()
      guard let answer = try file.admit(person, as: console, token: token, was: request.was) else {
        throw crowded(person)
      }
      return answer
    }
    if let answer {
      told(.joined(answer.console))
      announce()
    }
    return answer
  }

  /// The file of a console that has found a copy of itself is another console from now on.
  func admitAnew(_ known: Registrar) async throws -> JoinAnswer {
    try refuseCrowded(known.person)
    let answer = try await write { [self] in
      try file.admitAnew(known, as: host.secrets.console(), token: host.secrets.token())
    }
    guard let answer else { throw crowded(known.person) }
    told(.joined(answer.console))
    announce()
    return answer
  }

  /// So long nobody is looked up again who was let in too often: who asks all day costs the office nothing.
  private static let crowdedFor = Duration.seconds(60)

  private func refuseCrowded(_ person: Person.ID) throws {
    let since = crowdedSince.withLock { $0[person] }
    if let since, ContinuousClock.now - since < Self.crowdedFor { throw TooManyConsoles() }
  }

  private func crowded(_ person: Person.ID) -> TooManyConsoles {
    crowdedSince.withLock { $0[person] = .now }
    return TooManyConsoles()
  }

  /// So much that was refused to one console may be open: beyond that nobody can settle it any more.
  private static let mostOpen = 200

  /// Whether anything more is taken of a console; it keeps what it has until somebody has settled some of it.
  ///
  /// What a technician told waits by itself for its visit: nobody has to settle that, and it has an end of its own.
  func mayPush(_ caller: Registrar) -> Bool {
    let office = file.state.office
    let maySettle = office.openConflicts.lazy.filter { conflict in
      conflict.console == caller.console
        && !(office.hasScope(caller.person) && conflict.isAwaiting(in: office))
    }
    return maySettle.count < Self.mostOpen
  }

  /// The person of an account is the one with its name.
  private func person(of account: String?) -> Person.ID? {
    guard let account else { return nil }
    let person = file.state.office.people.unordered.first { $0.handle == account }
    return person.flatMap { $0.isActive ? $0.id : nil }
  }

  /// Nil for the console of somebody who has left.
  private func present(_ registrar: Registrar?) throws -> Registrar? {
    guard let registrar else { return nil }
    _ = try file.refresh()
    do throws(Refusal) {
      try file.state.office.acting(registrar.person)
      return registrar
    } catch {
      return nil
    }
  }
}

/// More consoles of one person want to be let in without a code than a day has room for.
struct TooManyConsoles: Error {}
