import Hummingbird
import NIOCore

/// A request with the connection that it came by.
struct CallContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}

/// Ends the connection of whoever lets a step take longer than that.
func within<Value>(
  _ limit: TimeAmount, on channel: any Channel, _ body: () async throws -> Value
) async rethrows -> Value {
  let end = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  defer { end.cancel() }
  return try await body()
}
