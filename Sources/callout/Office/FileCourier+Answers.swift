import Domain
import Storage
import Sync

extension FileCourier {
  mutating func take(_ status: UInt, _ bytes: [UInt8], of errand: Errand, at now: Int64) throws {
    switch errand {
    case .lacking(let asked): try takeLacking(status, bytes, among: asked)
    case .send(let sha256, let start): try takeSent(sha256, from: start, status, bytes)
    case .fetch(let sha256, let start, let total): try keep(bytes, of: sha256, at: start, total, status, now)
    }
  }

  /// Of those that were asked about the ones that the office lacks, with how much of each it has.
  private mutating func takeLacking(_ status: UInt, _ answer: [UInt8], among asked: [Digest]) throws {
    guard status == 200, answer.count % 40 == 0 else {
      throw OfficeClient.Trouble.unreachable("status \(status)")
    }
    let meant = Set(asked)
    for index in stride(from: 0, to: answer.count, by: 40) {
      let sha256 = Digest(rawBytes: Array(answer[index..<(index + 32)]))
      guard let sha256, meant.contains(sha256) else { continue }
      let here = answer[(index + 32)..<(index + 40)].reduce(0) { $0 << 8 | UInt64($1) }
      outgoing[sha256] = Int(min(here, UInt64(OfficeFile.largestTravelling)))
    }
    unasked.removeFirst(asked.count)
    // What no entry here has attached yet is asked about again.
    for sha256 in asked where outgoing[sha256] == nil {
      if try file.attachedBytes(sha256) != nil { settled.insert(sha256) }
    }
  }

  private mutating func takeSent(
    _ sha256: Digest, from start: Int, _ status: UInt, _ answer: [UInt8]
  ) throws {
    let here = Int(String(decoding: answer.prefix(20), as: UTF8.self)) ?? 0
    noteCarried(here - start, of: sha256)
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

  mutating func settle(_ sha256: Digest) {
    outgoing[sha256] = nil
    settled.insert(sha256)
  }

  private mutating func keep(
    _ piece: [UInt8], of sha256: Digest, at start: Int, _ total: Int, _ status: UInt, _ now: Int64
  ) throws {
    noteCarried(piece.count, of: sha256)
    switch status {
    case 200 where !piece.isEmpty || start == total:
      switch try file.keep(piece, of: sha256, at: start, total: total) {
      case .kept, .elsewhere: return
      case .otherBytes:
        noteCarried(total, of: sha256)
        wait(for: sha256, now)
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

  mutating func wait(for sha256: Digest, _ now: Int64) {
    incoming.removeAll { $0.sha256 == sha256 }
    guard incoming.isEmpty, outgoing.isEmpty else { return }
    lookedAt = nil
    nextTry = now + Self.awaitedEvery
  }
}
