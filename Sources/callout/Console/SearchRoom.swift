import Curses
import Dispatch
import Storage
import Synchronization
import TUI
import Verbs

/// Where orders are searched for while somebody types: a thread of its own, so that neither the screen nor what is
/// being written waits. Each key gives up the search of the key before it.
final class SearchRoom: Sendable {
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "callout.search-room", qos: .userInitiated)
  private let search: Mutex<OrderSearch>

  init(_ file: OfficeFile, mailbox: Mailbox) {
    self.mailbox = mailbox
    search = Mutex(OrderSearch(file))
  }

  /// Finds the newest orders with these words in a file, unless something else is asked for first.
  func answer(_ words: String, _ origin: Origin, in file: OfficeFile) {
    let search = self.search(file)
    let turn = search.nextTurn()
    queue.async { [self] in
      CrashGuard.coverThread()
      do throws(StorageError) {
        guard let hits = try search.newest(words, limit: FindVerb.mostListed, turn: turn) else { return }
        mailbox.post(.answered(.hits(hits, words: words), origin))
      } catch {
        mailbox.post(.failed(error.failure))
      }
    }
  }

  /// Lets go of the file: the last one to close it folds its log in, and must be one that may write.
  func finish() {
    let search = search.withLock { $0 }
    _ = search.nextTurn()
    queue.sync { search.close() }
  }

  /// The search of a file, which may have been opened anew.
  private func search(_ file: OfficeFile) -> OrderSearch {
    let (current, before) = search.withLock { search -> (OrderSearch, OrderSearch?) in
      if search.file === file { return (search, nil) }
      let before = search
      search = OrderSearch(file)
      return (search, before)
    }
    before?.close()
    return current
  }
}
