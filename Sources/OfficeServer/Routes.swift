import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Sync

/// The paths and what they answer. Who asks is known by the token, or on the machine's own socket by the kernel.
struct Routes: Sendable {
  let desk: ServerDesk
  /// Whether it is the machine's own socket that is listened at.
  let isLocal: Bool
  /// The longest message that is read, in bytes: a push is at most 256 KB of commands, or one long one.
  static let longest = 1 << 20
  /// Said where the disk takes nothing, and all that is there can be read.
  private static let full = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
  /// How long a message may take to come.
  static let patience = TimeAmount.seconds(30)

  /// Every route that there is: the router is made of this list and of nothing else.
  var all: [Route] {
    [
      Route(.get, "health", needs: .nothing) { _ in try await health() },
      Route(.post, OfficeRoute.join.path, needs: .code) { try await join($0) },
      Route(.post, OfficeRoute.pull.path, needs: .console) { call in
        try Self.response(try await desk.page(try await message(Pull.self, in: call), try call.registrar))
      },
      Route(.post, OfficeRoute.snapshot.path, needs: .console) { call in
        try Self.response(
          try await desk.snapshot(try await message(SnapshotRequest.self, in: call), try call.registrar))
      },
      Route(.post, OfficeRoute.older.path, needs: .console) { call in
        try Self.response(
          try await desk.older(try await message(OlderRequest.self, in: call), try call.registrar))
      },
      Route(.post, OfficeRoute.push.path, needs: .console) { call in
        let caller = try call.registrar
        guard desk.mayPush(caller) else { throw HTTPError(.tooManyRequests) }
        return try Self.response(try await desk.push(try await message(Push.self, in: call), caller))
      },
      Route(.post, OfficeRoute.enrolAnew.path, needs: .console) { call in
        _ = try await message(Pull.self, in: call)
        return try Self.response(try await desk.admitAnew(try call.registrar))
      },
      Route(.post, OfficeRoute.live.path, needs: .console) { try await live($0) },
      Route(.post, OfficeRoute.calls.path, needs: .console) { call in
        let said = try await message(CallsInHand.self, in: call)
        guard let others = try await desk.calls(said, try call.registrar) else { throw HTTPError(.forbidden) }
        return try Self.response(others)
      },
      Route(.post, OfficeRoute.consoles.path, needs: .console) { call in
        try Self.response(
          try await desk.consoles(try await message(ConsolesRequest.self, in: call), try call.registrar))
      },
      Route(.post, OfficeRoute.lackingFiles.path, needs: .console) { try await files.lacking($0) },
      Route(.put, OfficeRoute.file("{hash}"), needs: .console) { try await files.put($0) },
      Route(.get, OfficeRoute.file("{hash}"), needs: .console) { try await files.get($0) }
    ]
  }

  var router: Router<CallContext> {
    let router = Router(context: CallContext.self)
    for route in all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await answer(route, request, context)
      }
    }
    return router
  }
}

extension Routes {
  private var files: FileRoutes { FileRoutes(desk: desk) }

  private func answer(_ route: Route, _ request: Request, _ context: CallContext) async throws -> Response {
    do {
      let account = isLocal ? await desk.account(of: context.channel) : nil
      let caller = route.need == .console ? try await caller(of: request, account) : nil
      return try await route.answer(
        RouteCall(request: request, context: context, account: account, caller: caller))
    } catch let error as HTTPError {
      desk.told(.refused(route: route.name, status: error.status.code))
      throw error
    } catch is TooManyConsoles {
      desk.told(.refused(route: route.name, status: HTTPResponse.Status.tooManyRequests.code))
      throw HTTPError(.tooManyRequests)
    } catch let error as StorageError {
      throw unusable(error.failure, route)
    } catch let failure as Failure {
      throw unusable(failure, route)
    }
  }

  /// What is answered where the office's file does not do what was asked.
  private func unusable(_ failure: Failure, _ route: Route) -> HTTPError {
    desk.tell(failure, of: route.name)
    return HTTPError(failure.takesNothing ? Self.full : .serviceUnavailable)
  }

  /// The console that asks: by its token, or at the machine's own socket by its id and the account.
  private func caller(of request: Request, _ account: String?) async throws -> Registrar {
    let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { throw HTTPError(.unauthorized) }
    var caller: Registrar?
    switch words[0] {
    case "Bearer": caller = try await desk.registrar(token: String(words[1]))
    case "Console":
      guard isLocal, let account, let console = ConsoleID(words[1]) else { break }
      caller = try await desk.registrar(console: console, account: account)
    default: break
    }
    guard let caller else { throw HTTPError(.unauthorized) }
    return caller
  }

  /// Whether it is up, how far the log is and how many there are; nothing about anybody.
  private func health() async throws -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: try await desk.health())))
  }

  private func join(_ call: RouteCall) async throws -> Response {
    let request = try await message(JoinRequest.self, in: call)
    if let answer = try await desk.join(request, account: call.account) { return try Self.response(answer) }
    // Without a code it is the account that is nobody's.
    throw HTTPError(request.code.isEmpty && isLocal ? .forbidden : .unauthorized)
  }

  /// The answer to a pull that goes on: pages as they come.
  private func live(_ call: RouteCall) async throws -> Response {
    let pull = try await message(Pull.self, in: call)
    let stream = LiveStream(
      desk: desk, caller: try call.registrar, pull: pull, channel: call.context.channel)
    return Response(
      status: .ok, headers: [.contentType: "application/x-callout"],
      body: ResponseBody { writer in try await stream.run(&writer) })
  }

  func message<Message: Decodable>(_ type: Message.Type, in call: RouteCall) async throws -> Message {
    let body = try await within(Self.patience, on: call.context.channel) {
      try await call.request.body.collect(upTo: Self.longest)
    }
    do throws(CompactCodingError) {
      return try CompactDecoder().decode(type, from: Array(body.readableBytesView))
    } catch {
      throw HTTPError(.badRequest)
    }
  }

  static func response(_ answer: some Encodable) throws -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/x-callout"],
      body: .init(byteBuffer: ByteBuffer(bytes: try CompactEncoder().encode(answer))))
  }
}

extension Failure {
  var takesNothing: Bool { code == .diskFull || code == .readOnly }
}
