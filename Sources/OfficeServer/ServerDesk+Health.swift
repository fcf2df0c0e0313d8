import Domain
import Storage
import Synchronization

extension ServerDesk {
  /// How the office is, as one line of JSON: figures alone, nothing about anybody.
  func health() async throws -> String {
    let report = try await read { [file] in try file.health() }
    let trouble = trouble.withLock { $0?.code.rawValue }
    return """
      {"ok":\(trouble == nil),\(trouble.map { "\"trouble\":\"\($0)\"," } ?? "")"version":"\(host.version)","schema":\(report.schemaVersion),"entries":\(report.entries),\
      "head":"\(report.head)","databaseBytes":\(report.databaseBytes),"openOrders":\(report.openOrders),\
      "consoles":\(report.consoles),"live":\(hub.count)}

      """
  }
}
