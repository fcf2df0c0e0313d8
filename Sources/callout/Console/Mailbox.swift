import Synchronization
import TUI

/// Messages on their way to the drawing thread; whoever posts wakes it.
final class Mailbox: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ message: Message) {
    waiting.withLock { Message.add(message, to: &$0) }
    wake()
  }

  /// Everything that has arrived, oldest first, without boards that were passed by newer ones.
  func drain() -> [Message] {
    waiting.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
