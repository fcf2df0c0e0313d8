import Crypto
public import Domain

/// The digest of what a signature stands for besides the entries: a name, and parts in a fixed order, ids 16 bytes,
/// hashes 32, numbers 8, big end first; lists and bytes stand behind how many there are.
struct Seal {
  private var bytes: [UInt8]

  init(_ name: String) { bytes = Array("callout \(name)\n".utf8) }

  var digest: Domain.Digest { Domain.Digest(SHA256.hash(data: bytes)) }

  mutating func add(_ number: Int) { bytes.append(bigEnd: UInt64(bitPattern: Int64(number))) }

  mutating func add<Subject>(_ id: Identifier<Subject>) { bytes += id.bytes }

  mutating func add(_ digest: Domain.Digest) { bytes += digest.rawBytes }

  mutating func add(_ cursor: LogCursor) {
    add(cursor.seq)
    add(cursor.hash)
  }

  mutating func add(_ raw: Bytes) {
    add(raw.count)
    bytes += raw.rawBytes
  }

  mutating func add<Element>(_ list: [Element], _ part: (inout Seal, Element) -> Void) {
    add(list.count)
    for element in list { part(&self, element) }
  }

  mutating func add(_ epochs: [Epoch]) {
    add(epochs) { seal, epoch in
      seal.add(epoch.first)
      seal.add(epoch.id)
    }
  }
}

extension Page {
  /// What of it no entry's hash covers.
  public var seal: Domain.Digest {
    var seal = Seal("page 1")
    seal.add(isLast ? 1 : 0)
    seal.add(epochs)
    seal.add(recalled ?? []) { seal, one in
      seal.add(one.seq)
      seal.add(one.order)
    }
    if let clock {
      for number in [clock.base.seconds, clock.startedAt, Int64(clock.speed), clock.until.seconds] {
        seal.add(Int(number))
      }
    }
    return seal.digest
  }
}

extension PullAnswer {
  /// What is told with the word that a snapshot is the shorter way.
  public static func seal(far epochs: [Epoch]) -> Domain.Digest {
    var seal = Seal("far 1")
    seal.add(epochs)
    return seal.digest
  }
}

extension SnapshotHead {
  /// All of it, the rows by their digest.
  public var seal: Domain.Digest {
    var seal = Seal("snapshot 1")
    seal.add(epochs)
    seal.add(end)
    for number in [Int(recordedAt.seconds), Int(since.seconds), lastNumber, answered ?? -1, parts, bytes] {
      seal.add(number)
    }
    seal.add(isScoped ?? false ? 1 : 0)
    seal.add(consoles) { seal, mark in
      seal.add(mark.id)
      seal.add(mark.count)
      seal.add(mark.last)
    }
    seal.add(answers) { $0.add($1) }
    seal.add(digest)
    return seal.digest
  }
}
