import Domain
import Storage
import Synchronization

extension ServerDesk {
  /// How the office is, as one line of JSON: figures alone, nothing about anybody.
  func health() async throws -> String {
    let host = host
    let (report, head, consoles) = try await read { [file] in
      (try file.health(), file.state.head, try file.joinedConsoles())
    }
    let trouble = trouble.withLock { $0?.code.rawValue }
    let joined = consoles.filter { $0.revokedAt == nil }.count
    return """
      {"ok":\(trouble == nil),\(trouble.map { "\"trouble\":\"\($0)\"," } ?? "")"version":"\(host.version)","schema":\(report.schemaVersion),"entries":\(report.entries),\
      "head":"\(head)","databaseBytes":\(report.databaseBytes),"openOrders":\(report.openOrders),\
      "consoles":\(joined),"live":\(hub.count)}

      """
  }
}
