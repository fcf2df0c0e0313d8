extension Message {
  /// Adds a message to those that wait, in the place of what it passes: of boards that follow each other at once only
  /// the last office and the last minute are shown, so that a screen that is not read holds two of them at most.
  ///
  /// A change that something else follows stays: an answer is about the office as it was then, such as a form that
  /// goes on with the order it has logged.
  public static func add(_ message: Message, to waiting: inout [Message]) {
    if let kind = message.passes {
      var index = waiting.count - 1
      while index >= 0, let other = waiting[index].passes {
        if other == kind {
          waiting.remove(at: index)
          break
        }
        index -= 1
      }
    }
    waiting.append(message)
  }

  /// What brings a whole board, and so passes the one before.
  private enum Board { case changed, minute }

  private var passes: Board? {
    switch self {
    case .officeChanged: .changed
    case .tick: .minute
    case .input, .typed, .resized, .finished, .answered, .draftSaved, .draftErased, .history, .recent, .link,
      .clock,
      .views,
      .acting, .lock, .offerTour, .failed, .toldAlready, .sessions, .consoles, .reading, .turn,
      .suggested, .recalled, .resume:
      nil
    }
  }
}
