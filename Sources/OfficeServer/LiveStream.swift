import Domain
import Hummingbird
import NIOCore
import Sync

/// Sends a console the pages of the log as they come, until it goes, is revoked, or the office stops being served.
///
/// A page is read from the log when the one before it has left: whoever reads slowly costs one page of memory, and
/// gets the log in larger pages.
struct LiveStream: Sendable {
  let desk: ServerDesk
  let caller: Registrar
  let pull: Pull
  let channel: any Channel
  /// How long a page may take to leave.
  private static let patience = TimeAmount.seconds(60)
  /// A sign of life is sent after so long without a page.
  private static let beat = TimeAmount.seconds(15)

  func run(_ writer: inout any ResponseBodyWriter) async throws {
    let id = desk.hub.enter(caller.console)
    desk.told(.liveBegan(caller.console))
    defer {
      desk.hub.leave(id)
      desk.told(.liveEnded(caller.console))
    }
    var cursor = pull.after
    var files = -1
    while desk.hub.holds(id), try await desk.isStillIn(caller) {
      let come = desk.hub.files
      // Whoever is sent his own work alone stays where he is until that changes.
      let last = try await desk.lastEntry()
      let answer = try await desk.page(pull.going(on: cursor), caller)
      guard case .page(let page) = answer else {
        try await send(.answer(answer), &writer)
        break
      }
      // A page without entries says that the line is open, or that a file has come.
      try await send(come != files || !page.entries.isEmpty ? .answer(answer) : .beat, &writer)
      files = come
      cursor = page.end
      if page.isLast {
        await desk.hub.wait(
          id, past: max(cursor.seq, last), files: files, atMost: Self.beat, on: channel.eventLoop)
      }
    }
    try await writer.finish(nil)
  }

  private func send(_ frame: LiveFrame, _ writer: inout any ResponseBodyWriter) async throws {
    let end = channel.eventLoop.scheduleTask(in: Self.patience) { [channel] in channel.close(promise: nil) }
    defer { end.cancel() }
    try await writer.write(ByteBuffer(bytes: try frame.bytes()))
  }
}
