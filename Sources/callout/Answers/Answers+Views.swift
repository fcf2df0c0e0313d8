import Domain
import Storage
import Verbs

extension Answers {
  /// The rows of the queue that a saved view shows; without a name the views of this file and the usual ones.
  func say(view name: String?, _ session: OfficeSession) throws(ShellError) -> Int32 {
    let saved: [SavedView]
    do { saved = SavedView.read(try session.file.setting("views") ?? "") } catch {
      throw .failed(error.failure)
    }
    let known = SavedView.list(.queue, saved: saved)
    guard let name else {
      for view in known { output.say("\(view.name)\t\(view.filter)") }
      return 0
    }
    guard let view = SavedView.named(name, in: known) else {
      throw .usage(
        UsageFault(
          "No view of the queue is called \"\(name.prefix(40))\".", word: name, nearest: known.map(\.name)))
    }
    return try say(.list(.queue, filter: view.filter.isEmpty ? nil : view.filter))
  }
}
