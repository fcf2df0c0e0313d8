/// The ids a new file gets; whoever makes it draws them.
public struct FileIdentity: Hashable, Sendable {
  /// The office's log: one for all files of one office.
  public let log: LogID
  /// New at creation and at every restore.
  public let epoch: EpochID
  public let console: ConsoleID

  public init(log: LogID, epoch: EpochID, console: ConsoleID) {
    self.log = log
    self.epoch = epoch
    self.console = console
  }
}

/// An office's log: one for all files of one office.
public typealias LogID = Identifier<FileIdentity>

/// A stretch of a log: new with the office and with every restore.
public typealias EpochID = Identifier<FileIdentity>
