/// What one shift leaves to the next besides what the record shows by itself: words by hand, who has read what, and
/// who took over last.
public struct Handover: Codable, Hashable, Sendable {
  /// Oldest first; whoever takes over has read them and works with them until the next one does.
  public var lines: [HandoverLine] = []
  /// What each person has read since the last one took over.
  public var read: [Reading] = []
  /// The last time that somebody took over; nil before the first.
  public var taken: Taking?

  /// A section that somebody has read.
  public struct Reading: Codable, Hashable, Sendable {
    public let person: Person.ID
    public let section: HandoverSection

    public init(person: Person.ID, section: HandoverSection) {
      self.person = person
      self.section = section
    }
  }

  /// Who has the desk, and since when.
  public struct Taking: Codable, Hashable, Sendable {
    public let by: Person.ID
    public let at: Timestamp

    public init(by: Person.ID, at: Timestamp) {
      self.by = by
      self.at = at
    }
  }

  public init() {}

  /// The sections that a person has still to read.
  public func unread(by person: Person.ID) -> [HandoverSection] {
    HandoverSection.allCases.filter { !read.contains(Reading(person: person, section: $0)) }
  }
}

/// A line that somebody added by hand.
public struct HandoverLine: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<HandoverLine>

  public let id: ID
  public let words: String
  public let by: Person.ID
  public let at: Timestamp

  public init(id: ID, words: String, by: Person.ID, at: Timestamp) {
    self.id = id
    self.words = words
    self.by = by
    self.at = at
  }
}

/// The parts of a handover, in the order in which they are read.
public enum HandoverSection: String, Codable, Hashable, Sendable, CaseIterable {
  case late, upset, parts, unassigned, people, alerts, words
}
