import NIOCore
import NIOHTTPTypes

/// Ends a connection that does not come to the point: each request has to begin and have its head whole in time.
final class HeadDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// From the connection to the end of its first head.
  private static let first = TimeAmount.seconds(15)
  /// From an answer to the end of the next head.
  private static let next = TimeAmount.seconds(75)
  private var end: Scheduled<Void>?

  func handlerAdded(context: ChannelHandlerContext) { expect(within: Self.first, context) }

  func handlerRemoved(context: ChannelHandlerContext) { end?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    end?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) { end?.cancel() }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { expect(within: Self.next, context) }
    context.write(data, promise: promise)
  }

  private func expect(within limit: TimeAmount, _ context: ChannelHandlerContext) {
    end?.cancel()
    let channel = context.channel
    end = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }
}
