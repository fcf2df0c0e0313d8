import NIOCore

/// Ends the connection of whoever lets a step take longer than that.
func within<Value>(
  _ limit: TimeAmount, on channel: any Channel, _ body: () async throws -> Value
) async rethrows -> Value {
  let end = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  defer { end.cancel() }
  return try await body()
}
