public import Domain

/// What somebody at a joined console asks the office about its consoles, or has it do with them. Who he is and what he
/// may the office knows by the console that asks.
public enum ConsolesRequest: Codable, Hashable, Sendable {
  case list
  /// A code for somebody.
  case enrol(Person.ID)
  /// The same for somebody who is new here, and is added with it.
  case enrolNewcomer(Person)
  case revoke(ConsoleID)
}

/// What the office answers.
public enum ConsolesAnswer: Codable, Hashable, Sendable {
  /// Those that have joined, after whatever was asked for.
  case consoles([JoinedConsole])
  /// What a console can be joined with, once and until then.
  case code(String, until: Timestamp)
  case refused(Refusal)
}
