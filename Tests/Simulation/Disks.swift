import Domain
import Sync

/// Where a simulated office keeps its log.
protocol OfficeDisk: LogStore {
  var office: Office { get throws }
  var epochs: [Epoch] { get throws }
  var entries: [SealedEntry] { get throws }
  /// A copy of it as it is now, restored under another epoch.
  func restored(epoch: EpochID) throws -> any OfficeDisk
  /// Notes that nothing waits at a console.
  func noteSettled(_ console: ConsoleID) throws
  /// What is on the disk when the process has died.
  func afterCrash() throws -> any OfficeDisk
  /// What its own check finds wrong.
  func problems() throws -> [String]
}

/// Where a simulated console keeps what it has.
protocol ConsoleDisk: ConsoleStore {
  var id: ConsoleID { get throws }
  /// What the office has confirmed; with what waits where the disk does not tell the two apart.
  var confirmed: Office { get throws }
  /// What people at it see.
  var predicted: Office { get throws }
  func takeNumber() throws -> Int?
  /// Decides a submission and keeps it. Throws a refusal.
  func give(_ submission: Submission) throws
  /// A copy of all that is on its disk.
  func copied() throws -> any ConsoleDisk
  /// What is on the disk when the process has died.
  func afterCrash() throws -> any ConsoleDisk
  func problems() throws -> [String]
}

extension MemoryLog: OfficeDisk {
  func restored(epoch: EpochID) -> any OfficeDisk { restored(to: entries.count, epoch: epoch) }
  func afterCrash() -> any OfficeDisk { self }
  func problems() -> [String] { [] }
}

extension MemoryConsole: ConsoleDisk {
  var predicted: Office { prediction.office }
  func give(_ submission: Submission) throws { try submit(submission) }
  func copied() -> any ConsoleDisk { MemoryConsole(copying: self) }
  func afterCrash() -> any ConsoleDisk { self }
  func problems() -> [String] { [] }
}
