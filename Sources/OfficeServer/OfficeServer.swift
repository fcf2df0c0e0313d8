import Domain
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import ServiceLifecycle
public import Storage
import Sync
import UnixSignals

/// What other consoles talk to: an office's file behind a few routes and one or more doors.
public struct OfficeServer: Sendable {
  private let desk: ServerDesk
  private let doors: [Door]
  /// So many connections at a time; more wait until one ends.
  private static let connections = 1_000

  /// `told` hears what happens, from any thread.
  public init(
    file: OfficeFile, doors: [Door], host: ServerHost, told: @escaping @Sendable (ServerEvent) -> Void
  ) {
    desk = ServerDesk(file: file, host: host, told: told)
    self.doors = doors
  }

  /// Serves until the process is told to end; `ready` hears of each door by its place, with the port it listens at.
  public func run(ready: @escaping @Sendable (Int, Int?) -> Void) async throws {
    var services: [any Service] = []
    for (index, door) in doors.enumerated() { services.append(try service(door) { ready(index, $0) }) }
    // The last one is told first: whoever waits on a stream is let go before the connections are waited for.
    services.append(Bell(desk: desk))
    let quiet = Logger(label: "callout") { _ in SwiftLogNoOpLogHandler() }
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    ).run()
  }

  /// Looks for what another process has written to the office's file.
  public func look() { desk.look() }

  /// Tells the windows on the office's own file again which calls are in forms at consoles.
  public func tellCalls() { desk.tellCalls() }

  /// Waits until what is being written is written.
  public func finishWriting() { desk.finishWriting() }
}

extension OfficeServer {
  private func service(_ door: Door, ready: @escaping @Sendable (Int?) -> Void) throws -> any Service {
    let plain = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [HeadDeadline()],
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 64)))
    switch door {
    case .network(let host, let port, let certificate):
      let builder = try certificate.map { try .tls(plain, tlsConfiguration: $0.configuration) } ?? plain
      return app(.hostname(host, port: port), builder, Routes(desk: desk, isLocal: false), ready)
    case .socket(let path):
      return app(.unixDomainSocket(path: path), plain, Routes(desk: desk, isLocal: true), ready)
    }
  }

  private func app(
    _ address: BindAddress, _ builder: HTTPServerBuilder, _ routes: Routes,
    _ ready: @escaping @Sendable (Int?) -> Void
  ) -> any Service {
    Application(
      router: routes.router, server: builder,
      configuration: ApplicationConfiguration(
        address: address, serverName: "callout",
        availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)),
      onServerRunning: { channel in ready(channel.localAddress?.port) },
      logger: Logger(label: "callout") { _ in SwiftLogNoOpLogHandler() })
  }
}

/// Hears that the process is to end.
private struct Bell: Service {
  let desk: ServerDesk

  func run() async throws {
    try await gracefulShutdown()
    desk.stop()
  }
}
