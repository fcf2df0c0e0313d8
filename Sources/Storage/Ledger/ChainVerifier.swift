import Domain
import GRDB
import Sync

/// Follows the chain of hashes entry by entry.
struct ChainVerifier {
  private let path: String
  private let identity: FileIdentity
  private let epochs: [Epoch]
  private(set) var seq = 0
  private(set) var hash = Digest.zero

  init(path: String, identity: FileIdentity, epochs: [Epoch]) {
    self.path = path
    self.identity = identity
    self.epochs = epochs
  }

  /// Goes on from an entry that is taken for good.
  mutating func start(after seq: Int, hash: Digest) {
    self.seq = seq
    self.hash = hash
  }

  /// What is wrong with the next entry; nil when it continues the chain. The chain goes on with what it says.
  mutating func problem(with row: LedgerRow) -> String? {
    defer {
      seq = row.head.seq
      hash = row.hash
    }
    if row.head.seq != seq + 1 {
      return row.head.seq == seq + 2
        ? "the one before it is missing" : "\(row.head.seq - seq - 1) before it are missing"
    }
    let epoch = epochs.epoch(of: row.head.seq) ?? identity.epoch
    let computed = row.head.hash(after: hash, log: identity.log, epoch: epoch, body: row.body)
    return computed == row.hash ? nil : "its content does not fit its hash"
  }

  /// Whether the ledger ends where its consoles say they last wrote.
  static func headProblem(_ seq: Int, _ hash: Digest, _ db: Database) throws -> String? {
    guard let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM consoles ORDER BY seq DESC LIMIT 1")
    else { return seq == 0 ? nil : "no console claims it" }
    let last = row.integer(0)
    if last != seq {
      return last > seq ? "\(last - seq) after it are missing" : "it is more than was recorded"
    }
    return row.digest(1) == hash ? nil : "it is not the one that was recorded last"
  }
}
