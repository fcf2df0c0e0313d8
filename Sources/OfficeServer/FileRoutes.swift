import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Sync

/// How files that are attached to orders travel: which are missing, and their bytes in pieces.
struct FileRoutes: Sendable {
  let desk: ServerDesk
  /// The most hashes in one question.
  static let most = 1_000
  /// The largest piece, in bytes.
  static let piece = 256 << 10

  /// Of the files in a question those that the office's ledger knows and that are not here; for each its hash, and how
  /// many of its bytes are here.
  func lacking(_ call: RouteCall) async throws -> Response {
    let asked = try await body(of: call, atMost: Self.most * 32)
    guard asked.count % 32 == 0 else { throw HTTPError(.badRequest) }
    let file = desk.file
    let answer = try await desk.read {
      try stride(from: 0, to: asked.count, by: 32).flatMap { start -> [UInt8] in
        guard let sha256 = Digest(rawBytes: Array(asked[start..<(start + 32)])), !file.hasAttachment(sha256),
          try file.attachedBytes(sha256) != nil
        else { return [] }
        return sha256.rawBytes + withUnsafeBytes(of: UInt64(file.partBytes(sha256)).bigEndian) { Array($0) }
      }
    }
    return Self.response(.ok, answer)
  }

  /// Takes the next piece of a file that the ledger knows; answers with how many bytes of it are here.
  func put(_ call: RouteCall) async throws -> Response {
    let sha256 = try Self.hash(call)
    guard let from = Self.number("from", call), from >= 0 else { throw HTTPError(.badRequest) }
    let file = desk.file
    guard let total = try await desk.read({ try file.attachedBytes(sha256) }) else {
      throw HTTPError(.notFound)
    }
    guard total <= OfficeFile.largestTravelling else { throw HTTPError(.contentTooLarge) }
    let piece = try await body(of: call, atMost: Self.piece)
    let outcome = try await desk.read { try file.keep(piece, of: sha256, at: from, total: total) }
    switch outcome {
    case .kept(let here): return Self.response(.accepted, Array("\(here)".utf8))
    case .elsewhere(let here): return Self.response(.conflict, Array("\(here)".utf8))
    case .otherBytes: throw HTTPError(.unprocessableContent)
    case .whole:
      desk.hub.announceFile()
      desk.told(.stored(try call.registrar.console, bytes: total))
      return Self.response(.created, Array("\(total)".utf8))
    }
  }

  /// A piece of a file that is here.
  func get(_ call: RouteCall) async throws -> Response {
    let sha256 = try Self.hash(call)
    guard let from = Self.number("from", call), from >= 0 else { throw HTTPError(.badRequest) }
    let file = desk.file
    let caller = try call.registrar
    guard file.hasAttachment(sha256), try await desk.read({ try file.mayFetch(sha256, for: caller) }) else {
      throw HTTPError(.notFound)
    }
    let most = min(max(Self.number("bytes", call) ?? Self.piece, 1), Self.piece)
    return Self.response(.ok, try await desk.read { try file.piece(of: sha256, from: from, atMost: most) })
  }
}

extension FileRoutes {
  private func body(of call: RouteCall, atMost limit: Int) async throws -> [UInt8] {
    let body = try await within(Routes.patience, on: call.context.channel) {
      try await call.request.body.collect(upTo: limit)
    }
    return Array(body.readableBytesView)
  }

  private static func hash(_ call: RouteCall) throws -> Digest {
    guard let word = call.context.parameters.get("hash"), let sha256 = Digest(word) else {
      throw HTTPError(.badRequest)
    }
    return sha256
  }

  private static func number(_ name: String, _ call: RouteCall) -> Int? {
    call.request.uri.queryParameters.get(name).flatMap { Int($0) }
  }

  private static func response(_ status: HTTPResponse.Status, _ bytes: [UInt8]) -> Response {
    Response(
      status: status, headers: [.contentType: "application/octet-stream"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
