import Domain
import NIOHTTP1
import Storage
import Sync

/// Carries attached files to the office and from it, a piece at a time, when there is nothing else to say.
///
/// There is no list of what is to be carried: what lies here and the office lacks is sent, what the ledger has attached
/// and does not lie here is fetched, the newest first. So nothing has to be remembered, and whoever has a file gives it
/// back to an office that has lost it.
struct FileCourier {
  private let file: OfficeFile
  private let client: OfficeClient
  private(set) var sent = 0
  private(set) var fetched = 0
  /// What the office has, as far as it has said, or will not take.
  private var settled: Set<Digest> = []
  private var outgoing: [Digest: Int] = [:]
  /// What is fetched next stands at the end.
  private var incoming: [(sha256: Digest, bytes: Int)] = []
  /// What the ledger has attached up to an entry and did not lie here when it was looked at.
  private var attached: (through: Int, missing: [(sha256: Digest, bytes: Int)]) = (0, [])
  /// The ledger's end and the number of files at the last look.
  private var lookedAt: (seq: Int, files: Int)?
  private var retry = Retry()
  private var nextTry = Int64.min
  /// Milliseconds until what the office had not got yet is asked for again.
  private static let awaitedEvery: Int64 = 60_000
  /// Bytes of a piece: what a line of 64 kbit/s carries in some ten seconds.
  private static let piece = 64 << 10
  /// Pieces of one file that are tried before it is left for later: more than the largest has, by far.
  private static let mostPieces = 4_096
  private var pieces: [Digest: Int] = [:]

  init(_ file: OfficeFile, _ client: OfficeClient) {
    self.file = file
    self.client = client
  }

  /// Something may have come to the office that it had not got.
  mutating func lookAgain() {
    lookedAt = nil
    nextTry = .min
  }

  /// Carries one piece at most. False when there is nothing to do just now.
  mutating func step(at now: Int64) -> Bool {
    guard now >= nextTry else { return false }
    do {
      if outgoing.isEmpty, incoming.isEmpty, try !look() { return false }
      if let (sha256, here) = outgoing.min(by: { $0.key < $1.key }) {
        if isTooMuch(sha256) { settle(sha256) } else { try send(sha256, from: here) }
      } else if let (sha256, total) = incoming.last {
        if isTooMuch(sha256) { wait(for: sha256, now) } else { try fetch(sha256, total, at: now) }
      }
      retry.succeeded()
      return true
    } catch {
      // What broke is said by the questions that follow; files are tried again later.
      nextTry = now + retry.failed(chance: .random(in: 0 ... .max))
      return false
    }
  }
}

extension FileCourier {
  /// Finds out what is to be carried, where something may have changed.
  private mutating func look() throws -> Bool {
    let here = file.attachmentsHere()
    let state = file.state
    if let lookedAt, lookedAt == (state.seq, here.count) { return false }
    let unsettled = here.filter { !settled.contains($0.key) && $0.value <= OfficeFile.largestTravelling }
    outgoing = try lacking(unsettled.keys.sorted())
    try lookForMissing(here, in: state)
    incoming = attached.missing.reversed()
    lookedAt = (state.seq, here.count)
    return !outgoing.isEmpty || !incoming.isEmpty
  }

  /// Reads on in the ledger; all of it again where that has gone back. What hangs on work that came as rows is in no
  /// entry here: that is asked of the running day.
  private mutating func lookForMissing(_ here: [Digest: Int], in state: OfficeState) throws {
    let seq = state.seq
    if seq < attached.through { attached = (0, []) }
    let newer = seq == attached.through ? [] : try file.attachedFiles(after: attached.through)
    let running = state.office.orders.unordered.flatMap { order in
      order.attachments.map { (sha256: $0.sha256, bytes: $0.bytes) }
    }
    var seen: Set<Digest> = []
    let missing = (newer + running + attached.missing).filter { file in
      here[file.sha256] == nil && file.bytes <= OfficeFile.largestTravelling
        && seen.insert(file.sha256).inserted
    }
    attached = (seq, missing)
  }

  /// Of these the ones that the office lacks, with how much of each it has.
  private mutating func lacking(_ hashes: [Digest]) throws -> [Digest: Int] {
    var lacking: [Digest: Int] = [:]
    for start in stride(from: 0, to: hashes.count, by: 1_000) {
      let asked = hashes[start..<min(start + 1_000, hashes.count)]
      let (status, answer) = try client.exchange(
        .POST, OfficeRoute.lackingFiles.path, asked.flatMap(\.rawBytes), seconds: 20)
      guard status == 200, answer.count % 40 == 0 else {
        throw OfficeClient.Trouble.unreachable("status \(status)")
      }
      for index in stride(from: 0, to: answer.count, by: 40) {
        guard let sha256 = Digest(rawBytes: Array(answer[index..<(index + 32)])), asked.contains(sha256)
        else {
          continue
        }
        let here = answer[(index + 32)..<(index + 40)].reduce(0) { $0 << 8 | UInt64($1) }
        lacking[sha256] = Int(min(here, UInt64(OfficeFile.largestTravelling)))
      }
    }
    return lacking
  }

  private mutating func send(_ sha256: Digest, from start: Int) throws {
    let piece = try file.piece(of: sha256, from: start, atMost: Self.piece)
    let (status, answer) = try client.exchange(
      .PUT, OfficeRoute.piece(of: sha256, from: start), piece, seconds: 40)
    let here = Int(String(decoding: answer.prefix(20), as: UTF8.self)) ?? 0
    switch status {
    case 202 where here > start, 409 where here != start: outgoing[sha256] = here
    case 201:
      sent += 1
      settle(sha256)
    // It is nothing that the office knows, too large, or not what it was here: sending it again would not help.
    case 404, 409, 413, 422: settle(sha256)
    default: throw OfficeClient.Trouble.unreachable("status \(status)")
    }
  }

  /// Counts a piece: an office that never has enough does not keep a console busy for ever.
  private mutating func isTooMuch(_ sha256: Digest) -> Bool {
    pieces[sha256, default: 0] += 1
    return pieces[sha256, default: 0] > Self.mostPieces
  }

  private mutating func settle(_ sha256: Digest) {
    outgoing[sha256] = nil
    settled.insert(sha256)
  }

  private mutating func fetch(_ sha256: Digest, _ total: Int, at now: Int64) throws {
    let start = file.partBytes(sha256)
    let (status, piece) = try client.exchange(
      .GET, OfficeRoute.piece(of: sha256, from: start), [], seconds: 40)
    switch status {
    case 200 where !piece.isEmpty || start == total:
      switch try file.keep(piece, of: sha256, at: start, total: total) {
      case .kept, .elsewhere: return
      case .otherBytes: wait(for: sha256, now)
      case .whole:
        fetched += 1
        incoming.removeAll { $0.sha256 == sha256 }
        settled.insert(sha256)
      }
    // Whoever attached it has not sent it yet.
    case 200, 404: wait(for: sha256, now)
    default: throw OfficeClient.Trouble.unreachable("status \(status)")
    }
  }

  private mutating func wait(for sha256: Digest, _ now: Int64) {
    incoming.removeAll { $0.sha256 == sha256 }
    guard incoming.isEmpty, outgoing.isEmpty else { return }
    lookedAt = nil
    nextTry = now + Self.awaitedEvery
  }
}
