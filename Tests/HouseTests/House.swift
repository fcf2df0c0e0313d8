import Foundation

/// The project's own files, as its tests read them.
enum House {
  /// The folder that holds `Sources` and `Tests`.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A text file by its path in the project.
  struct Page: Sendable {
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// A file's text; nil when there is none.
  static func text(_ path: String) -> String? {
    (try? Data(contentsOf: root.appending(path: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Every file under a folder whose name ends so, by path; what is built is left out.
  static func pages(under folder: String, ending: String) -> [Page] {
    let start = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(atPath: start.path()) else { return [] }
    var pages: [Page] = []
    while let name = walk.nextObject() as? String {
      if name.hasPrefix(".build") { walk.skipDescendants() }
      guard name.hasSuffix(ending), !name.hasPrefix(".build"), let text = text("\(folder)/\(name)") else {
        continue
      }
      pages.append(Page(path: "\(folder)/\(name)", text: text))
    }
    return pages.sorted { $0.path < $1.path }
  }

  /// The folders right under one.
  static func folders(under folder: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []
    return names.filter { name in
      let values = try? root.appending(path: "\(folder)/\(name)").resourceValues(forKeys: [.isDirectoryKey])
      return values?.isDirectory == true
    }.sorted()
  }
}
