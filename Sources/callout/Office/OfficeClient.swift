import AsyncHTTPClient
import Dispatch
import Domain
import NIOCore
import NIOHTTP1
import NIOSSL
import Sync
import Synchronization

/// Asks an office over HTTP and waits for its answer; for threads that may wait.
struct OfficeClient: Sendable {
  let address: OfficeAddress
  let proof: OfficeProof
  /// The file of the certificates that are trusted; nil for those of the system.
  let authority: String?
  /// Hears from the thread that waits when an answer does not come at once, and when it takes longer than most.
  var late: @Sendable (Lateness) -> Void = { _ in }
  /// From when on nothing is asked and no answer waited for; nil where each question has its own time.
  var deadline: DispatchTime?
  /// The longest answer that is read, in bytes.
  private static let longest = 16 << 20

  /// How long an answer takes: so many milliseconds by now.
  enum Lateness: Int, CaseIterable {
    case noticed = 300
    case long = 3_000
  }

  enum Trouble: Error {
    /// It does not answer, or not as an office does.
    case unreachable(String)
    /// It answers, and cannot write.
    case cannotWrite
    /// It lets no more consoles of this person in for now.
    case crowded
    /// It does not know the token or the code.
    case turnedAway
    /// This machine's account is nobody's there.
    case unknownAccount
    /// What it proves itself with is not to be believed.
    case failed(Failure)

    func failure(at address: OfficeAddress) -> Failure {
      switch self {
      case .unreachable(let why): Failure(.unreachable, subject: address.text, detail: why)
      case .cannotWrite: Failure(.officeCannotWrite, subject: address.text, detail: "")
      case .crowded: Failure(.tooManyConsoles, subject: address.text, detail: "")
      case .turnedAway: Failure(.turnedAway, subject: address.text, detail: "")
      case .unknownAccount: Failure(.unknownAccount, subject: Account.own, detail: "")
      case .failed(let failure): failure
      }
    }
  }

  /// Sends a message and reads the answer to it, within so many seconds in all.
  func post<Answer: Decodable & Sendable>(
    _ route: OfficeRoute, _ message: some Encodable, wanting type: Answer.Type, seconds: Int64 = 20
  ) throws(Trouble) -> Answer {
    let bytes: [UInt8]
    do { bytes = try CompactEncoder().encode(message) } catch { throw .unreachable("\(error)") }
    let (status, body) = try exchange(.POST, route.path, bytes, seconds: seconds)
    switch status {
    case 200: break
    case 401: throw .turnedAway
    case 403: throw .unknownAccount
    case 404: throw .unreachable("what answers there is no office, or one of another version of Callout")
    case 429:
      throw route == .push
        ? .unreachable("it takes no more of this console until what it refused is settled") : .crowded
    case 507: throw .cannotWrite
    case 503: throw .unreachable("it cannot use its file just now")
    default: throw .unreachable("status \(status)")
    }
    do { return try CompactDecoder().decode(type, from: body) } catch {
      throw .unreachable("its answer cannot be read")
    }
  }

  /// What an office answers to a request, with its status.
  func exchange(
    _ method: HTTPMethod, _ path: String, _ bytes: [UInt8], seconds: Int64
  ) throws(Trouble) -> (UInt, [UInt8]) {
    let pool: HTTPClient
    do throws(Failure) { pool = try Connections.pool(trusting: authority) } catch { throw .failed(error) }
    let request = request(method, path, bytes)
    let began = DispatchTime.now()
    let own = began + .seconds(Int(seconds) + 1)
    let end = min(own, deadline ?? own)
    if end <= began { throw .unreachable("no answer in time") }
    let isDone = DispatchSemaphore(value: 0)
    let waited = Waited()
    let asking = Task.detached { [address] in
      let result = await Self.answer(to: request, of: pool, at: address, seconds)
      waited.result.withLock { $0 = result }
      isDone.signal()
    }
    var isOver = DispatchTimeoutResult.timedOut
    for lateness in Lateness.allCases where isOver == .timedOut {
      let noticed = began + .milliseconds(lateness.rawValue)
      if noticed >= end { break }
      isOver = isDone.wait(timeout: noticed)
      if isOver == .timedOut { late(lateness) }
    }
    if isOver == .timedOut { isOver = isDone.wait(timeout: end) }
    // An answer that goes on for ever is given up as well as one that never begins.
    if isOver == .timedOut {
      asking.cancel()
      throw .unreachable("no answer within \(seconds) s")
    }
    guard let result = waited.result.withLock({ $0 }) else { throw .unreachable("") }
    return try result.get()
  }

  /// What an office answers, with its status, for whoever waits on no thread; `seconds` for all of it.
  func answer(
    _ method: HTTPMethod, _ path: String, _ bytes: [UInt8], within seconds: Int64
  ) async -> Result<(UInt, [UInt8]), Trouble> {
    let pool: HTTPClient
    do throws(Failure) { pool = try Connections.pool(trusting: authority) } catch {
      return .failure(.failed(error))
    }
    return await Self.answer(to: request(method, path, bytes), of: pool, at: address, seconds)
  }

  /// A request with what proves who asks.
  func request(_ method: HTTPMethod, _ path: String, _ bytes: [UInt8]) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: address.url("/" + path))
    request.method = method
    request.headers.add(name: "content-type", value: "application/x-callout")
    if let words = proof.header { request.headers.add(name: "authorization", value: words) }
    if method != .GET { request.body = .bytes(ByteBuffer(bytes: bytes)) }
    return request
  }

  private static func answer(
    to request: HTTPClientRequest, of pool: HTTPClient, at address: OfficeAddress, _ seconds: Int64
  ) async -> Result<(UInt, [UInt8]), Trouble> {
    do {
      let response = try await pool.execute(request, timeout: .seconds(seconds))
      let body = try await response.body.collect(upTo: longest)
      return .success((response.status.code, Array(body.readableBytesView)))
    } catch {
      return .failure(await trouble(error, at: address))
    }
  }

  /// What an error of the connection means.
  static func trouble(_ error: any Error, at address: OfficeAddress) async -> Trouble {
    if error is NIOSSLError || error is NIOSSLExtraError, case .network(_, let host, let port) = address {
      let look = CertificateLook(host: host, port: port ?? 443)
      if let failure = await look.fault(at: address.text, error) { return .failed(failure) }
      return .unreachable("no encrypted connection could be made")
    }
    return .unreachable(ConnectionWords.of(error))
  }

  private final class Waited: Sendable {
    let result = Mutex<Result<(UInt, [UInt8]), Trouble>?>(nil)
  }
}
