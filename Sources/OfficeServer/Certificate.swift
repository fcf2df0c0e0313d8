public import Domain
import Glibc
import NIOCore
import NIOSSL

/// What the office proves itself with to consoles, and the key that encrypts what they say.
public struct Certificate: Sendable {
  let configuration: TLSConfiguration

  /// Reads a chain and its key, both in PEM. Refused: a key that is not the certificate's, and a certificate that has
  /// run out at `now`, the real time.
  public init(chain: String, key: String, now: Timestamp) throws(Failure) {
    let certificates = try Self.certificates(chain)
    if let until = certificates.first.map({ Timestamp(seconds: Int64($0.notValidAfter)) }), until < now {
      throw Failure(.certificateExpired, subject: chain, detail: "until \(until.rfc3339)")
    }
    if try Self.isEd25519(certificates.first, chain) {
      throw Failure(
        .badCertificate, subject: chain, detail: "its key is Ed25519, which no console takes: P-256 or RSA is"
      )
    }
    let privateKey: NIOSSLPrivateKey
    do { privateKey = try NIOSSLPrivateKey(file: key, format: .pem) } catch {
      throw Failure(.badCertificate, subject: key, detail: "it is no private key in PEM without a password")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    configuration.shutdownTimeout = .seconds(1)
    do { _ = try NIOSSLContext(configuration: configuration) } catch {
      throw Failure(.badCertificate, subject: chain, detail: "\(key) is not its key")
    }
    self.configuration = configuration
  }

  /// Whether nobody could speak to it: what consoles encrypt with knows no such key.
  private static func isEd25519(_ certificate: NIOSSLCertificate?, _ path: String) throws(Failure) -> Bool {
    // The name of the algorithm, as it stands before the key: 1.3.101.112.
    let name: [UInt8] = [0x06, 0x03, 0x2B, 0x65, 0x70]
    do {
      let key = try certificate?.extractPublicKey().toSPKIBytes() ?? []
      return key.prefix(16).indices.contains { key[$0...].starts(with: name) }
    } catch {
      throw Failure(.badCertificate, subject: path, detail: "its key cannot be read")
    }
  }

  private static func certificates(_ path: String) throws(Failure) -> [NIOSSLCertificate] {
    guard access(path, R_OK) == 0 else {
      throw Failure(.cannotRead, subject: path, detail: String(cString: strerror(errno)))
    }
    do {
      let certificates = try NIOSSLCertificate.fromPEMFile(path)
      if !certificates.isEmpty { return certificates }
    } catch {
      throw Failure(.badCertificate, subject: path, detail: "it is no certificate in PEM")
    }
    throw Failure(.badCertificate, subject: path, detail: "there is no certificate in it")
  }
}
