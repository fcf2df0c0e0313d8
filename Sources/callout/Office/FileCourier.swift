import Domain
import NIOHTTP1
import Storage
import Sync

/// Carries attached files to the office and from it, a piece at a time, when there is nothing else to say. No thread waits
/// for one, and whoever has something to say lets go of the piece that is on its way.
///
/// There is no list of what is to be carried: what lies here and the office lacks is sent, what the ledger has attached
/// and does not lie here is fetched, the newest first. So nothing has to be remembered, and whoever has a file gives it
/// back to an office that has lost it.
struct FileCourier {
  let file: OfficeFile
  private let client: OfficeClient
  private let heard: @Sendable () -> Void
  var sent = 0
  var fetched = 0
  /// What the office has, as far as it has said, or will not take.
  var settled: Set<Digest> = []
  /// Since when that is believed.
  private var settledAt = Int64.min
  /// Milliseconds after which an office is asked about all again: it may have lost some.
  private static let believedFor: Int64 = 3_600_000
  /// What lies here, as far as the office was not asked about it since the last look.
  var unasked: [Digest] = []
  var outgoing: [Digest: Int] = [:]
  /// What is fetched next stands at the end.
  var incoming: [(sha256: Digest, bytes: Int)] = []
  /// What the ledger has attached up to an entry and did not lie here when it was looked at.
  private var attached: (through: Int, missing: [(sha256: Digest, bytes: Int)]) = (0, [])
  /// The ledger's end and the number of files at the last look.
  var lookedAt: (seq: Int, files: Int)?
  private var retry = Retry()
  var nextTry = Int64.min
  /// Milliseconds until what the office had not got yet is asked for again.
  static let awaitedEvery: Int64 = 60_000
  /// So many hashes are asked about at once.
  private static let mostAsked = 1_000
  private var piece = PieceSize()
  /// Seconds that a piece may take.
  private static let patience: Int64 = 40
  /// Bytes that went or came of a file, and how many it has: after several times as many it is left for later.
  private var carried: [Digest: Int] = [:]
  private var sizes: [Digest: Int] = [:]
  private var asking: (errand: Errand, question: OfficeQuestion)?

  /// What the office is asked.
  enum Errand {
    /// Which of these it lacks.
    case lacking([Digest])
    /// To take a file from a byte on, or to give one of so many bytes.
    case send(Digest, from: Int)
    case fetch(Digest, from: Int, total: Int)
  }

  /// `heard` is called from any thread when an answer has come.
  init(_ file: OfficeFile, _ client: OfficeClient, heard: @escaping @Sendable () -> Void) {
    self.file = file
    self.client = client
    self.heard = heard
  }

  /// Something may have come to the office that it had not got.
  mutating func lookAgain() {
    lookedAt = nil
    nextTry = .min
  }

  /// Takes in what has come, and asks for the next piece. False when nothing is on its way then.
  mutating func step(at now: Int64) -> Bool {
    do {
      if let (errand, question) = asking {
        guard let (status, bytes) = try question.answer(at: now) else { return true }
        asking = nil
        try take(status, bytes, of: errand, at: now)
        retry.succeeded()
        piece.came()
      }
      guard now >= nextTry, let errand = try next(at: now) else { return false }
      asking = (errand, try ask(errand, at: now))
      return true
    } catch {
      asking = nil
      // What broke is said by the questions that follow; files are tried again later.
      nextTry = now + retry.failed(chance: .random(in: 0 ... .max))
      return false
    }
  }

  /// Gives up what is on its way; half as much goes next time, after as long as that took.
  mutating func letGo(at now: Int64) {
    guard let question = asking?.question else { return }
    question.cancel()
    asking = nil
    piece.wasLetGo()
    nextTry = max(nextTry, now + now - question.began)
  }
}

extension FileCourier {
  /// Finds out what is to be carried, where something may have changed.
  private mutating func look(at now: Int64) throws -> Bool {
    let here = file.attachmentsHere()
    let state = file.state
    if let lookedAt, lookedAt == (state.seq, here.count) { return false }
    if state.seq < attached.through || now - Self.believedFor > settledAt { (settled, settledAt) = ([], now) }
    unasked = here.filter { !settled.contains($0.key) && $0.value <= OfficeFile.largestTravelling }.keys
      .sorted()
    outgoing = [:]
    sizes = here
    try lookForMissing(here, in: state)
    incoming = attached.missing.reversed()
    lookedAt = (state.seq, here.count)
    return !unasked.isEmpty || !incoming.isEmpty
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

  private mutating func next(at now: Int64) throws -> Errand? {
    if unasked.isEmpty, outgoing.isEmpty, incoming.isEmpty, try !look(at: now) { return nil }
    if !unasked.isEmpty { return .lacking(Array(unasked.prefix(Self.mostAsked))) }
    while let (sha256, here) = outgoing.min(by: { $0.key < $1.key }) {
      if !isTooMuch(sha256, sizes[sha256] ?? 0) { return .send(sha256, from: here) }
      settle(sha256)
    }
    while let (sha256, total) = incoming.last {
      if !isTooMuch(sha256, total) { return .fetch(sha256, from: file.partBytes(sha256), total: total) }
      wait(for: sha256, now)
    }
    return nil
  }

  private func ask(_ errand: Errand, at now: Int64) throws -> OfficeQuestion {
    let (method, path, bytes): (HTTPMethod, String, [UInt8]) =
      switch errand {
      case .lacking(let hashes): (.POST, OfficeRoute.lackingFiles.path, hashes.flatMap(\.rawBytes))
      case .send(let sha256, let start):
        (
          .PUT, OfficeRoute.piece(of: sha256, from: start),
          try file.piece(of: sha256, from: start, atMost: piece.bytes)
        )
      case .fetch(let sha256, let start, _):
        (.GET, OfficeRoute.piece(of: sha256, from: start, atMost: piece.bytes), [])
      }
    return OfficeQuestion(client, method, path, bytes, at: now, seconds: Self.patience, heard: heard)
  }

  /// Whether a file is one of those that never have enough, or never fit their hash: it does not keep a console busy for
  /// ever.
  private func isTooMuch(_ sha256: Digest, _ total: Int) -> Bool {
    carried[sha256, default: 0] > 4 * (total + (64 << 10))
  }

  /// So many bytes of it went or came; a piece of none counts too.
  mutating func noteCarried(_ bytes: Int, of sha256: Digest) {
    carried[sha256, default: 0] += max(bytes, 4 << 10)
  }
}
