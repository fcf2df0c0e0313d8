import Domain
import Foundation
import OfficeServer
import TestSupport
import Testing

@Suite("What an office proves itself with")
struct CertificateTests {
  /// It protects nothing.
  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIHBzmY2b20Yq0sLJCwE5cmRTAwstCaNJ+eyrMtCuLHqr
    -----END PRIVATE KEY-----
    """
  private static let chain = """
    -----BEGIN CERTIFICATE-----
    MIIBPjCB8aADAgECAhQIWqC5mhDP64n7qmA8Um1jnSZdczAFBgMrZXAwFDESMBAG
    A1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjIzMDc0OFoYDzIxMjYxMDI5MjMwNzQ4
    WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwKjAFBgMrZXADIQDH/LJEyrBroZ0o5Fm2
    dPcObf79aRlXAdD36mTLYLHynaNTMFEwHQYDVR0OBBYEFMcxeafIe6QM4AhnepBb
    wnIfbEsAMB8GA1UdIwQYMBaAFMcxeafIe6QM4AhnepBbwnIfbEsAMA8GA1UdEwEB
    /wQFMAMBAf8wBQYDK2VwA0EAls8txrSn2HpknkwYMsoF781KbaUsjpENTCkHrCJg
    hx1EelDHlfWmo6ESXPwwteT5S4PQEy0M14LMjIjefdrRBw==
    -----END CERTIFICATE-----
    """

  @Test("is no key that consoles cannot speak to, which is said before anything listens")
  func ed25519() throws {
    let folder = try TemporaryFolder()
    let (key, chain) = (folder.file("office.key"), folder.file("office.crt"))
    try Self.key.write(toFile: key, atomically: true, encoding: .utf8)
    try Self.chain.write(toFile: chain, atomically: true, encoding: .utf8)
    let now = Timestamp(seconds: 1_795_516_920)
    let failure = #expect(throws: Failure.self) { try Certificate(chain: chain, key: key, now: now) }
    #expect(failure?.code == .badCertificate && failure?.detail.contains("Ed25519") ?? false)
  }
}
