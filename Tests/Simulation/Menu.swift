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
  /// Whether whoever is cut off may be so one way alone.
  var oneWay = false
  /// Percent of consoles whose clock goes wrong, by minutes or by days.
  var clocks = 0
  /// Whether somebody's role is taken from him for a while.
  var roles = false
  /// Whether two processes of one console talk to the office.
  var twins = false
  /// Percent of questions of a console that is behind to which the answer is a snapshot.
  var snapshots = 0
  /// Whether the office tells by itself what happens, over a line that stays open until it drops.
  var live = false

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

  /// What is not drawn, so that seeds which were known before play as they did but for this.
  mutating func add(by seed: UInt64) {
    if seed.isMultiple(of: 4) { snapshots = 40 }
    oneWay = seed % 3 == 1
    clocks = seed % 5 == 2 ? 40 : 0
    roles = seed % 7 == 3
    twins = seed % 6 == 5
    live = seed % 4 == 1 || seed % 40 == 0
  }
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
  /// A restored office takes an entry for another one of its number.
  case restoredReusesNumbers
  /// A console asks for what it has over and over.
  case fetchedAgain
  /// Who may not see an entry gets the page without it.
  case filteredAtReading
  /// Whatever a console says of the time counts.
  case toldTimeCounts
  /// A console counts as settled whenever it asks: what waits there was made since.
  case settledByAsking
  /// What somebody may do is what he might when the office was opened.
  case roleRemembered
  /// A console whose live line is open asks nothing until that ends, which nobody may tell.
  case silenceTrusted
  /// A second process of a console writes back what it had read before.
  case writtenOver
}
