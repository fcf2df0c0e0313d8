/// A room of the source, with the modules that it may import.
struct Room: Sendable, CustomStringConvertible {
  let name: String
  /// Rooms of ours.
  let ours: Set<String>
  /// Libraries of others and of the system.
  let others: Set<String>

  init(_ name: String, _ ours: Set<String> = [], others: Set<String> = []) {
    self.name = name
    self.ours = ours
    self.others = others
  }

  var description: String { name }

  /// The arrows; docs/architecture.md draws them.
  static let all = [
    Room("Domain", others: ["HashTreeCollections", "Glibc"]),
    Room("DayPlan", ["Domain", "Planner"]),
    Room("Verbs", ["DayPlan", "Domain"]),
    Room("Settings", others: ["Glibc", "_StringProcessing"]),
    Room("Exchange", ["Domain", "Planner", "Settings"], others: ["Crypto", "Glibc", "_StringProcessing"]),
    Room("Sync", ["Domain"], others: ["Crypto", "HashTreeCollections", "Synchronization"]),
    Room(
      "Storage", ["Domain", "Sync"],
      others: ["Crypto", "CryptoExtras", "Dispatch", "Foundation", "GRDB", "Glibc", "Synchronization"]),
    Room(
      "OfficeServer", ["Domain", "Storage", "Sync"],
      others: [
        "Dispatch", "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "Logging",
        "NIOCore", "NIOHTTPTypes", "NIOSSL", "ServiceLifecycle", "Synchronization", "UnixSignals"
      ]),
    Room("Planner"),
    Room("Demo", ["Domain"]),
    Room("Terminal"),
    Room("CNcurses"),
    Room("Curses", ["CNcurses", "Terminal"], others: ["Glibc"]),
    Room("TUI", ["DayPlan", "Domain", "Settings", "Terminal", "Verbs"]),
    Room(
      "callout",
      [
        "Curses", "DayPlan", "Demo", "Domain", "Exchange", "OfficeServer", "Planner", "Settings", "Storage",
        "Sync", "TUI", "Terminal", "Verbs"
      ],
      others: [
        "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "Crypto", "Dispatch", "Foundation",
        "Glibc",
        "Synchronization"
      ])
  ]
}
