import Domain
import Hummingbird
public import Storage
import Sync

/// What consoles on other machines talk to: an office's file behind a few routes.
public struct OfficeServer: Sendable {
  private let desk: ServerDesk
  private let host: String
  private let port: Int

  /// `secrets` makes the ids and tokens of consoles that join.
  public init(file: OfficeFile, host: String, port: Int, secrets: Secrets) {
    desk = ServerDesk(file: file, secrets: secrets)
    self.host = host
    self.port = port
  }

  /// Serves until the process is told to end; `ready` hears the port once it listens.
  public func run(ready: @escaping @Sendable (Int) -> Void) async throws {
    let app = Application(
      router: Routes(desk: desk).router,
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "callout"),
      onServerRunning: { channel in ready(channel.localAddress?.port ?? port) })
    try await app.runService()
  }
}
