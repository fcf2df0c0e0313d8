/// The faults of one run; each seed leaves some out.
struct Menu: Sendable {
  /// Percent of messages, either way.
  var lost = 0
  var doubled = 0
  /// An answer of which the end is missing.
  var torn = 0
  /// Percent of messages that take up to a minute, and are overtaken.
  var slow = 0
  /// Percent of the times that a console is cut off for a while.
  var partitions = 0
  /// Percent of writes before or after which the process dies.
  var crashes = 0
  /// Whether the office's file is restored from a copy once.
  var restores = false
  /// Whether a console's folder is copied once.
  var clones = false
  /// Percent of questions of a console that is behind to which the answer is a snapshot.
  var snapshots = 0

  init(seed: inout some RandomNumberGenerator) {
    func share(_ most: Int) -> Int { Bool.random(using: &seed) ? Int.random(in: 1...most, using: &seed) : 0 }
    lost = share(30)
    doubled = share(30)
    torn = share(20)
    slow = share(40)
    partitions = share(20)
    crashes = share(15)
    restores = Int.random(in: 0..<5, using: &seed) == 0
    clones = Int.random(in: 0..<3, using: &seed) == 0
  }

  init() {}
}

/// A mistake built into one step of the protocol, which the simulator must find.
public enum PlantedBug: String, Sendable, CaseIterable {
  /// What is pushed begins after the first that waits.
  case suffixPastPrefix
  /// The office answers before what it took is durable, and dies.
  case acknowledgedBeforeDurable
  /// A push that came twice is entered twice.
  case noIdempotence
  /// After a failure the same wish is sent under a new id.
  case newIdOnRetry
  /// What the office refuses leaves no conflict.
  case loserVisibleNowhere
  /// Everything that waits is thrown away with a page.
  case outboxDroppedWithPage
  /// A command that the office cannot read stops all behind it.
  case poisonBlocks
  /// A console shows the number that it expects to be next instead of one that is its own.
  case numberGuessed
  /// A copied console goes on as the one that it was.
  case copyUnheeded
  /// What two copies of a console had waiting is entered for each of them.
  case copyAnsweredTwice
  /// A console that goes back with a restored office gives nothing back.
  case lostNotGivenBack
  /// A page is counted as taken in although a part of it was not.
  case cursorAdopted
  /// Everything that waits is thrown away with a snapshot.
  case outboxDroppedWithSnapshot
  /// A snapshot of which nothing came counts as taken in.
  case emptySnapshotBelieved
  /// What waits is not found any more by the next process, as after an upgrade.
  case outboxOrphaned
  /// What was given long before it comes is not taken.
  case driftRefused
  /// What was written late is left out of the page that begins with it.
  case lateCommitterUnread
}
