extension Message {
  /// The messages of one turn, without the changes of the office that another one follows at once.
  ///
  /// A change that something else follows stays: an answer is about the office as it was then, such as a form that
  /// goes on with the order it has logged.
  public static func withoutPassedBoards(_ messages: [Message]) -> [Message] {
    messages.indices.filter { index in
      !messages[index].isBoard || index + 1 == messages.count || !messages[index + 1].isBoard
    }.map { messages[$0] }
  }

  private var isBoard: Bool {
    switch self {
    case .officeChanged: true
    case .input, .resized, .tick, .finished, .answered, .draftSaved, .history, .recent, .link, .clock, .views,
      .acting, .lock, .offerTour, .failed, .toldAlready, .sessions, .reading, .turn,
      .suggested, .resume:
      false
    }
  }
}
