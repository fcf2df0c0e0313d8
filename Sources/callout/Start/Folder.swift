import Domain
import Foundation

/// The folder that a file is in, or is to be written into.
///
/// `NSString.deletingLastPathComponent` is not used: swift-foundation 6.3 traps on a name of one letter.
enum Folder {
  /// The folder part of a path: "." where it names none, "/" at the root.
  static func of(_ path: String) -> String {
    let parts = split(path)
    if parts.folder.isEmpty { return path.hasPrefix("/") ? "/" : "." }
    return String(parts.folder)
  }

  /// What is left of a path without its folder.
  static func name(in path: String) -> String { String(split(path).name) }

  private static func split(_ path: String) -> (folder: Substring, name: Substring) {
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else { return ("", rest) }
    var folder = rest[..<slash]
    while folder.last == "/" { folder.removeLast() }
    return (folder, rest[rest.index(after: slash)...])
  }

  /// Whether there is a folder of that name.
  static func isThere(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The names in a folder, in order; none where it cannot be read.
  static func files(in folder: String) -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch { return [] }
  }

  /// Makes the folder of a path and those above it, for their owner only, where they are missing.
  static func make(for path: String) throws(Failure) {
    let folder = of(path)
    if isThere(folder) { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.cannotWrite, subject: path, detail: "its folder cannot be made")
    }
  }

  /// Refuses a path whose folder is not there: a slip in a path must not become a new folder.
  static func mustExist(for path: String) throws(ShellError) {
    let folder = of(path)
    if isThere(folder) { return }
    throw .failed(Failure(.cannotWrite, subject: path, detail: "no such folder: \(folder)"))
  }
}
