import Domain
import Hummingbird
import Sync

/// The paths and what they answer. Who asks is known by the token alone.
struct Routes: Sendable {
  let desk: ServerDesk
  /// The longest message that is read, in bytes.
  private static let longest = 1 << 20

  var router: Router<BasicRequestContext> {
    let router = Router()
    router.get("health") { [self] _, _ in try await health() }
    router.post("v1/join") { [self] request, _ in
      let request = try await message(JoinRequest.self, in: request)
      guard let answer = try await desk.join(request) else { throw HTTPError(.unauthorized) }
      return try Self.response(answer)
    }
    router.post("v1/pull") { [self] request, _ in
      _ = try await registrar(of: request)
      return try Self.response(try await desk.page(try await message(Pull.self, in: request)))
    }
    router.post("v1/push") { [self] request, _ in
      let registrar = try await registrar(of: request)
      return try Self.response(
        try await desk.push(try await message(Push.self, in: request), registrar))
    }
    return router
  }
}

extension Routes {
  /// Whether it is up, and how far the log is; nothing about anybody.
  private func health() async throws -> Response {
    let entries = try await desk.entries()
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: "{\"ok\":true,\"entries\":\(entries)}\n")))
  }

  private func registrar(of request: Request) async throws -> Registrar {
    guard let header = request.headers[.authorization], header.hasPrefix("Bearer "),
      let registrar = try await desk.registrar(token: String(header.dropFirst("Bearer ".count)))
    else { throw HTTPError(.unauthorized) }
    return registrar
  }

  private func message<Message: Decodable>(
    _ type: Message.Type, in request: Request
  ) async throws -> Message {
    let body = try await request.body.collect(upTo: Self.longest)
    do throws(CompactCodingError) {
      return try CompactDecoder().decode(type, from: Array(body.readableBytesView))
    } catch {
      throw HTTPError(.badRequest)
    }
  }

  private static func response(_ answer: some Encodable) throws -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/x-callout"],
      body: .init(byteBuffer: ByteBuffer(bytes: try CompactEncoder().encode(answer))))
  }
}
