import Domain
import Foundation

/// The folder that a file is to be written into.
enum Folder {
  /// Refuses a path whose folder is not there: a slip in a path must not become a new folder.
  static func mustExist(for path: String) throws(ShellError) {
    let folder = (path as NSString).deletingLastPathComponent
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder.isEmpty ? "." : folder, isDirectory: &isFolder),
      isFolder.boolValue
    {
      return
    }
    throw .failed(Failure(.cannotWrite, subject: path, detail: "no such folder: \(folder)"))
  }
}
