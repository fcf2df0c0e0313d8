import Domain
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A second look at an office's certificate after a handshake that failed, to say why. Nothing is sent by it.
struct CertificateLook {
  let host: String
  let port: Int

  /// What is wrong with the certificate; nil where there is none to be seen.
  func fault(at address: String, _ error: any Error, now: Date = Date()) async -> Failure? {
    guard let certificate = await certificate() else { return nil }
    let (from, until) = (certificate.notValidBefore, certificate.notValidAfter)
    let seconds = Int(now.timeIntervalSince1970)
    if seconds < from {
      return Failure(.certificateExpired, subject: address, detail: "from \(Self.day(from))")
    }
    if seconds > until {
      return Failure(.certificateExpired, subject: address, detail: "until \(Self.day(until))")
    }
    if let error = error as? NIOSSLExtraError, error == .failedToValidateHostname {
      return Failure(.certificateOtherHost, subject: address, detail: Self.names(certificate))
    }
    return Failure(.certificateUntrusted, subject: address, detail: "")
  }

  private func certificate() async -> NIOSSLCertificate? {
    let seen = Seen()
    let name = isAddress ? nil : host
    do {
      var configuration = TLSConfiguration.makeClientConfiguration()
      configuration.certificateVerification = .noHostnameVerification
      let context = try NIOSSLContext(configuration: configuration)
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(.seconds(5))
        .channelInitializer { [name] channel in
          channel.eventLoop.makeCompletedFuture {
            let handler = try NIOSSLClientHandler(context: context, serverHostname: name) {
              certificates, verdict in
              seen.certificate.withLock { $0 = certificates.first }
              verdict.succeed(NIOSSLVerificationResult.failed)
            }
            try channel.pipeline.syncOperations.addHandler(handler)
          }
        }.connect(host: host, port: port).get()
      let end = channel.eventLoop.scheduleTask(in: .seconds(5)) { channel.close(promise: nil) }
      try await channel.closeFuture.get()
      end.cancel()
    } catch {
      return seen.certificate.withLock { $0 }
    }
    return seen.certificate.withLock { $0 }
  }

  /// Whether the office is named by its number: then there is no name to ask for.
  private var isAddress: Bool {
    do {
      _ = try SocketAddress(ipAddress: host, port: port)
      return true
    } catch {
      return false
    }
  }

  private final class Seen: Sendable {
    let certificate = Mutex<NIOSSLCertificate?>(nil)
  }

  private static func day(_ seconds: Int) -> String {
    String(Timestamp(seconds: Int64(seconds)).rfc3339.prefix(10))
  }

  /// The names and numbers that a certificate is for.
  private static func names(_ certificate: NIOSSLCertificate) -> String {
    certificate._subjectAlternativeNames().prefix(4).compactMap { name in
      switch name.nameType {
      case .dnsName: String(decoding: name.contents, as: UTF8.self)
      case .ipAddress: number(Array(name.contents))
      default: nil
      }
    }.joined(separator: ", ")
  }

  /// An address as people write it; nil for bytes that are none.
  private static func number(_ bytes: [UInt8]) -> String? {
    do { return try SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0).ipAddress } catch {
      return nil
    }
  }
}
