/// What the desk and whoever is sent there say to each other about an order; nobody outside reads it.
public struct OrderThread: Codable, Hashable, Sendable {
  /// Oldest first.
  public private(set) var words: [ThreadWords] = []
  /// How many of the other side's words each has read.
  public private(set) var readByDesk = 0
  public private(set) var readByTechnician = 0

  public init() {}

  /// What one side has said.
  public func said(by side: ThreadSide) -> Int { words.count { $0.side == side } }

  /// How many of the other side's words a side has read.
  public func read(by side: ThreadSide) -> Int {
    switch side {
    case .desk: readByDesk
    case .technician: readByTechnician
    }
  }

  /// What the other side has said and a side has not read, oldest first.
  public func unread(by side: ThreadSide) -> [ThreadWords] {
    Array(words.filter { $0.side == side.other }.dropFirst(read(by: side)))
  }

  mutating func apply(_ event: ThreadEvent, _ stamp: Stamp) {
    switch event {
    case .said(let side, let text): words.append(ThreadWords(side, text, by: stamp.by, at: stamp.at))
    case .read(.desk, let count): readByDesk = max(readByDesk, count)
    case .read(.technician, let count): readByTechnician = max(readByTechnician, count)
    }
  }
}

extension OrderThread: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    words = try fields.words
    readByDesk = try fields.readByDesk
    readByTechnician = try fields.readByTechnician
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("words", words)
    fields.put("readByDesk", readByDesk)
    fields.put("readByTechnician", readByTechnician)
  }

  /// An order of which nobody has said anything has no field for it, as every order of before there were threads.
  public var isAbsent: Bool { self == OrderThread() }

  public static func absent(_ name: StaticString) throws(CompactCodingError) -> OrderThread { OrderThread() }
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
  /// So many of the other side's words, from the first on.
  case read(ThreadSide, through: Int)
}

extension Person {
  /// The side that he speaks for.
  public var side: ThreadSide { role == .technician ? .technician : .desk }
}
