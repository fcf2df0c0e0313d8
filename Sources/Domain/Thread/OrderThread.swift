/// What the desk and whoever is sent there say to each other about an order; nobody outside reads it.
public struct OrderThread: Codable, Hashable, Sendable {
  /// Oldest first.
  public private(set) var words: [ThreadWords] = []
  /// How many of the technicians' words the desk has read: what one of those in the office has read is seen to.
  public private(set) var readByDesk = 0
  /// How many of the desk's words the technicians had read when one counted for all of them.
  public private(set) var readByTechnician = 0
  /// How many of them each technician has read himself since then.
  public internal(set) var readers: [ThreadReader] = []
  /// How many of the technicians' words lay before whoever ended the work.
  public private(set) var heard = 0

  public init() {}

  /// What one side has said.
  public func said(by side: ThreadSide) -> Int { words.count { $0.side == side } }

  /// How many of the other side's words a side has read: of technicians whoever has read the most.
  public func read(by side: ThreadSide) -> Int {
    switch side {
    case .desk: readByDesk
    case .technician: readers.map(\.count).reduce(readByTechnician, max)
    }
  }

  /// How many of the other side's words somebody has before him as read.
  public func read(by side: ThreadSide, _ person: Person.ID?) -> Int {
    switch side {
    case .desk: readByDesk
    case .technician: max(readByTechnician, readers.first { $0.person == person }?.count ?? 0)
    }
  }

  /// What the other side has said and nobody of a side has read, oldest first.
  public func unread(by side: ThreadSide) -> [ThreadWords] { words(to: side, after: read(by: side)) }

  /// What the other side has said and somebody has not read, oldest first.
  public func unread(by side: ThreadSide, _ person: Person.ID?) -> [ThreadWords] {
    words(to: side, after: read(by: side, person))
  }

  /// What technicians have said and nobody at the desk has read, nor had before him when he ended the work.
  func unheard(isEnded: Bool) -> [ThreadWords] {
    words(to: .desk, after: isEnded ? max(readByDesk, heard) : readByDesk)
  }

  /// What an ending notes whose command knew of so many of the technicians' words: what comes in later is news.
  func heard(_ count: Int?) -> [WorkOrderEvent] {
    let through = min(count ?? 0, said(by: .technician))
    return through > max(readByDesk, heard) ? [.thread(.heard(through: through))] : []
  }

  private func words(to side: ThreadSide, after count: Int) -> [ThreadWords] {
    Array(words.filter { $0.side == side.other }.dropFirst(count))
  }

  mutating func apply(_ event: ThreadEvent, _ stamp: Stamp) {
    switch event {
    case .said(let side, let text): words.append(ThreadWords(side, text, by: stamp.by, at: stamp.at))
    case .read(.desk, let count): readByDesk = max(readByDesk, count)
    case .read(.technician, let count): readByTechnician = max(readByTechnician, count)
    case .heard(let count): heard = max(heard, count)
    case .readAlone(let count):
      if let index = readers.firstIndex(where: { $0.person == stamp.by }) {
        readers[index].count = max(readers[index].count, count)
      } else {
        readers.append(ThreadReader(person: stamp.by, count: count))
      }
    }
  }
}

extension OrderThread: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    words = try fields.words
    readByDesk = try fields.readByDesk
    readByTechnician = try fields.readByTechnician
    let readers: [ThreadReader]? = try fields.readers
    self.readers = readers ?? []
    let heard: Int? = try fields.heard
    self.heard = heard ?? 0
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("words", words)
    fields.put("readByDesk", readByDesk)
    fields.put("readByTechnician", readByTechnician)
    fields.put("readers", readers.isEmpty ? nil : readers)
    fields.put("heard", heard == 0 ? nil : heard)
  }

  /// An order of which nobody has said anything has no field for it, as every order of before there were threads.
  public var isAbsent: Bool { self == OrderThread() }

  public static func absent(_ name: StaticString) throws(CompactCodingError) -> OrderThread { OrderThread() }
}

/// How far a technician has read an order's thread.
public struct ThreadReader: Codable, Hashable, Sendable {
  public let person: Person.ID
  /// How many of the desk's words, from the first on.
  public internal(set) var count: Int
}

extension ThreadReader: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    person = try fields.person
    count = try fields.count
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("person", person)
    fields.put("count", count)
  }
}

/// Who speaks: those in the office, or the technician.
public enum ThreadSide: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case desk, technician

  public var other: ThreadSide { self == .desk ? .technician : .desk }
}

/// What somebody said in an order's thread.
public struct ThreadWords: Codable, Hashable, Sendable {
  public let side: ThreadSide
  public let words: String
  public let by: Person.ID
  public let at: Timestamp

  public init(_ side: ThreadSide, _ words: String, by: Person.ID, at: Timestamp) {
    self.side = side
    self.words = words
    self.by = by
    self.at = at
  }
}

extension ThreadWords: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    side = try fields.side
    words = try fields.words
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("side", side)
    fields.put("words", words)
    fields.put("by", by)
    fields.put("at", at)
  }
}

/// What happens in an order's thread.
public enum ThreadEvent: Codable, Hashable, Sendable {
  case said(ThreadSide, String)
  /// So many of the other side's words, from the first on; of a technician it is for all of them.
  case read(ThreadSide, through: Int)
  /// So many of the desk's words by one technician, for himself.
  case readAlone(through: Int)
  /// So many of the technicians' words, from the first on, lay before whoever ended the work.
  case heard(through: Int)
}

extension Person {
  /// The side that he speaks for.
  public var side: ThreadSide { role == .technician ? .technician : .desk }
}
