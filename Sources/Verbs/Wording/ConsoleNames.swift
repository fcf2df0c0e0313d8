public import Domain

/// What people call the consoles of an office where they read from where something was done.
public struct ConsoleNames: Hashable, Sendable {
  /// The one of whoever reads, and the one that the office was made at; nil where that is not known.
  private let own: ConsoleID?
  private let office: ConsoleID?
  /// Those of technicians' accounts on the office's machine, which they come to over SSH.
  private let accounts: Set<ConsoleID>

  /// Nobody knows of any.
  public static let unknown = ConsoleNames(own: nil, office: nil, joined: [], in: .unfounded)

  public init(own: ConsoleID?, office console: ConsoleID?, joined: [JoinedConsole], in office: Office) {
    self.own = own
    self.office = console
    accounts = Set(
      joined.filter { one in
        one.invitedBy == nil && one.copyOf == nil && office.person(one.person)?.role == .technician
      }.map(\.id))
  }

  /// `here`, `office`, `SSH 3f0c`, `console 3f0c`.
  public func name(_ console: ConsoleID) -> String {
    if console == own { return "here" }
    if console == office { return "office" }
    let short = console.description.prefix(4)
    return accounts.contains(console) ? "SSH \(short)" : "console \(short)"
  }
}
