import Domain
import GRDB
import Sync

extension Sandbox {
  /// What a console keeps of the sandbox that it has joined: its time. Nothing is played into it here.
  init?(_ told: ToldClock) {
    guard let clock = told.clock(beside: .zero) else { return nil }
    self.init(source: "the office that was joined", hash: .zero, begins: told.base, clock: clock)
  }
}

extension OfficeFile {
  /// Takes the time that an office tells of its sandbox, where this file has joined one: the clock from now on. What a
  /// real office tells counts for nothing.
  func hear(_ told: ToldClock?, _ signed: SignedHead?, _ db: Database) throws -> SandboxClock? {
    guard var sandbox = try Sandbox.read(db) else { return nil }
    let skew = signed.map { $0.at - options.clock() } ?? .zero
    guard let clock = told?.clock(beside: skew), clock != sandbox.clock else { return sandbox.clock }
    sandbox.clock = clock
    try sandbox.write(to: db)
    return clock
  }
}
