import AsyncHTTPClient
import Dispatch
import Domain
import NIOCore
import NIOHTTP1
import Synchronization

/// Asks an office over HTTP and waits for its answer; for threads that may wait.
struct OfficeClient: Sendable {
  let address: String
  let token: String?
  /// The longest answer that is read, in bytes.
  private static let longest = 16 << 20

  enum Trouble: Error {
    /// It does not answer, or not as an office does.
    case unreachable(String)
    /// It does not know the token or the code.
    case turnedAway

    func failure(at address: String) -> Failure {
      switch self {
      case .unreachable(let why): Failure(.unreachable, subject: address, detail: why)
      case .turnedAway: Failure(.turnedAway, subject: address, detail: "")
      }
    }
  }

  /// Only the machine itself is talked to without encryption.
  var isAcceptable: Bool {
    let hosts = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
    return hosts.contains { address == $0 || address.hasPrefix($0 + ":") }
  }

  func post<Answer: Decodable & Sendable>(
    _ path: String, _ message: some Encodable, wanting type: Answer.Type, seconds: Int64 = 20
  ) throws(Trouble) -> Answer {
    let bytes: [UInt8]
    do { bytes = try CompactEncoder().encode(message) } catch { throw .unreachable("\(error)") }
    let isDone = DispatchSemaphore(value: 0)
    let waited = Waited()
    Task.detached {
      let result = await answer(to: path, bytes, seconds)
      waited.result.withLock { $0 = result }
      isDone.signal()
    }
    isDone.wait()
    switch waited.result.withLock({ $0 }) {
    case .success(let (status, body)):
      if status == 401 { throw .turnedAway }
      guard status == 200 else { throw .unreachable("status \(status)") }
      do { return try CompactDecoder().decode(type, from: body) } catch { throw .unreachable("\(error)") }
    case .failure(let error): throw .unreachable(Self.words(error))
    case nil: throw .unreachable("")
    }
  }

  private func answer(
    to path: String, _ bytes: [UInt8], _ seconds: Int64
  ) async -> Result<(UInt, [UInt8]), any Error> {
    var request = HTTPClientRequest(url: address + path)
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/x-callout")
    if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
    request.body = .bytes(ByteBuffer(bytes: bytes))
    do {
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(seconds))
      let body = try await response.body.collect(upTo: Self.longest)
      return .success((response.status.code, Array(body.readableBytesView)))
    } catch {
      return .failure(error)
    }
  }

  private final class Waited: Sendable {
    let result = Mutex<Result<(UInt, [UInt8]), any Error>?>(nil)
  }

  private static func words(_ error: any Error) -> String {
    let text = String(describing: error)
    return String(text.prefix(120))
  }
}
