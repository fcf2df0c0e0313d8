import Domain
import Foundation
import Verbs

extension NamedFile {
  private enum Occupant {
    case nobody, words, emptiness
    /// A device, a pipe, a socket or a folder.
    case other
  }

  /// Refuses a name under which words stand already, before the work for it is done.
  func mustBeFree() throws(ShellError) {
    if !mayReplace, occupant == .words {
      throw .failed(Failure(.fileExists, subject: path, detail: "it is there already"))
    }
  }

  /// Puts a whole file there; what is no file is written into and stays what it is.
  func write(_ text: String) throws(Failure) {
    switch occupant {
    case .other: try WholeFile.write(text, into: path)
    case .words where !mayReplace: throw Failure(.fileExists, subject: path, detail: "it is there already")
    case .nobody, .emptiness, .words: try WholeFile.write(text, to: target)
    }
  }

  /// What has the name now; a link that leads nowhere counts as words, which somebody meant to be found there.
  private var occupant: Occupant {
    var status = stat()
    guard stat(path, &status) == 0 else { return lstat(path, &status) == 0 ? .words : .nobody }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    return status.st_size == 0 ? .emptiness : .words
  }

  /// Where a link leads, so that it stays one.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
