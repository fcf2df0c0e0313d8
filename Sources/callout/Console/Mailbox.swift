import Synchronization
import TUI

/// Messages on their way to the drawing thread; whoever posts wakes it.
final class Mailbox: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    wake()
  }

  /// Everything that has arrived, oldest first. A newer board makes the older ones of one turn pointless, so only
  /// the last change of the office is kept.
  func drain() -> [Message] {
    let all = waiting.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
    let last = all.lastIndex { $0.isBoard }
    return all.enumerated().filter { !$0.element.isBoard || $0.offset == last }.map(\.element)
  }
}

extension Message {
  fileprivate var isBoard: Bool {
    switch self {
    case .officeChanged: true
    case .input, .resized, .tick, .finished, .answered, .draftSaved, .history, .link, .acting, .failed,
      .suggested:
      false
    }
  }
}
