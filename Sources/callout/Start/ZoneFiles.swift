import Domain
import Foundation

/// The system's zone files, read once into values; the rules never ask the system again.
struct ZoneFiles: Sendable {
  private static let folder = "/usr/share/zoneinfo/"

  /// The rules of an IANA zone; nil for a name that is none, also for one that points out of the folder.
  func rules(_ name: String) -> ZoneRules? {
    let isName = name.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "/_+-".unicodeScalars.contains($0))
    }
    guard isName, !name.isEmpty, name.first != "/", !name.contains("..") else { return nil }
    if name == ZoneRules.utc.name { return .utc }
    guard let bytes = TextFile.bytes(Self.folder + name, limit: 1 << 20) else { return nil }
    do { return try ZoneRules(name: name, tzif: bytes) } catch { return nil }
  }

  /// The zone that this machine keeps, by name; UTC when it does not say.
  var systemZone: String {
    if let named = ProcessInfo.processInfo.environment["TZ"], rules(named) != nil { return named }
    do {
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
      if let range = target.range(of: "zoneinfo/") { return String(target[range.upperBound...]) }
    } catch {
      return ZoneRules.utc.name
    }
    return ZoneRules.utc.name
  }
}
