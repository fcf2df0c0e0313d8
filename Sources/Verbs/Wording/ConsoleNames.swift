public import Domain

/// What people call the consoles of an office where they read from where something was done.
public struct ConsoleNames: Hashable, Sendable {
  /// The one of whoever reads; nil where that is not known.
  private let own: ConsoleID?
  private let known: [ConsoleID: Kind]

  /// What a console is to whoever reads what was done there.
  private enum Kind {
    /// The one that the office was made at.
    case office
    /// A technician's account on the office's machine, which he comes to over SSH.
    case account
    case other
  }

  /// Nobody knows of any.
  public static let unknown = ConsoleNames(own: nil, in: .unfounded)

  /// Those that the office's ledger tells of.
  public init(own: ConsoleID?, in office: Office) {
    self.own = own
    known = Dictionary(uniqueKeysWithValues: office.consoles.map { ($0.id, Self.kind($0, in: office)) })
  }

  private static func kind(_ console: KnownConsole, in office: Office) -> Kind {
    switch console.entrance {
    case nil: .office
    case .account where office.person(console.person)?.role == .technician: .account
    case .account, .code, .copy: .other
    }
  }

  /// `here`, `office`, `SSH 3f0c`, `console 3f0c`.
  public func name(_ console: ConsoleID) -> String {
    if console == own { return "here" }
    let short = console.description.prefix(4)
    switch known[console] {
    case .office: return "office"
    case .account: return "SSH \(short)"
    case .other, nil: return "console \(short)"
    }
  }
}
