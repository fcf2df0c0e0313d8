import AsyncHTTPClient
import Domain
import NIOCore
import NIOSSL
import Synchronization

/// The process's connections to offices: one pool for each certificate that is trusted, kept until the process ends.
enum Connections {
  private static let pools = Mutex<[String: HTTPClient]>([:])

  /// Nothing is followed elsewhere, unpacked or spoken but HTTP/1.1. Where a file of certificates is named, those are
  /// trusted and no others; else whoever the system trusts.
  static func pool(trusting authority: String?) throws(Failure) -> HTTPClient {
    let key = authority ?? ""
    // One at a time: a second one would have to be shut down again.
    return try pools.withLock { pools throws(Failure) in
      if let pool = pools[key] { return pool }
      let made = try make(trusting: authority)
      pools[key] = made
      return made
    }
  }

  private static func make(trusting authority: String?) throws(Failure) -> HTTPClient {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: try encryption(trusting: authority), redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = .seconds(5)
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  static func encryption(trusting authority: String?) throws(Failure) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    guard let authority else { return configuration }
    guard TextFile.bytes(authority, limit: 1 << 20) != nil else {
      throw Failure(.cannotRead, subject: authority, detail: "the certificates that are trusted")
    }
    do {
      let certificates = try NIOSSLCertificate.fromPEMFile(authority)
      guard !certificates.isEmpty else {
        throw Failure(.badCertificate, subject: authority, detail: "there is no certificate in it")
      }
      configuration.trustRoots = .certificates(certificates)
      return configuration
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badCertificate, subject: authority, detail: "it is no certificate in PEM")
    }
  }
}
