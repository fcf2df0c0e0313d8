import Foundation
import TestSupport
import Testing

@Suite("An office that is served with a certificate", .serialized)
struct EncryptedOfficeTests {
  /// An office's files before anything is served.
  private static func files(
    _ certificate: String
  ) throws -> (binary: Binary, certificate: String, key: String) {
    let binary = try Binary()
    return (
      binary, try Certificates.write(certificate, as: "office.pem", in: binary.home),
      try Certificates.write(Certificates.key, as: "office.key", in: binary.home)
    )
  }

  private static func served(_ certificate: String) throws -> (office: ServedOffice, certificate: String) {
    let (binary, certificate, key) = try files(certificate)
    let doors = ["--listen", "127.0.0.1:0", "--tls-cert", certificate, "--tls-key", key]
    return (try ServedOffice(binary, doors: doors), certificate)
  }

  @Test("is joined by who trusts the certificate, and trusted at every later request")
  func joins() throws {
    let (office, certificate) = try Self.served(Certificates.valid)
    #expect(office.address.hasPrefix("https://127.0.0.1:"))
    let file = try office.join("d1", trusting: certificate)
    try FileManager.default.removeItem(atPath: certificate)
    #expect(try office.binary.run("--db", file, "--offline", "note", "20001", "dog in the yard").status == 0)
    let synced = try office.binary.json("--db", file, "sync", "--once")
    #expect(synced["pushed"] as? Int == 1 && synced["pending"] as? Int == 0)
    #expect(try office.binary.run("show", "20001").output.contains("dog in the yard"))
  }

  @Test("is refused by who does not know the certificate, and for another name, before a code is used up")
  func untrusted() throws {
    for (certificate, trusts, words) in [
      (Certificates.valid, false, "--ca FILE"), (Certificates.elsewhere, true, "office.example")
    ] {
      let (office, path) = try Self.served(certificate)
      let binary = office.binary
      let code = try binary.json("enrol", "d1")["code"] as? String ?? ""
      let file = binary.home.path() + "/d1.db"
      let trust = trusts ? ["--ca", path] : []
      let join = ["--db", file, "join", office.address, "--code", code] + trust
      let away = try binary.run(words: join)
      #expect(away.status == 3 && away.errors.contains(words), "\(away.errors)")
      #expect(away.errors.contains("nothing was sent") && away.errors.split(separator: "\n").count == 1)
      #expect(!FileManager.default.fileExists(atPath: file))
      #expect(!FileManager.default.fileExists(atPath: file + ".token"))
      #expect(try office.log.allSatisfy { !$0.contains("joined") })
    }
  }

  @Test("is not served with what consoles would refuse, or with a key that others can read")
  func unusable() throws {
    func refusal(_ certificate: String, key: String = Certificates.key, mode: Int = 0o600) throws -> String {
      let (binary, certificate, keyFile) = try Self.files(certificate)
      try binary.run("init", "--name", "Riverside", "--zone", "UTC")
      try binary.run("office", "start")
      try Data(key.utf8).write(to: URL(filePath: keyFile))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: keyFile)
      let answer = try binary.run(
        "serve", "--listen", "127.0.0.1:0", "--tls-cert", certificate, "--tls-key", keyFile)
      #expect(answer.status == 3)
      return answer.errors
    }
    #expect(try refusal(Certificates.expired).contains("until 2002"))
    #expect(try refusal(Certificates.valid, key: Certificates.otherKey).contains("is not its key"))
    #expect(try refusal("garbage").contains("no certificate"))
    #expect(try refusal(Certificates.valid, key: "garbage").contains("no private key"))
    #expect(try refusal(Certificates.valid, mode: 0o640).contains("chmod 600"))
  }

  @Test(
    "is the only one that other machines may reach", arguments: ["0.0.0.0:0", "office.example:7420", "[::]:0"]
  )
  func others(listen: String) throws {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    try binary.run("office", "start")
    let answer = try binary.run("serve", "--listen", listen)
    #expect(answer.status == 2 && answer.errors.contains("--tls-cert"))
  }

  @Test(
    "is what an address on another machine has to say",
    arguments: [
      "http://office.example:7420", "http://localhost:7420@office.example", "http://127.0.0.1.office.example",
      "https://me:secret@office.example", "ftp://127.0.0.1", "https://office.example/path", "unix:office.sock"
    ])
  func addresses(address: String) throws {
    let binary = try Binary()
    let file = binary.home.path() + "/d1.db"
    let answer = try binary.run("--db", file, "join", address, "--code", "abc")
    #expect(answer.status == 2)
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
