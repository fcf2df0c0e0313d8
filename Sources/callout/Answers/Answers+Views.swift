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
      let counts = try counts(of: known)
      Reply(.rows(.views(known, counts: counts))).say(to: output, options)
      return 0
    }
    guard let view = SavedView.named(name, in: known) else {
      throw .usage(
        UsageFault(
          "No view of the queue is called \"\(name.prefix(40))\".", word: name, nearest: known.map(\.name)))
    }
    return try say(.list(.queue, filter: view.filter.isEmpty ? nil : view.filter))
  }

  /// How many rows each shows now.
  private func counts(of views: [SavedView]) throws(ShellError) -> [Int] {
    let office = office
    let board = Board(office, now: now)
    var counts: [Int] = []
    for view in views {
      do {
        let filter = view.filter.isEmpty ? nil : try QueueFilter(view.filter)
        counts.append(
          Listing.queue(board, in: office, at: now, filter: filter, person: session?.person).rows.count)
      } catch {
        throw .usage(error)
      }
    }
    return counts
  }
}
