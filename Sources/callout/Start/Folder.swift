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

  /// Refuses a path whose folder is not there: a slip in a path must not become a new folder.
  static func mustExist(for path: String) throws(ShellError) {
    let folder = of(path)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue { return }
    throw .failed(Failure(.cannotWrite, subject: path, detail: "no such folder: \(folder)"))
  }
}
