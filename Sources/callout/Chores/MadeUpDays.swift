import Foundation

/// The made-up days that stand in a folder: each demonstration leaves its own, to be gone on with.
struct MadeUpDays {
  private static let prefix = "demo-"
  private let path: String

  init(beside path: String) { self.path = path }

  /// A day of its own each time, beside the real office and never instead of it.
  static func freePath(beside database: String) -> String {
    let folder = Folder.of(database)
    let (high, _) = RandomIdentifiers().next()
    return "\(folder == "/" ? "" : folder)/\(prefix)\(String(high, radix: 36)).db"
  }

  /// Says where the day is that was left, and what those of before take up; nothing is taken away unasked.
  func say(to output: Output) {
    output.warn("The day is kept: callout --db \(path) opens it again.")
    let folder = Folder.of(path)
    let earlier = Folder.files(in: folder).filter { name in
      name.hasPrefix(Self.prefix) && name.hasSuffix(".db") && "\(folder)/\(name)" != path
    }
    guard !earlier.isEmpty else { return }
    let bytes = earlier.reduce(0) { sum, name in
      let size = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.size] as? Int
      return sum + (size ?? 0)
    }
    let days = earlier.count == 1 ? "One earlier day" : "\(earlier.count) earlier days"
    output.warn(
      "\(days), \(max(1, bytes / 1_000_000)) MB, in \(folder)/\(Self.prefix)*: they are yours to keep or to remove."
    )
  }
}
