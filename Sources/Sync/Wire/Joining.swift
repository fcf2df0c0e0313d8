public import Domain

/// What a new console says: the code that somebody at the office made for its person.
public struct JoinRequest: Codable, Hashable, Sendable {
  public let code: String
  /// Whether it is for the face of a technician, so that nobody else is to be let in; nil where anybody is.
  public let technician: Bool?
  /// The console that its file was until it was turned away; nil for a new file.
  public let was: ConsoleID?

  public init(code: String, technician: Bool? = nil, was: ConsoleID? = nil) {
    self.code = code
    self.technician = technician
    self.was = was
  }
}

/// Who the new console is from now on. The token proves it with each request.
public struct JoinAnswer: Codable, Hashable, Sendable {
  public let log: LogID
  public let epochs: [Epoch]
  public let console: ConsoleID
  public let person: Person.ID
  public let token: String
  /// What the office signs with; nil from one that does not yet.
  public let key: Bytes?
  /// What time it is in the office's sandbox; nil in a real office, which never becomes one.
  public let clock: ToldClock?

  public init(
    log: LogID, epochs: [Epoch], console: ConsoleID, person: Person.ID, token: String, key: Bytes? = nil,
    clock: ToldClock? = nil
  ) {
    self.key = key
    self.clock = clock
    self.log = log
    self.epochs = epochs
    self.console = console
    self.person = person
    self.token = token
  }
}
